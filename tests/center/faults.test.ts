import { expect, test, vi } from 'vitest';
import type { No, Taken } from '../../server/center/protocol.ts';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import { dice } from '../kit/dice.ts';
import { branchDisk, drained, EAST, startIntake } from '../kit/intake.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

// Every call to the center's disk fails once: hundreds of intakes, each completed and compared.
vi.setConfig({ testTimeout: 120_000 });

const PER_DAY = 4;
const ALL = 3 * PER_DAY;
/** Entries a piece: some end a day, some begin within one. */
const STEP = 5;
const branch = await branchDisk(PER_DAY);
const whole = await ledgerIn(branch);

const seqOf = (answers: readonly (Taken | No)[]) =>
  Math.max(0, ...answers.map((answer) => (answer.ok ? answer.receipt.seq : 0)));

/** A whole collecting, from the first start on; what was receipted of it, whatever happens. */
async function collecting(city: MemoryDisk): Promise<number> {
  const answers: (Taken | No)[] = [];
  try {
    const office = await startIntake(city);
    answers.push(...(await drained(office, branch, ALL, STEP)));
  } catch {
    // The disk failed at the start, or while the roster was written: nothing was acknowledged.
  }
  return seqOf(answers);
}

/** A center that starts on what is left: nothing receipted is lost, and the rest is taken. */
async function completed(city: MemoryDisk, receipted: number, what: string): Promise<void> {
  const office = await startIntake(city);
  const { head } = await office.intake.standOf(office.member);
  expect(head.seq, what).toBeGreaterThanOrEqual(receipted);
  const answers = await drained(office, branch, ALL, STEP);
  expect(
    answers.every(({ ok }) => ok),
    what,
  ).toBe(true);
  expect(await ledgerIn(city, shelfOf(EAST)), what).toEqual(whole);
  expect(await verdictOf(city, shelfOf(EAST)), what).toMatch(/^ok/);
}

async function callsOf(): Promise<number> {
  const city = new MemoryDisk();
  city.fail(null);
  expect(await collecting(city)).toBe(ALL);
  return city.calls.length;
}

test('a disk that fails at any call, for good or once, loses nothing that was receipted', async () => {
  const calls = await callsOf();
  expect(calls).toBeGreaterThan(60);
  for (let call = 1; call <= calls; call++) {
    const city = new MemoryDisk();
    city.fail({ call, code: call % 2 ? 'ENOSPC' : 'EIO', forGood: call % 3 === 0 });
    const receipted = await collecting(city);
    city.fail(null);
    await completed(city, receipted, `call ${call}`);
  }
});

test('a power cut at any call, whatever the medium kept, loses nothing that was receipted', async () => {
  const calls = await callsOf();
  for (let seed = 0; seed < calls; seed++) {
    const city = new MemoryDisk();
    const die = dice(seed);
    const keeps = () => die() < 0.5;
    const cut = { sector: seed % 3 ? 512 : 4096, keeps, keepsNames: keeps };
    city.fail({ call: (seed % calls) + 1, code: 'EIO', forGood: true, cut });
    const receipted = await collecting(city);
    city.fail(null);
    await completed(city, receipted, `seed ${seed}`);
  }
});

test('the same center goes on by itself once its disk takes bytes again', async () => {
  const calls = await callsOf();
  for (let call = 12; call <= calls; call += 3) {
    const city = new MemoryDisk();
    const office = await startIntake(city);
    city.fail({ call: call - 10, code: 'EIO', times: 2 });
    const receipted = seqOf(await drained(office, branch, ALL, STEP));
    city.fail(null);
    const { head } = await office.intake.standOf(office.member);
    expect(head.seq, `call ${call}`).toBeGreaterThanOrEqual(receipted);
    await drained(office, branch, ALL, STEP);
    expect(await ledgerIn(city, shelfOf(EAST)), `call ${call}`).toEqual(whole);
  }
});

test('a center that writes a few bytes at a time keeps all of them', async () => {
  const city = new MemoryDisk();
  city.mouthful = 7;
  expect(await collecting(city)).toBe(ALL);
  await completed(city, ALL, 'mouthful');
});
