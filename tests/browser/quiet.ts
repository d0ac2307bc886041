/** A browser that only does what its story asks for: no news of its own, no graphics card. */
const SWITCHES = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
];

/** Of several lists of features the last one counts: what Playwright switches off stays so. */
const OF_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Two pages that Chromium loads in every window for its address bar. Here each screen is a window of
 * its own, and they took three times as long as all the rest of opening it.
 */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

const features = `--disable-features=${[...OF_PLAYWRIGHT, ...ADDRESS_BAR].join(',')}`;

/** Chromium's sandbox needs a user of its own; in a container there is only root. */
const ofRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const quietly: readonly string[] = [...ofRoot, ...SWITCHES, features];
