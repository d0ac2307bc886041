import { expect, test } from 'vitest';
import { ownIdentity } from '../../../server/tls/authority.ts';
import { doctor as words } from '../../../shared/words/doctor.ts';
import { fileOf, filled, MONDAY, TUESDAY } from '../../kit/ledgers.ts';
import { MemoryDisk } from '../../kit/memoryDisk.ts';
import { BACKUP, DATA, healthy, TEN } from './machines.ts';

const states = (said: Readonly<Record<string, string>>, state: string) =>
  Object.keys(said).filter((check) => said[check]?.startsWith(`${state}:`));

test('a healthy machine: everything is looked at, nothing is to be done, nothing is left behind', async () => {
  const ward = healthy();
  const before = ward.disk.paths;
  const { ok, said } = await ward.looked();
  expect(ok).toBe(true);
  expect(states(said, 'warning')).toEqual([]);
  expect(states(said, 'notLooked')).toEqual(['certificate', 'printer']);
  expect(Object.keys(said)).toEqual(expect.arrayContaining(Object.keys(words.zh.checks)));
  expect(said.flush).toBe('ok: 48 writes flushed, median 1.50 ms, worst 1.50 ms.');
  expect(ward.disk.paths).toEqual(before);
});

test('a full disk: no room, no names, and the first write that fails', async () => {
  const ward = healthy();
  ward.machine = {
    ...ward.machine,
    space: async () => ({ type: 0xef53, free: 3 * 1024 ** 2, inodes: { free: 12, all: 1e6 } }),
  };
  const full = new MemoryDisk();
  full.fail({ call: 1, code: 'ENOSPC', forGood: true });
  ward.machine = { ...ward.machine, disk: { ...reading(ward.disk), open: full.open.bind(full) } };
  const { ok, said, zh } = await ward.looked();
  expect(ok).toBe(false);
  expect(states(said, 'bad')).toEqual(['space', 'flush']);
  expect(said.space).toContain('Only 3 MB is free');
  expect(zh.flush).toContain('磁盘已满');
});

/** The same disk to read from. */
const reading = (disk: MemoryDisk) => ({
  list: (folder: string) => disk.list(folder),
  read: (path: string) => disk.read(path),
  rename: (from: string, to: string) => disk.rename(from, to),
  remove: (path: string) => disk.remove(path),
  makeFolder: (path: string) => disk.makeFolder(path),
  syncFolder: (path: string) => disk.syncFolder(path),
});

test('names run out before bytes do', async () => {
  const ward = healthy();
  const space = { type: 0xef53, free: 80e9, inodes: { free: 12, all: 1e6 } };
  ward.machine = { ...ward.machine, space: async () => space };
  expect((await ward.looked()).said.space).toContain('bad: Only 12 more files');
});

test('a flush that waits for no medium, a slow one, and a disk that fails are told apart', async () => {
  const ward = healthy();
  ward.flush = 0.01;
  expect((await ward.looked()).said.flush).toMatch(/^warning: .*too fast for a medium/);
  ward.flush = 60;
  expect((await ward.looked()).said.flush).toMatch(/^warning: .*slow enough to be felt/);
  ward.disk.fail({ call: 1, code: 'EIO', forGood: true });
  expect((await ward.looked()).said.flush).toMatch(/^bad: .*\(EIO\)/);
});

test.each([
  [0x01021994, 'bad', 'in memory (tmpfs)'],
  [0x6969, 'bad', 'NFS'],
  [0xff534d42 | 0, 'bad', 'CIFS'],
  [0x4d44, 'warning', 'FAT'],
  [0x794c7630, 'warning', "container's own layer"],
])('a file system of kind %i is %s: %s', async (type, state, words) => {
  const ward = healthy();
  const space = { type, free: 80e9, inodes: { free: 1e6, all: 2e6 } };
  ward.machine = { ...ward.machine, space: async () => space };
  const { said } = await ward.looked();
  expect(said.disk?.startsWith(`${state}:`)).toBe(true);
  expect(said.disk).toContain(words);
});

