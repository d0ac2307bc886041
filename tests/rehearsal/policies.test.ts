import { expect, test } from 'vitest';
import { branchOf } from '../../server/rehearsal/replay/branch.ts';
import { withLines } from '../../server/rehearsal/replay/changes.ts';
import { readLog } from '../../server/rehearsal/replay/csv.ts';
import { leavesAs } from '../../server/rehearsal/replay/patience.ts';
import { SIMULATED, type Simulated } from '../../server/rehearsal/replay/policies.ts';
import type { Row } from '../../server/rehearsal/replay/row.ts';
import { playSimulated } from '../../server/rehearsal/replay/simulated.ts';
import { lastLeg, type Ticket } from '../../shared/visit/ticket.ts';
import { MemoryDiary } from '../kit/diary.ts';
import { type Line, randomLog, written } from '../kit/logs.ts';

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const columns = Object.keys(lines[0] ?? {});
  const text = [columns.join(), ...lines.map((l) => columns.map((c) => l[c]).join())].join('\n');
  return readLog(text, { skipBad: false }).rows;
}

async function played(lines: readonly Line[], policy: Simulated) {
  const rows = rowsOf(lines);
  const diary = new MemoryDiary();
  await playSimulated(rows, branchOf('b', 'b', rows), diary, {
    ...{ policy, foretells: false },
    change: (settings) => withLines(settings, { premium: 60, ordinary: 120 }),
  });
  return diary.days.all().flatMap((day) => day.tickets);
}

const NINE = 9 * 3600;
const line = (id: string, cls: string, arrive: number, start: number, end: number): Line => ({
  ...{ id, class: cls, arrive: written(NINE + arrive), start: written(NINE + start) },
  ...{ end: written(NINE + end), outcome: 'served', server: 'S1' },
});

const startOf = (ticket?: Ticket) => (ticket && lastLeg(ticket)?.startedAt) ?? 0;

/** Of an ordinary and a premium one who have waited so long, whom each policy calls first. */
async function calledFirst(ordinary: number, premium: number) {
  const lines = [
    line('there', 'ordinary', 0, 0, 600),
    line('O', 'ordinary', 600 - ordinary, 600, 660),
    line('P', 'premium', 600 - premium, 660, 720),
  ];
  const all = SIMULATED.map(async (policy) => {
    const tickets = await played(lines, policy);
    const from = (cls: string) => startOf(tickets.findLast((t) => t.class === cls));
    return [policy, from('ordinary') < from('premium') ? 'ordinary' : 'premium'] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}

test('first come looks at nothing else, the credit at nothing but a minute and a half', async () => {
  const [ordinary, premium] = ['ordinary', 'premium'];
  expect(await calledFirst(150, 85)).toEqual({
    ...{ fcfs: ordinary, credit90: premium, ours: premium, rescue: premium },
  });
  // 84 of 120 seconds against 40 of 60.
  expect(await calledFirst(84, 40)).toMatchObject({ credit90: premium, ours: ordinary });
});

test('rescue takes the one that is about to cross, where our own rule takes the later one', async () => {
  const said = await calledFirst(170, 55);
  expect([said.fcfs, said.credit90, said.ours, said.rescue]).toEqual([
    ...['ordinary', 'ordinary', 'ordinary', 'premium'],
  ]);
});

test('under every policy the same people come, with the same patience and the same services', async () => {
  const lines = randomLog(3, 200);
  const all = await Promise.all(SIMULATED.map((policy) => played(lines, policy)));
  const lasted = all.map((tickets) => {
    const legs = tickets.map((t) => [t.firstAt, lastLeg(t)] as const);
    return new Map(
      legs.map(([at, leg]) => [at, leg?.endedAt ? leg.endedAt - leg.startedAt : null]),
    );
  });
  for (const tickets of all) expect(tickets.length).toBe(200);
  const [first, ...others] = lasted;
  for (const other of others)
    for (const [at, seconds] of first ?? [])
      if (seconds !== null && other.get(at) != null) expect(other.get(at)).toBe(seconds);
});

test('whoever was served in the log leaves only later than that, and only as others did', () => {
  const rows = rowsOf(randomLog(4, 300));
  const leaves = leavesAs(rows);
  const longest = Math.max(
    ...rows.flatMap((r) => (r.outcome === 'abandoned' ? (r.end ?? 0) - r.arrive : [])),
  );
  const served = rows.filter((row) => row.start !== null);
  const known = served.flatMap((row) => {
    const at = leaves(row);
    return at === null ? [] : [{ row, at }];
  });
  expect(known.length).toBeGreaterThan(20);
  for (const { row, at } of known) {
    expect(at).toBeGreaterThan(row.start ?? 0);
    expect(at - row.arrive).toBeLessThanOrEqual(longest);
  }
  expect(served.map((row) => leavesAs(rows)(row))).toEqual(served.map((row) => leaves(row)));
});
