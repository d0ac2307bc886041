import { expect, test, vi } from 'vitest';
import { type Entry, seal } from '../../server/ledger/entry.ts';
import { SigningKey } from '../../server/ledger/key.ts';
import { diskOf, type Image, imageOf } from '../faults/image.ts';
import {
  codeFor,
  ledgerIn,
  nextDay,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import { dice } from '../kit/dice.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A branch that was witnessed to its last entry, at a clean end. */
async function witnessed() {
  const city = await startCenter();
  const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
  const branch = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  await tickets(branch, 10);
  await nextDay(branch);
  await tickets(branch, 10);
  await branch.synced();
  await branch.stop();
  await city.center.branches();
  return { city, clock, image: imageOf(disk), held: await ledgerIn(city.disk, shelfOf('east')) };
}

const daysIn = (image: Image) =>
  [...image.keys()].filter((path) => path.startsWith(`${FOLDER}/ledger/`)).sort();

/** Whoever holds the key changes one entry, and makes every seal and signature anew behind it. */
function rewritten(image: Image, change: (entry: Entry) => Entry): Map<string, Buffer> {
  const next = new Map(image);
  let head = { seq: 0, hash: '0'.repeat(64), at: 0 };
  for (const path of daysIn(image)) {
    const lines = String(image.get(path)).trimEnd().split('\n');
    const anew = lines.map((line) => {
      const sealed = seal(change(JSON.parse(line)), head);
      head = sealed.entry;
      return sealed.line;
    });
    next.set(path, Buffer.from(anew.join('')));
  }
  const key = new SigningKey(String(image.get(`${FOLDER}/key.pem`)));
  next.set(`${FOLDER}/heads.jsonl`, Buffer.from(`${JSON.stringify(key.sign(head))}\n`));
  for (const name of ['closings.jsonl', 'checkpoint.json', 'receipts.jsonl'])
    next.delete(`${FOLDER}/${name}`);
  return next;
}

/** P5: not even the hub's owner can rewrite unseen. */
test('a ledger chained and signed anew is sound by itself, and refused by the center in every run', async () => {
  const { city, image, held, clock } = await witnessed();
  const count = daysIn(image).reduce(
    (n, path) => n + String(image.get(path)).trimEnd().split('\n').length,
    0,
  );
  const die = dice(7);
  for (let run = 0; run < 5; run++) {
    const target = 3 + Math.floor(die() * (count - 3));
    const other = run % 2 === 0 ? { person: 'somebody' } : { device: 'nobody-saw-this' };
    const change = (entry: Entry) => (entry.seq === target ? { ...entry, ...other } : entry);
    const disk = diskOf(rewritten(image, change));
    const dishonest = await startBranch(city, null, { disk, clock: handClock(clock.now().at) });
    await tickets(dishonest, run < 3 ? 0 : 3);
    const { refused } = await dishonest.synced();
    expect(['center.fork', 'center.rollback'], `run ${run}`).toContain(refused?.code);
    expect(await ledgerIn(city.disk, shelfOf('east')), `run ${run}`).toEqual(held);
    await dishonest.stop();
  }
  expect(await verdictOf(city.disk, shelfOf('east'))).toMatch(/^ok/);
});

test('a ledger made anew under a new key is refused: the key is not the one enrolled', async () => {
  const { city, image, clock, held } = await witnessed();
  const bare = new MemoryDisk();
  bare.put(`${FOLDER}/center.json`, image.get(`${FOLDER}/center.json`) ?? null);
  const fresh = await startBranch(city, null, { disk: bare, clock });
  await tickets(fresh, 5);
  expect((await fresh.synced()).refused).toMatchObject({ code: 'center.notYourKey' });
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(held);
});

test('what is not witnessed yet is stated openly', async () => {
  const { city, image, clock } = await witnessed();
  const branch = await startBranch(city, null, { disk: diskOf(image), clock });
  await branch.synced();
  await city.stop();
  await tickets(branch, 9);
  const link = await branch.synced();
  expect(link).toMatchObject({ linked: false, refused: null });
  expect(link.behind).toBeGreaterThanOrEqual(9);
});
