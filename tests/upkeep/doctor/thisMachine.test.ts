import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../server/ledger/lock.ts';
import { doctorOptions } from '../../../server/upkeep/doctor/doctor.ts';
import { thisMachine } from '../../../server/upkeep/doctor/machine.ts';
import { temporaryFolder } from '../../kit/ledgers.ts';
import { ran } from '../../kit/process.ts';

test('what the machine itself says: a lock, a taken port, rights, a file system in memory', async () => {
  const folder = await temporaryFolder();
  const machine = thisMachine();
  expect(await machine.isHeld(folder)).toBe(false);
  const lock = await lockFolder(folder);
  expect(await machine.isHeld(folder)).toBe(true);
  await lock.release();
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((done) => taken.once('listening', done));
  const { port } = taken.address() as { port: number };
  expect(await machine.canListen('127.0.0.1', port)).toBe('taken');
  expect(await machine.run('no-such-program', [])).toBeNull();
  expect(machine.memory().all).toBeGreaterThan(1e8);
  if (process.platform === 'linux') {
    const shared = await machine.space('/dev/shm');
    expect(shared?.type).toBe(0x01021994);
  }
});

test('on this machine: open rights are said, nothing is changed, and exit 1 where something is bad', async () => {
  const data = await temporaryFolder();
  await mkdir(join(data, 'tls'), { mode: 0o755 });
  await writeFile(join(data, 'key.pem'), 'secret');
  await chmod(join(data, 'key.pem'), 0o644);
  await chmod(data, 0o755);
  const { code, output } = await ran('doctor', ['--data', data, '--port', '0', '--json']);
  const { ok, checks } = JSON.parse(output) as { ok: boolean; checks: Record<string, string>[] };
  const found = checks.find(({ check }) => check === 'folder');
  expect(found).toMatchObject({ state: 'bad' });
  expect(found?.en).toContain('key.pem');
  expect(found?.zh).toContain('chmod -R go=');
  expect({ ok, code }).toEqual({ ok: false, code: 1 });
  expect((await readdir(data)).sort()).toEqual(['key.pem', 'tls']);
});

test('its options are the hub’s, by word or by environment', () => {
  const env = { TINGTANG_DATA: '/srv/t', TINGTANG_BACKUP: '/mnt/b', TINGTANG_PORT: '8443' };
  expect(doctorOptions([], env)).toMatchObject({ data: '/srv/t', backup: '/mnt/b', ports: [8443] });
  expect(() => doctorOptions(['--port', 'x'], env)).toThrow('A port is a number');
});
