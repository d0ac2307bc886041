import { expect, test, vi } from 'vitest';
import type { Segment } from '../../server/center/protocol.ts';
import { seal } from '../../server/ledger/entry.ts';
import { ledgerIn, shelfOf } from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import {
  branchDisk,
  branchKey,
  drained,
  EAST,
  heldIn,
  piece,
  refusalsIn,
  startIntake,
  strangersKey,
} from '../kit/intake.ts';
import { draft, drafts, open } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const HOMES = ['files', 'postgres'] as const;
type Where = (typeof HOMES)[number];

/** Told of a center that keeps files, and of one on a real PostgreSQL: the answers are the same. */
function story(name: string, run: (where: Where) => Promise<void>): void {
  for (const where of HOMES)
    test.skipIf(where !== 'files' && isAbsent(where))(`${name} (${where})`, () => run(where));
}

/** A center that has witnessed the first ten of a branch's thirty entries. */
async function given(where: Where) {
  const branch = await branchDisk(10);
  const home = where === 'files' ? new MemoryDisk() : await openStore(where);
  const office = await startIntake(home);
  await drained(office, branch, 10, 10);
  const { intake, member } = office;
  const held = async () => ledgerIn(await heldIn(home), shelfOf(EAST));
  const before = await held();
  const take = (segment: Segment) => intake.take(member, segment);
  /** Nothing of it was kept, and the branch can go on. */
  const untouched = async () => {
    expect(await held()).toEqual(before);
    expect((await take(await piece(branch, 10, 30))).ok).toBe(true);
    expect(await held()).toEqual(await ledgerIn(branch));
    expect(await verdictOf(await heldIn(home), shelfOf(EAST))).toMatch(/^ok/);
  };
  const refusals = () => refusalsIn(home);
  return { ...office, home, branch, take, held, untouched, refusals };
}

/** What a cloned hub would have gone on to. */
async function anotherLedger(count: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const { ledger } = await open(disk);
  await ledger.roll('2026-11-23');
  for (const one of drafts(1, count)) await ledger.append([{ ...one, device: 'another' }]);
  await ledger.close();
  return disk;
}

const changedLine = (segment: Segment, n: number, change: (line: string) => string): Segment => ({
  ...segment,
  days: segment.days.map((day) => ({
    ...day,
    lines: day.lines.map((l, i) => (i === n ? change(l) : l)),
  })),
});

story('what is sent again is answered with a receipt again, and not kept twice', async (where) => {
  const { take, branch, untouched } = await given(where);
  const again = await take(await piece(branch, 0, 10));
  expect(again).toMatchObject({ ok: true, receipt: { branch: EAST, epoch: 1, seq: 10 } });
  await untouched();
});

story(
  'a piece that begins before what is held and ends behind it is taken from there on',
  async (where) => {
    const { take, branch, held } = await given(where);
    expect(await take(await piece(branch, 4, 17))).toMatchObject({
      ok: true,
      receipt: { seq: 17 },
    });
    expect(await take(await piece(branch, 12, 30))).toMatchObject({
      ok: true,
      receipt: { seq: 30 },
    });
    expect(await held()).toEqual(await ledgerIn(branch));
  },
);

story('a gap is refused with the entry that is due', async (where) => {
  const { take, branch, untouched, refusals } = await given(where);
  const later = await piece(branch, 12, 20);
  expect(await take(later)).toMatchObject({ code: 'center.gap', details: { seq: 11 } });
  expect(await refusals()).toHaveLength(1);
  await untouched();
});

story(
  'an older head is a rollback: refused, with the branch’s own signature as evidence',
  async (where) => {
    const { take, branch, untouched, refusals, said } = await given(where);
    const old = await piece(branch, 0, 7);
    for (let n = 0; n < 3; n++)
      expect(await take(old)).toMatchObject({
        code: 'center.rollback',
        details: { seq: 7, head: 10 },
      });
    expect(await refusals()).toHaveLength(1);
    expect((await refusals())[0]).toMatchObject({
      branch: EAST,
      head: { seq: 7 },
      witnessed: { seq: 10 },
    });
    expect(said.filter((line) => line.includes('已见证到第 10 条'))).toHaveLength(1);
    await untouched();
  },
);

story('another history under the same key is a fork, wherever it parts', async (where) => {
  const { take, untouched, refusals } = await given(where);
  const other = await anotherLedger(25);
  expect(await take(await piece(other, 10, 20))).toMatchObject({
    code: 'center.fork',
    details: { seq: 10 },
  });
  expect(await take(await piece(other, 0, 20))).toMatchObject({ code: 'center.fork' });
  expect((await refusals()).length).toBeGreaterThanOrEqual(1);
  await untouched();
});

