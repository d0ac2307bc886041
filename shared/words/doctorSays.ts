import { catalogue } from './catalogue.ts';

/** One sentence a finding of the machine and its folder: what is, and what to do where something is to be done. */
export const says = catalogue({
  zh: {
    failed: (why: string) => `没能检查（${why}）。`,
    noProgram: (at: string) => `${at} 里没有完整的程序，请从程序文件夹运行。`,
    nodeFine: (v: string) => `Node ${v}。`,
    nodeOld: (v: string, least: string) => `Node ${v} 太旧，请安装 ${least} 或更新版本。`,
    notInstalled: '程序包还没有安装，请在程序文件夹运行 npm ci。',
    packagesOff: (names: string) => `这些程序包与锁定版本不一致：${names}。请运行 npm ci。`,
    packagesFine: (n: number) => `${n} 个程序包与锁定版本一致（离线比对）。`,
    memoryLittle: (all: string) => `内存共 ${all} GB，太少；主机至少需要 0.5 GB，建议 2 GB。`,
    memoryShort: (all: string, free: string) =>
      `内存共 ${all} GB，可用 ${free} GB，偏紧；请关掉别的程序或加内存。`,
    memoryFine: (all: string, free: string) => `内存共 ${all} GB，可用 ${free} GB。`,
    folderToCome: (at: string) => `${at} 还没有，首次启动时自动建立。`,
    folderShut: (at: string) => `当前用户不能写入 ${at}，请授权，或用 --data 换一个文件夹。`,
    folderIsFile: (at: string) => `${at} 不是文件夹，请用 --data 换一个。`,
    folderFine: (at: string) => `${at} 只有主机自己能读写。`,
    folderOfOther: (at: string) =>
      `${at} 属于另一个用户；请用启动主机的那个用户运行本检查，或更改所有者。`,
    folderOpen: (at: string, names: string) =>
      `${at} 里这些可被他人读取：${names}。请执行 chmod -R go= ${at}。`,
    lockHeld: (at: string) => `${at} 正由运行中的主机使用。`,
    lockFree: '没有别的程序占用数据文件夹。',
    diskUnknown: (at: string) => `${at} 所在文件系统的类型在本机查不到；请确认是本地磁盘。`,
    diskFades: (at: string, kind: string) =>
      `${at} 在内存盘（${kind}）上，断电即全部丢失；请放到本地磁盘。`,
    diskRemote: (at: string, kind: string) =>
      `${at} 在网络或转接文件系统（${kind}）上，落盘和占用都不可靠；请放到本地磁盘。`,
    diskSimple: (at: string, kind: string) =>
      `${at} 在 ${kind} 盘上，没有权限保护；请换 ext4、XFS 或 NTFS。`,
    diskOverlay: (at: string) => `${at} 在容器自身的层里，删除容器即丢失；请挂载一个卷。`,
    diskLocal: (at: string) => `${at} 在本地磁盘上。`,
    spaceUnknown: (at: string) => `${at} 所在磁盘的剩余空间查不到。`,
    spaceFull: (at: string, free: string) =>
      `${at} 所在磁盘只剩 ${free}，主机会报告未就绪；请腾出 2 GB 以上。`,
    namesFull: (at: string, n: number) =>
      `${at} 所在磁盘只能再建 ${n} 个文件（inode 用尽）；请删除大量小文件。`,
    spaceShort: (at: string, free: string) => `${at} 所在磁盘剩 ${free}，请尽快腾到 2 GB 以上。`,
    spaceFine: (at: string, free: string) => `${at} 所在磁盘剩 ${free}。`,
    flushNowhere: (at: string) => `不能写入 ${at}，无法试写。`,
    flushFull: (at: string) => `试写 ${at} 时磁盘已满；请腾出空间，否则任何操作都不能保存。`,
    flushFails: (at: string, code: string) => `试写 ${at} 失败（${code}）；请检查或更换磁盘。`,
    flushTooFast: (n: number, median: string, worst: string, at: string) =>
      `${n} 次写入并落盘，中位 ${median} 毫秒，最慢 ${worst} 毫秒：快得可疑，可能并未真正写到介质上；请确认 ${at} 是带断电保护的本地磁盘，并关闭不安全的写缓存。`,
    flushSlow: (n: number, median: string, worst: string) =>
      `${n} 次写入并落盘，中位 ${median} 毫秒，最慢 ${worst} 毫秒：偏慢，按键会有等待感；建议用固态硬盘。`,
    flushFine: (n: number, median: string, worst: string) =>
      `${n} 次写入并落盘，中位 ${median} 毫秒，最慢 ${worst} 毫秒。`,
    ledgerToCome: '还没有账本，首次启动时建立。',
    ledgerDamaged: (what: string) => `账本有损坏：${what}。请不要改动，按《运行手册》从备份恢复。`,
    photosMissing: (n: number) => `账本完好，但缺 ${n} 张照片；请从备份补回。`,
    ledgerFine: (n: number, days: number) => `账本完好：${n} 条，${days} 天。`,
    backupUnset: '没有设置备份；请用 --backup 或 TINGTANG_BACKUP 指定另一块磁盘上的文件夹。',
    backupGone: (at: string) => `备份盘不在：${at} 不存在；请插好磁盘或挂载。`,
    backupShut: (at: string) => `当前用户不能写入备份文件夹 ${at}。`,
    backupSameDrive: (at: string) => `${at} 与数据在同一块磁盘上，磁盘坏了会一起丢失；请换另一块。`,
    backupReady: (at: string) => `备份文件夹 ${at} 可写，等待第一份备份。`,
    backupEmpty: (at: string) =>
      `${at} 里还没有备份；请运行 npm run backup，并以 --backup 启动主机。`,
    backupAhead: (at: string) =>
      `${at} 里的备份比数据还新：数据可能被换回旧的；请用 npm run verify 检查两边，先不要启动。`,
    backupFine: (at: string, n: number) => `${at} 里的备份是最新的（落后 ${n} 条）。`,
    backupLate: (at: string, n: number, minutes: number) =>
      `${at} 里的备份落后 ${n} 条、${minutes} 分钟；请运行 npm run backup，并检查主机是否带 --backup 启动。`,
    clockOld: (time: string) => `本机时间是 ${time}，显然不对（多半是主板电池没电）；请先校准。`,
    clockBehind: (time: string, minutes: number) =>
      `本机时间 ${time} 比账本最后一条还早 ${minutes} 分钟；请先校准时钟。`,
    clockSteps: (s: string) => `检查期间时钟跳了 ${s} 秒；请看对时服务是否在反复校正。`,
    clockFine: (time: string) => `网点当地时间 ${time}。`,
    settingsBad: 'settings.json 读不懂，没有检查；请先修正它。',
    zoneFine: (zone: string) => `本机时区与网点一致（${zone}）。`,
    zoneOther: (own: string, branch: string) =>
      `本机时区 ${own} 与网点的 ${branch} 不同；主机按网点时区记账，但建议把本机改成一致。`,
    synchronised: '时钟已与时间服务器同步。',
    notSynchronised: '时钟没有同步；请启用对时（如 timedatectl set-ntp true，或行内时间服务器）。',
    synchronisedUnknown: '查不到是否对时；请确认本机有对时服务。',
  },
  en: {
    failed: (why: string) => `This could not be looked at (${why}).`,
    noProgram: (at: string) => `There is no whole program in ${at}: run it from its own folder.`,
    nodeFine: (v: string) => `Node ${v}.`,
    nodeOld: (v: string, least: string) => `Node ${v} is too old: install ${least} or newer.`,
    notInstalled: 'Packages are not installed: run npm ci in the program folder.',
    packagesOff: (names: string) => `Not as the lock file has them: ${names}. Run npm ci.`,
    packagesFine: (n: number) =>
      `${n} packages are as the lock file names them (no network asked).`,
    memoryLittle: (all: string) =>
      `${all} GB of memory is too little: 0.5 GB at least, 2 GB is good.`,
    memoryShort: (all: string, free: string) =>
      `${all} GB of memory, ${free} GB free, is tight: end other programs or add some.`,
    memoryFine: (all: string, free: string) => `${all} GB of memory, ${free} GB free.`,
    folderToCome: (at: string) => `${at} is not there yet; the first start makes it.`,
    folderShut: (at: string) =>
      `This user may not write to ${at}: give the right to, or choose another with --data.`,
    folderIsFile: (at: string) => `${at} is no folder: choose another with --data.`,
    folderFine: (at: string) => `${at} is for the hub alone to read and write.`,
    folderOfOther: (at: string) =>
      `${at} belongs to another user: run this as the user who starts the hub, or change its owner.`,
    folderOpen: (at: string, names: string) =>
      `In ${at} others can read ${names}: chmod -R go= ${at}.`,
    lockHeld: (at: string) => `A running hub has ${at}.`,
    lockFree: 'No other program holds the data folder.',
    diskUnknown: (at: string) =>
      `What file system ${at} is on cannot be told here: let it be a local disk.`,
    diskFades: (at: string, kind: string) =>
      `${at} is in memory (${kind}) and gone with the power: put it on a local disk.`,
    diskRemote: (at: string, kind: string) =>
      `${at} is on a network or relayed file system (${kind}), where neither flush nor lock can be trusted: put it on a local disk.`,
    diskSimple: (at: string, kind: string) =>
      `${at} is on ${kind}, which knows no rights: use ext4, XFS or NTFS.`,
    diskOverlay: (at: string) =>
      `${at} is in the container's own layer and goes with it: mount a volume.`,
    diskLocal: (at: string) => `${at} is on a local disk.`,
    spaceUnknown: (at: string) => `How much is free where ${at} is cannot be told.`,
    spaceFull: (at: string, free: string) =>
      `Only ${free} is free where ${at} is, and a hub is unready there: make room for 2 GB.`,
    namesFull: (at: string, n: number) =>
      `Only ${n} more files can be made where ${at} is (inodes): remove many small ones.`,
    spaceShort: (at: string, free: string) =>
      `${free} is free where ${at} is: make room for 2 GB soon.`,
    spaceFine: (at: string, free: string) => `${free} is free where ${at} is.`,
    flushNowhere: (at: string) => `Nothing can be written to ${at}, so it was not tried.`,
    flushFull: (at: string) =>
      `The disk of ${at} is full: make room, or nothing pressed can be saved.`,
    flushFails: (at: string, code: string) =>
      `Writing to ${at} failed (${code}): check that disk, or replace it.`,
    flushTooFast: (n: number, median: string, worst: string, at: string) =>
      `${n} writes flushed, median ${median} ms, worst ${worst} ms: too fast for a medium to have been waited for. See that ${at} is a local disk, and its write cache safe or off.`,
    flushSlow: (n: number, median: string, worst: string) =>
      `${n} writes flushed, median ${median} ms, worst ${worst} ms: slow enough to be felt at each press; a solid-state disk is better.`,
    flushFine: (n: number, median: string, worst: string) =>
      `${n} writes flushed, median ${median} ms, worst ${worst} ms.`,
    ledgerToCome: 'No ledger yet; the first start begins one.',
    ledgerDamaged: (what: string) =>
      `The ledger is damaged: ${what}. Change nothing; restore as docs/running.md says.`,
    photosMissing: (n: number) =>
      `The ledger is sound, but ${n} of its photos are gone: take them from the backup.`,
    ledgerFine: (n: number, days: number) => `The ledger is sound: ${n} entries, ${days} days.`,
    backupUnset:
      'No backup is set: name a folder on another drive with --backup or TINGTANG_BACKUP.',
    backupGone: (at: string) =>
      `The backup drive is not there: ${at} is missing. Plug it in, or mount it.`,
    backupShut: (at: string) => `This user may not write to the backup folder ${at}.`,
    backupSameDrive: (at: string) =>
      `${at} is on the same drive as the data, and lost with it: use another.`,
    backupReady: (at: string) => `${at} can be written, and waits for its first copy.`,
    backupEmpty: (at: string) =>
      `No copy in ${at} yet: npm run backup, and start the hub with --backup.`,
    backupAhead: (at: string) =>
      `The copy in ${at} is ahead of the data, which may have been set back: check both with npm run verify before any start.`,
    backupFine: (at: string, n: number) => `The copy in ${at} is up to date (${n} entries behind).`,
    backupLate: (at: string, n: number, minutes: number) =>
      `The copy in ${at} is ${n} entries and ${minutes} minutes behind: npm run backup, and see that the hub is started with --backup.`,
    clockOld: (time: string) =>
      `This machine thinks it is ${time}, which cannot be (its battery, mostly): set the clock first.`,
    clockBehind: (time: string, minutes: number) =>
      `This machine's ${time} is ${minutes} minutes before the ledger's last entry: set the clock first.`,
    clockSteps: (s: string) => `The clock jumped by ${s} s meanwhile: see what keeps setting it.`,
    clockFine: (time: string) => `${time} at the branch.`,
    settingsBad: 'settings.json cannot be read, so this was not looked at: mend it first.',
    zoneFine: (zone: string) => `This machine's time zone agrees with the branch's (${zone}).`,
    zoneOther: (own: string, branch: string) =>
      `This machine is in ${own}, the branch in ${branch}: the hub goes by the branch's, but set both alike.`,
    synchronised: 'The clock is synchronised.',
    notSynchronised:
      "The clock is not synchronised: timedatectl set-ntp true, or the bank's own time server.",
    synchronisedUnknown:
      'Whether the clock is synchronised cannot be told here: see that something does it.',
  },
});
