import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeDisk, patientDisk } from '../../server/ledger/disk.ts';
import { Copier } from '../../server/upkeep/backup/copier.ts';
import { ask, employ, openPanel, pair, post, setUpCodeIn } from '../kit/door.ts';
import { get, openBranch, PIN, setUpCode, showCode, signedIn, signIn } from '../kit/house.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { startProcess } from '../kit/process.ts';

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names.filter((n) => n.isFile()).map((n) => join(n.parentPath, n.name));
}

test('A20: no token, PIN, code or session lies on the disk, in a backup, the log or a view', async () => {
  const folder = await temporaryFolder();
  const copy = join(await temporaryFolder(), 'copy');
  const { rig, panel, token } = await openBranch({ disk: nodeDisk, folder });
  const boss = await signedIn(rig, panel, 'b1', PIN);
  const teller = await signedIn(rig, token.counter, 't1', PIN);
  await signIn(rig, token.counter, 't1', '864209');
  const waiting = await showCode(rig, 'kiosk');
  const shown = await (await get(rig, '/api/views/devices', boss)).text();
  const secrets = [
    ...[panel, ...Object.values(token), ...boss.split('.'), ...teller.split('.')],
    ...[
      PIN,
      '864209',
      waiting.code,
      waiting.secret,
      waiting.pairing,
      setUpCode(rig).replace('-', ''),
    ],
  ];
  await rig.hub.sign();
  await copied(folder, copy);
  const files = [...(await filesIn(folder)), ...(await filesIn(copy))];
  expect(files.length).toBeGreaterThanOrEqual(12);
  for (const path of files) {
    const text = await readFile(path, 'latin1');
    expect(
      secrets.filter((s) => text.includes(s)),
      path,
    ).toEqual([]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777, path).toBe(0o600);
  }
  for (const said of [...rig.logged, shown, await (await get(rig, '/metrics')).text()])
    expect(secrets.filter((s) => said.includes(s))).toEqual([]);
  await rig.stop();
});

/** Copies as a hub does, to a folder that only its owner may enter. */
async function copied(folder: string, copy: string): Promise<void> {
  const from = { disk: nodeDisk, folder };
  await new Copier({ from, to: { disk: patientDisk, folder: copy } }).copy();
  for (const path of [copy, join(copy, 'ledger')])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777, path).toBe(0o700);
}

test('A20: names of staff lie in their own document and nowhere else', async () => {
  const folder = await temporaryFolder();
  const { rig } = await openBranch({ disk: nodeDisk, folder });
  const copy = join(await temporaryFolder(), 'copy');
  await copied(folder, copy);
  for (const path of [...(await filesIn(folder)), ...(await filesIn(copy))]) {
    const holds = (await readFile(path, 'utf8')).includes('姓名t1');
    expect(holds, path).toBe(path.endsWith('people.json'));
  }
  expect(rig.logged.join('')).not.toContain('姓名');
  await rig.stop();
});

test('A20: what a hub process writes to its console and its folder holds no secret either', async () => {
  const folder = await temporaryFolder();
  const hub = await startProcess(folder, { args: ['--pair'] });
  onTestFinished(() => hub.kill());
  const panel = await openPanel(hub, setUpCodeIn(hub.output()));
  const counter = await pair(hub, panel, 'counter', '2');
  await employ(hub, panel, { person: 't1', as: 'teller', pin: PIN });
  const credential = await signedIn(hub, counter.token, 't1', PIN);
  await signIn(hub, counter.token, 't1', '864209');
  await post(hub, '/api/commands', { type: 'nonsense', pin: '864209' }, credential);
  const secrets = [panel, ...credential.split('.'), PIN, '864209', '姓名t1'];
  const code = await showCode(hub);
  await ask(hub, panel, { type: 'device.approve', role: 'display', code: code.code });
  await hub.end();
  for (const secret of [...secrets, code.code, code.secret, code.pairing])
    expect(hub.output()).not.toContain(secret);
  for (const path of await filesIn(folder)) {
    const text = await readFile(path, 'latin1');
    expect(
      secrets.slice(0, -1).filter((s) => text.includes(s)),
      path,
    ).toEqual([]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777, path).toBe(0o600);
  }
});