story('a ledger that was chained and signed anew from some entry on is a fork', async (where) => {
  const { take, branch, untouched } = await given(where);
  for (const at of [1, 5, 10]) {
    const whole = await piece(branch, 0, 10);
    let prev = { seq: 0, hash: '0'.repeat(64), at: 0 };
    const lines = whole.days
      .flatMap((day) => day.lines)
      .map((_, i) => {
        const n = i + 1;
        const { entry, line } = seal(
          n === at ? { ...draft(n), device: 'another' } : draft(n),
          prev,
        );
        prev = entry;
        return line.trimEnd();
      });
    const head = branchKey.sign(prev);
    const forged = { ...whole, days: [{ ...whole.days[0], lines }], head } as Segment;
    expect(await take(forged), `from ${at}`).toMatchObject({
      code: 'center.fork',
      details: { seq: at },
    });
  }
  await untouched();
});

story('a stranger’s signature, and one that is not good, are refused', async (where) => {
  const { take, branch, untouched } = await given(where);
  const foreign = await piece(branch, 10, 20, strangersKey);
  expect(await take(foreign)).toMatchObject({ code: 'center.forged' });
  const good = await piece(branch, 10, 20);
  const spoilt = { ...good.head, at: good.head.at + 1 };
  expect(await take({ ...good, head: spoilt })).toMatchObject({ code: 'center.forged' });
  const behind = await piece(branch, 10, 25);
  expect(await take({ ...good, head: behind.head })).toMatchObject({ code: 'center.malformed' });
  await untouched();
});

story(
  'an altered line, a doubled one, one left out, two exchanged: each is named',
  async (where) => {
    const { take, branch, untouched } = await given(where);
    const good = await piece(branch, 10, 20);
    const altered = changedLine(good, 3, (line) => line.replace('"by":14', '"by":99'));
    expect(await take(altered)).toMatchObject({ code: 'center.altered', details: { seq: 14 } });
    const [day] = good.days;
    const lines = day?.lines ?? [];
    const shapes = {
      doubled: lines.toSpliced(3, 0, lines[3] ?? ''),
      missing: lines.toSpliced(3, 1),
      exchanged: lines.toSpliced(3, 2, lines[4] ?? '', lines[3] ?? ''),
    };
    for (const [what, shape] of Object.entries(shapes))
      expect(
        await take({ ...good, days: [{ ...day, lines: shape }] } as Segment),
        what,
      ).toMatchObject({
        code: 'center.unlinked',
      });
    expect(await take(changedLine(good, 2, () => 'nonsense'))).toMatchObject({
      code: 'center.altered',
    });
    await untouched();
  },
);

story('a newer format, and a fact nobody here knows, ask for a newer center', async (where) => {
  const { take, branch, untouched, refusals } = await given(where);
  const good = await piece(branch, 10, 11);
  const strange = { ...draft(11), facts: [{ type: 'ticket.teleported', at: 1 }] as never };
  const { head } = await piece(branch, 0, 10);
  const { entry, line } = seal(strange, head);
  const unknown = {
    ...good,
    head: branchKey.sign(entry),
    days: [{ ...good.days[0], lines: [line.trimEnd()] }],
  };
  expect(await take(unknown as Segment)).toMatchObject({ code: 'center.newer' });
  expect(await refusals()).toEqual([]);
  await untouched();
});

story('days out of order, or before the one witnessed last, are no ledger', async (where) => {
  const { take, branch, untouched } = await given(where);
  const good = await piece(branch, 10, 30);
  const turned = {
    ...good,
    days: good.days.map((d, i) => ({ ...d, date: good.days.at(-1 - i)?.date ?? d.date })),
  };
  expect(await take(turned as Segment)).toMatchObject({ code: 'center.malformed' });
  const early = { ...good, days: good.days.map((d, i) => ({ ...d, date: `2026-11-0${i + 1}` })) };
  expect(await take(early as Segment)).toMatchObject({ code: 'center.malformed' });
  await untouched();
});

story(
  'pieces of one branch are taken in turn, and too many at once are sent away',
  async (where) => {
    const { take, branch, held } = await given(where);
    const pieces = await Promise.all([15, 20, 25, 30, 30, 30].map((to) => piece(branch, 10, to)));
    const answers = await Promise.all(pieces.map(take));
    expect(answers.filter((a) => a.ok)).toHaveLength(4);
    expect(answers.slice(4)).toMatchObject([{ code: 'center.busy' }, { code: 'center.busy' }]);
    expect(await held()).toEqual(await ledgerIn(branch));
  },
);
