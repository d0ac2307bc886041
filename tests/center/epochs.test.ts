import { expect, test, vi } from 'vitest';
import { codeFor, ledgerIn, shelfOf, startBranch, startCenter, tickets } from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { fileOf } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

async function given() {
  const city = await startCenter();
  const branch = await startBranch(city, await codeFor(city, 'east'));
  await tickets(branch, 6);
  await branch.synced();
  await branch.stop();
  const [before] = await city.center.branches();
  if (!before) throw new Error('nobody is enrolled');
  return { city, branch, before };
}

test('the city opens a new epoch: a new ledger whose first entry names where the old one ends', async () => {
  const { city, branch, before } = await given();
  const old = await ledgerIn(city.disk, shelfOf('east', 1));
  const disk = new MemoryDisk();
  const code = await codeFor(city, 'east', 2);
  const fresh = await startBranch(city, code, { disk, clock: handClock(NINE + 3_600_000) });
  await tickets(fresh, 4);
  expect(await fresh.synced()).toMatchObject({ linked: true, refused: null, behind: 0 });
  const { seq, hash } = before.head;
  const text = String(disk.peek(fileOf('2026-11-24')));
  expect(text).toContain(`"after":{"epoch":1,"hash":"${hash}","seq":${seq}}`);
  expect(await ledgerIn(city.disk, shelfOf('east', 2))).toEqual(await ledgerIn(disk));
  expect(await ledgerIn(city.disk, shelfOf('east', 1))).toEqual(old);
  expect(await verdictOf(city.disk, shelfOf('east', 2))).toMatch(/^ok/);
  expect(await city.center.branches()).toMatchObject([{ epoch: 2 }]);

  const late = await startBranch(city, null, { disk: branch.disk });
  await tickets(late, 2);
  expect((await late.synced()).refused).toMatchObject({
    code: 'center.wrongEpoch',
    details: { epoch: 2 },
  });
});

test('a new epoch is for a new ledger only: the code is not used up by another', async () => {
  const { city } = await given();
  const alone = new MemoryDisk();
  const lonely = await startBranch(city, await codeFor(city, 'west'), { disk: alone });
  await lonely.stop();
  alone.put('/data/center.json', null);
  const code = await codeFor(city, 'east', 2);
  const wrong = await startBranch(city, code, { disk: alone });
  expect((await wrong.synced()).refused).toMatchObject({ code: 'center.notEmpty' });
  const right = await startBranch(city, code, { disk: new MemoryDisk() });
  expect((await right.synced()).refused).toBeNull();
});

test('a code lets in one branch, once, and not for ever', async () => {
  const { city } = await given();
  const code = await codeFor(city, 'south');
  await startBranch(city, code);
  await expect(startBranch(city, code)).rejects.toThrow('ask the city center for a new one');
  await expect(startBranch(city, 'AAAA-BBBB-CCCC-DDDD')).rejects.toThrow('wrong, used or run out');
  const old = await codeFor(city, 'north');
  city.clock.turn(4 * 24 * 3_600_000);
  await expect(startBranch(city, old)).rejects.toThrow('run out');
});

test('two branches with one id: the second code lets nobody in', async () => {
  const { city } = await given();
  const [one, two] = [await codeFor(city, 'twin'), await codeFor(city, 'twin')];
  await startBranch(city, one);
  await expect(startBranch(city, two)).rejects.toThrow('enrolled with another key');
});

test('a branch that ran alone is enrolled later: its whole ledger is collected', async () => {
  const { city } = await given();
  const disk = new MemoryDisk();
  const code = await codeFor(city, 'late');
  const elsewhere = new URL('http://127.0.0.1:9/');
  const first = await startBranch(city, await codeFor(city, 'first'), { disk });
  await tickets(first, 10);
  await first.stop();
  disk.put('/data/center.json', null);
  disk.put('/data/receipts.jsonl', null);
  const unheard = await startBranch({ url: elsewhere }, code, { disk });
  expect(await unheard.synced()).toMatchObject({ linked: false, refused: null });
  await unheard.stop();
  const heard = await startBranch(city, code, { disk });
  expect(await heard.synced()).toMatchObject({ linked: true, behind: 0 });
  expect(await ledgerIn(city.disk, shelfOf('late'))).toEqual(await ledgerIn(disk));
});