test('a wrong clock: an empty battery, one behind the ledger, one that jumps', async () => {
  const ward = healthy();
  ward.wall = Date.UTC(2011, 3, 1);
  const old = await ward.looked();
  expect(old.ok).toBe(false);
  expect(old.said.clock).toContain('which cannot be');
  await filled(ward.disk, 3);
  ward.wall = TEN - 3 * 86_400_000;
  expect((await ward.looked()).said.clock).toMatch(
    /^bad: .* minutes before the ledger's last entry/,
  );
  ward.wall = TEN;
  const { now } = ward.machine;
  let looks = 0;
  ward.machine = { ...ward.machine, now: () => ({ ...now(), wall: now().wall + 40 * looks++ }) };
  expect((await ward.looked()).said.clock).toMatch(/^warning: The clock jumped/);
});

test('another time zone than the branch is said; one of the same hours is none', async () => {
  const ward = healthy();
  ward.machine = { ...ward.machine, zone: 'UTC' };
  expect((await ward.looked()).said.zone).toMatch(/^warning: This machine is in UTC/);
  ward.machine = { ...ward.machine, zone: 'Asia/Singapore' };
  expect((await ward.looked()).said.zone).toMatch(/^ok/);
});

test('whether the clock is synchronised: yes, no, by chrony, nobody to ask', async () => {
  const ward = healthy();
  ward.programs.timedatectl = 'no\n';
  expect((await ward.looked()).said.synchronised).toMatch(/^warning/);
  ward.programs.chronyc = 'Reference ID : 0A\nLeap status     : Normal\n';
  expect((await ward.looked()).said.synchronised).toMatch(/^ok/);
  for (const name of ['timedatectl', 'chronyc']) delete ward.programs[name];
  expect((await ward.looked()).said.synchronised).toMatch(/^notLooked/);
});

test("no fonts: the system's are a warning, the pages' own are what counts", async () => {
  const ward = healthy();
  ward.programs['fc-list'] = '\n';
  const system = await ward.looked();
  expect(system.ok).toBe(true);
  expect(system.said.fonts).toMatch(/^warning: .*install fonts-noto-cjk/);
  ward.disk.put('/program/dist/pages/assets/noto-sans-sc-1.woff2', null);
  const none = await ward.looked();
  expect(none.ok).toBe(false);
  expect(none.said.fonts).toMatch(/^bad: .*would show boxes/);
});

test('a clip that rotted and one that is gone are named; pages that were never built are not looked at', async () => {
  const ward = healthy();
  ward.disk.put('/program/dist/pages/assets/zh-3.ogg', 'noise');
  ward.disk.put('/program/dist/pages/assets/zh-4.ogg', null);
  expect((await ward.looked()).said.voice).toContain(
    'bad: 2 voice clips are missing or changed: zh-3.ogg, zh-4.ogg',
  );
  ward.patient = { ...ward.patient, pages: null };
  const { said } = await ward.looked();
  expect(states(said, 'notLooked')).toEqual(expect.arrayContaining(['fonts', 'voice']));
});

test('an old Node, packages that are not as locked, little memory, no browser', async () => {
  const ward = healthy();
  ward.machine = {
    ...ward.machine,
    node: '20.9.0',
    memory: () => ({ all: 4e8, free: 1e8 }),
  };
  delete ward.programs.chromium;
  const other = { packages: { 'node_modules/zod': { version: '4.0.0' } } };
  ward.disk.put('/program/node_modules/.package-lock.json', JSON.stringify(other));
  const { said } = await ward.looked();
  expect(states(said, 'bad')).toEqual(['node', 'packages', 'memory']);
  expect(said.node).toContain('install 20.19 or newer');
  expect(said.browser).toMatch(/^warning/);
});

test('a damaged ledger is said with its first bad place', async () => {
  const ward = healthy();
  await filled(ward.disk, 5, [MONDAY, TUESDAY]);
  expect((await ward.looked()).said.ledger).toBe('ok: The ledger is sound: 10 entries, 2 days.');
  const bytes = ward.disk.peek(fileOf(MONDAY)) ?? Buffer.alloc(0);
  bytes[60] = (bytes[60] ?? 0) ^ 1;
  ward.disk.put(fileOf(MONDAY), bytes);
  const { ok, said } = await ward.looked();
  expect(ok).toBe(false);
  expect(said.ledger).toContain(`ledger/${MONDAY}.jsonl`);
});

