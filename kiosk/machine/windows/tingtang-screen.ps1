# Shows one screen of the hub on a Windows machine of its own, from sign-in on, with Edge or Chrome.
#
#   powershell -ExecutionPolicy Bypass -File tingtang-screen.ps1 -Url https://hub.branch.lan:8080/kiosk/ticket/
#   ... -Install       (as administrator) policies, no edge swipes, started at every sign-in
#   ... -Remove        takes all of that back
#
# Written from the makers' documentation; it has not been run on Windows yet.
param(
  [Parameter(Mandatory = $true)] [string] $Url,
  [ValidateSet('edge', 'chrome')] [string] $Browser = 'edge',
  [switch] $Install,
  [switch] $Remove
)
$ErrorActionPreference = 'Stop'

if ($Url -notmatch '^https?://') { throw "`"$Url`" is no address: begin with http:// or https://" }
$task = 'Tingtang screen'
$profileFolder = Join-Path $env:LOCALAPPDATA 'tingtang-screen'
$policyKey = if ($Browser -eq 'edge') { 'HKLM:\SOFTWARE\Policies\Microsoft\Edge' } else { 'HKLM:\SOFTWARE\Policies\Google\Chrome' }
$swipeKey = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI'
$hub = ([Uri] $Url).Host

$policies = @{
  DeveloperToolsAvailability = 2; AllowFileSelectionDialogs = 0; DownloadRestrictions = 3
  PrintingEnabled = 0; BrowserSignin = 0; SyncDisabled = 1; PasswordManagerEnabled = 0
  TranslateEnabled = 0; DefaultPopupsSetting = 2; DefaultGeolocationSetting = 2
  VideoCaptureAllowed = 0; AudioCaptureAllowed = 0; BackgroundModeEnabled = 0
}

function Find-Browser {
  $name = if ($Browser -eq 'edge') { 'Microsoft\Edge\Application\msedge.exe' } else { 'Google\Chrome\Application\chrome.exe' }
  foreach ($root in ${env:ProgramFiles}, ${env:ProgramFiles(x86)}, $env:LOCALAPPDATA) {
    $path = Join-Path $root $name
    if (Test-Path $path) { return $path }
  }
  throw "$Browser is not installed"
}

function Set-Machine {
  New-Item -Path $policyKey, $swipeKey, "$policyKey\URLBlocklist", "$policyKey\URLAllowlist" -Force | Out-Null
  foreach ($policy in $policies.GetEnumerator()) {
    New-ItemProperty -Path $policyKey -Name $policy.Key -Value $policy.Value -PropertyType DWord -Force | Out-Null
  }
  New-ItemProperty -Path "$policyKey\URLBlocklist" -Name '1' -Value '*' -Force | Out-Null
  New-ItemProperty -Path "$policyKey\URLAllowlist" -Name '1' -Value $hub -Force | Out-Null
  # No swiping in from the edges: neither notifications nor the task view.
  New-ItemProperty -Path $swipeKey -Name 'AllowEdgeSwipe' -Value 0 -PropertyType DWord -Force | Out-Null
  $arguments = "-NoProfile -WindowStyle Hidden -ExecutionPolicy Bypass -File `"$PSCommandPath`" -Url $Url -Browser $Browser"
  $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments
  $settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
  Register-ScheduledTask -TaskName $task -Action $action -Trigger (New-ScheduledTaskTrigger -AtLogOn) -Settings $settings -Force | Out-Null
  powercfg /change monitor-timeout-ac 0
  powercfg /change standby-timeout-ac 0
  Write-Output 'Done. Set this account to sign in by itself, then restart the machine.'
}

function Clear-Machine {
  Unregister-ScheduledTask -TaskName $task -Confirm:$false -ErrorAction SilentlyContinue
  foreach ($policy in $policies.Keys) { Remove-ItemProperty -Path $policyKey -Name $policy -ErrorAction SilentlyContinue }
  Remove-Item -Path "$policyKey\URLBlocklist", "$policyKey\URLAllowlist" -Recurse -ErrorAction SilentlyContinue
  Remove-ItemProperty -Path $swipeKey -Name 'AllowEdgeSwipe' -ErrorAction SilentlyContinue
}

function Show-Screen {
  $program = Find-Browser
  $flags = @(
    "--user-data-dir=`"$profileFolder`"", '--no-first-run', '--no-default-browser-check', '--noerrdialogs',
    '--hide-crash-restore-bubble', '--disable-pinch', '--overscroll-history-navigation=0',
    '--autoplay-policy=no-user-gesture-required', '--lang=zh-CN', '--kiosk', $Url
  )
  if ($Browser -eq 'edge') { $flags += '--edge-kiosk-type=fullscreen' }
  # Shown again whenever it ends.
  while ($true) {
    Start-Process -FilePath $program -ArgumentList $flags -Wait
    Start-Sleep -Seconds 2
  }
}

if ($Install) { Set-Machine } elseif ($Remove) { Clear-Machine } else { Show-Screen }
