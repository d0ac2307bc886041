import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { lockFolder } from '../../server/ledger/lock.ts';
import { Copier } from '../../server/upkeep/backup/copier.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import type { Answer } from '../../shared/wire.ts';
import { verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { get, openBranch, PIN, signedIn, startHouse } from '../kit/house.ts';
import { idAt, NINE } from '../kit/hub.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { ran, startProcess } from '../kit/process.ts';
import { take } from '../kit/visit.ts';

// Ten programs are started and ended here, one after another.
vi.setConfig({ testTimeout: 120_000 });

/** A ticket at the hub's own machine, under an id that may have been used before. */
async function takes(url: string, id: string): Promise<Answer> {
  const answered = await fetch(`${url}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...take, id }),
  });
  return (await answered.json()) as Answer;
}

/** As a branch would meet it: the data drive dies under a running hub. */
test('a branch whose data folder is gone goes on from its backup', async () => {
  const place = await temporaryFolder();
  const [data, backup] = [join(place, 'data'), join(place, 'backup')];
  const ids = [1, 2, 3].map(() => idAt(Date.now()));
  const copying = ['--backup', backup];
  const first = await startProcess(data, { args: copying });
  onTestFinished(() => first.kill());
  const answers = [];
  for (const id of ids) answers.push(await takes(first.url, id));
  expect(answers).toMatchObject(['A001', 'A002', 'A003'].map((number) => ({ ok: true, number })));
  expect(await first.end()).toBe(0);

  const second = await startProcess(data, { args: copying });
  onTestFinished(() => second.kill());
  const fresh = () => fetch(`${second.url}/readyz`).then((r) => r.text());
  await expect.poll(fresh).toContain('"backup":"fresh"');
  await second.kill();
  await rm(data, { recursive: true });

  const restored = await ran('restore', ['--from', backup, '--data', data]);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.output).toMatch(/^ok {2}restored \d+ entries, head \d+ [0-9a-f]{64}; .* missing/);
  const kept = await verdictOf(nodeDisk, backup);
  expect(kept).toMatch(/^ok/);
  expect((await ran('verify', [data])).output.trim()).toBe(kept);

  const third = await startProcess(data, { args: copying });
  onTestFinished(() => third.kill());
  for (const [i, id] of ids.entries()) expect(await takes(third.url, id)).toEqual(answers[i]);
  expect(await takes(third.url, idAt(Date.now()))).toMatchObject({ ok: true, number: 'A004' });
  expect(await third.end()).toBe(0);
  expect(await verdictOf(nodeDisk, data)).toMatch(/^ok/);
  expect(await verdictOf(nodeDisk, backup)).toBe(await verdictOf(nodeDisk, data));
});

test('screens stay paired and PINs right in a restored branch, and its days are signed on', async () => {
  const place = await temporaryFolder();
  const folder = join(place, 'data');
  const from = { disk: nodeDisk, folder };
  const backup = { disk: nodeDisk, folder: join(place, 'backup') };
  const { rig, panel, token } = await openBranch({ disk: nodeDisk, folder });
  await rig.hub.sign();
  await new Copier({ from, to: backup }).copy();
  await rig.stop();
  await rm(folder, { recursive: true });
  await restore({ from: backup, to: from, lock: lockFolder });

  const again = await startHouse({ disk: nodeDisk, folder, clock: handClock(NINE + 3_600_000) });
  expect(again.said.filter((line) => /not written|damaged/.test(line))).toEqual([]);
  expect((await get(again, '/api/views/manager', panel)).status).toBe(200);
  await signedIn(again, token.counter, 't1', PIN);
  await again.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  await again.stop();
  expect(await verdictOf(nodeDisk, folder)).toMatch(/^ok/);
});

test('a hub and npm run backup do not copy to one folder at once', async () => {
  const place = await temporaryFolder();
  const [data, backup] = [join(place, 'data'), join(place, 'backup')];
  const hub = await startProcess(data, { args: ['--backup', backup] });
  onTestFinished(() => hub.kill());
  const busy = await ran('backup', ['--data', data, '--to', backup]);
  expect(busy.output).toContain(`${backup} is in use by process ${hub.process.pid}`);
  expect(busy.code).toBe(1);
  const other = await ran('backup', ['--data', data, '--to', join(place, 'other')]);
  expect(other).toMatchObject({ code: 0 });
  expect(other.output).toMatch(/^ok {2}\d+ entries, head \d+ [0-9a-f]{64} in /);
});

test.each([
  ['backup', [], 'Say where to'],
  ['restore', [], 'Say where from'],
  ['backup', ['--data', 'a', '--to', 'a/b'], 'neither may lie in the other'],
  [
    'backup',
    ['--data', 'no-such-folder', '--to', '/tmp/no/such'],
    'the folder above it is not there',
  ],
  ['hub', ['--port', '0', '--data', 'a/b', '--backup', 'a'], 'neither may lie in the other'],
  ['restore', ['--from', 'no-such-folder', '--data', 'a'], 'There is no backup in'],
])('%s %j is one clear line and exit 1', async (word, args, says) => {
  const { code, output } = await ran(word, args);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain(says);
  expect(code).toBe(1);
});