test('a backup that is unset, unplugged, on the same drive, empty, behind, ahead', async () => {
  const ward = healthy();
  const says = async (backup: string | null) => {
    ward.patient = { ...ward.patient, backup };
    return (await ward.looked()).said.backup;
  };
  expect(await says(null)).toMatch(/^warning: No backup is set/);
  expect(await says('/mnt/gone/backup')).toMatch(/^bad: .*\/mnt\/gone is missing/);
  await filled(ward.disk, 5);
  ward.disk.put('/srv/backup/note', '');
  expect(await says('/srv/backup')).toMatch(/^warning: .*same drive/);
  expect(await says(BACKUP)).toMatch(/^bad: No copy/);
  const whole = ward.disk.peek(fileOf(MONDAY)) ?? Buffer.alloc(0);
  ward.disk.put(`${BACKUP}/ledger/${MONDAY}.jsonl`, whole);
  expect(await says(BACKUP)).toMatch(/^ok: .*up to date \(0 entries behind\)/);
  await filled(ward.disk, 2000);
  expect(await says(BACKUP)).toMatch(/^warning: .*2000 entries and 33 minutes behind/);
  ward.disk.put(fileOf(MONDAY), whole.subarray(0, whole.indexOf(10) + 1));
  expect(await says(BACKUP)).toMatch(/^bad: .*ahead of the data/);
});

test("a printer that does not answer and one without paper are named, with the branch's word for it", async () => {
  const ward = healthy();
  const { defaultSettings } = await import('../../../shared/defaults.ts');
  const printers = [{ id: 'p1', name: '取号机', host: '192.168.1.50' }];
  ward.disk.put(`${DATA}/settings.json`, JSON.stringify({ ...defaultSettings, printers }));
  expect((await ward.looked()).said.printer).toBe('ok: 1 printers answer.');
  ward.machine = { ...ward.machine, printer: async () => 'paperOut' };
  expect((await ward.looked()).zh.printer).toBe('打印机 取号机：缺纸，请换纸。');
  ward.machine = { ...ward.machine, printer: async () => 'unreachable' };
  expect((await ward.looked()).said.printer).toContain('192.168.1.50:9100');
  ward.disk.put(`${DATA}/settings.json`, '{');
  expect((await ward.looked()).said.printer).toMatch(/^notLooked: settings.json cannot be read/);
});

test('a certificate: good, near its end, over, unreadable', async () => {
  const ward = healthy();
  const { cert } = await ownIdentity(ward.disk, DATA, ['hub.lan'], TEN);
  expect((await ward.looked()).said.certificate).toMatch(/^ok: .*\(36\d\d days\)/);
  ward.disk.put('/etc/bank.pem', cert);
  ward.patient = { ...ward.patient, cert: '/etc/bank.pem' };
  ward.wall = TEN + 380 * 86_400_000;
  expect((await ward.looked()).said.certificate).toMatch(/^warning: .* ends in 1[67] days/);
  ward.wall = TEN + 400 * 86_400_000;
  expect((await ward.looked()).said.certificate).toMatch(/^bad: .* ended on/);
  ward.disk.put('/etc/bank.pem', 'letters');
  expect((await ward.looked()).said.certificate).toMatch(/^bad: .* no certificate/);
});

test('a port: ours, another program’s, not for this user', async () => {
  const ward = healthy();
  ward.machine = { ...ward.machine, canListen: async () => 'taken' };
  expect((await ward.looked()).said.port).toMatch(/^bad: Another program/);
  ward.machine = { ...ward.machine, fetch: async () => '{"ok":true}', isHeld: async () => true };
  const { said } = await ward.looked();
  expect(said.port).toMatch(/^ok: On port 8080 this hub/);
  expect(said.lock).toMatch(/^ok: A running hub/);
  ward.machine = { ...ward.machine, canListen: async () => 'forbidden' };
  expect((await ward.looked()).said.port).toMatch(/^bad: This user may not/);
});
