import { expect, test } from 'vitest';
import type { Lobby } from '../../shared/lobby.ts';
import type { DayRow } from '../../shared/month/dayRow.ts';
import { periodOf } from '../../shared/month/periods.ts';
import type { Corrected, Inspected } from '../../shared/month/records.ts';
import { reportOf } from '../../shared/month/report.ts';
import { rulesOn } from '../../shared/month/rules.ts';
import { type Sheet, sheetOf } from '../../shared/month/sheet.ts';
import { documentOf } from '../../shared/reports/document.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { livelyBranch } from '../kit/lively.ts';
import { livelyDays } from '../kit/livelyDays.ts';

const { rows, lobbies } = livelyDays({ from: '2026-09-27', days: 9, tickets: 90 });
const october = periodOf('2026-10');
if (!october) throw new Error('there is no October');

const withRecords = (date: string, records: DayRow['records'], all: readonly DayRow[] = rows) =>
  all.map((row) => (row.date === date ? { ...row, records: { ...row.records, ...records } } : row));

const sheet = (all: readonly DayRow[], today = '2026-10-05'): Sheet =>
  sheetOf(all, october, {
    today: today as DayRow['date'],
    rules: rulesOn(livelyBranch, '2026-10-01' as DayRow['date']),
  });
const item = (name: string, of: Sheet) => {
  const found = of.items.find((one) => one.item === name);
  if (!found) throw new Error(`no item ${name}`);
  return found;
};

/** A second way: by hand over the tickets themselves, with nothing of the measures' own code. */
function byHand(of: readonly Lobby[], cls: string | null) {
  const waits: number[] = [];
  const points: number[] = [];
  let [done, invited] = [0, 0];
  const worth = { verySatisfied: 100, satisfied: 85, fair: 60, dissatisfied: 0 };
  for (const { visit } of of)
    for (const ticket of rowsOf(visit.tickets)) {
      if (cls !== null && ticket.class !== cls) continue;
      for (const leg of ticket.legs) {
        done++;
        if (leg.invited) invited++;
        if (leg.prompt?.is === 'given') points.push(worth[leg.prompt.level]);
      }
      if (ticket.legs.length === 0) continue;
      const ends = ticket.legs.map((leg) => leg.startedAt - leg.from);
      waits.push(ends.reduce((a, b) => a + b, 0) / 1000);
    }
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  return {
    n: waits.length,
    wait: mean(waits),
    ratings: points.length,
    points: mean(points),
    rate: invited / done,
  };
}

const ofOctober = lobbies.filter(({ visit }) => visit.day && visit.day.date >= '2026-10-01');

test('waits, satisfaction and the four measures are what a recount by hand over the tickets gives', () => {
  const made = sheet(rows);
  const [all, premium, ordinary] = [null, 'premium', 'ordinary'].map((cls) =>
    byHand(ofOctober, cls),
  );
  expect(item('premiumWait', made).value).toBeCloseTo(premium?.wait ?? 0, 9);
  expect(item('premiumWait', made).n).toBe(premium?.n);
  expect(item('ordinaryWait', made).value).toBeCloseTo(ordinary?.wait ?? 0, 9);
  expect(item('satisfaction', made)).toMatchObject({ n: all?.ratings });
  expect(item('satisfaction', made).value).toBeCloseTo(all?.points ?? 0, 9);
  const values = Object.fromEntries(made.measures.map(({ measure, value }) => [measure, value]));
  expect(values.averageWait).toBeCloseTo(all?.wait ?? 0, 9);
  expect(values.premiumSatisfaction).toBeCloseTo(premium?.points ?? 0, 9);
  expect(values.invitationRate).toBeCloseTo(all?.rate ?? 0, 9);
});

test('each wait is scored against its own target, kept within 0 and 100', () => {
  const wait = item('ordinaryWait', sheet(rows));
  const mean = Number(wait.value);
  expect(wait.target).toBe(600);
  expect(wait.score).toBe(Math.min(100, Math.max(0, 100 - ((mean - 600) / 600) * 100)));
});

test('an item opens to its days, which come to its value', () => {
  const { value, n, from } = item('satisfaction', sheet(rows));
  const days = 'days' in from ? from.days : [];
  expect(days.map(({ date }) => date)).toEqual(ofOctober.map(({ visit }) => visit.day?.date));
  const sum = days.reduce((total, day) => total + day.n * day.value, 0);
  expect(sum / n).toBeCloseTo(Number(value), 9);
});

const inspected = (module: Inspected['module'], score: number): Inspected => ({
  ...{ id: `i-${module}-${score}`, module, score, at: 0 },
});

test('an item without data is shown as such, and its weight is not spread', () => {
  const made = sheet(rows);
  expect(item('environment', made)).toMatchObject({
    value: null,
    score: null,
    n: 0,
    sample: 'none',
  });
  expect(made.total).toMatchObject({ weight: 60, of: 100 });
  const scores = made.items.reduce((sum, { score, weight }) => sum + (score ?? 0) * weight, 0);
  expect(made.total.score).toBeCloseTo(scores / 100, 9);
});

test("an inspection's score stands until the next one, also from an earlier month", () => {
  const september = withRecords('2026-09-28', {
    inspections: [inspected('environment', 80), inspected('fiveS', 90), inspected('counter', 70)],
  });
  expect(item('environment', sheet(september))).toMatchObject({ value: 85, n: 2, score: 85 });
  const again = withRecords('2026-10-03', { inspections: [inspected('fiveS', 100)] }, september);
  expect(item('environment', sheet(again)).value).toBe(90);
  const { from } = item('standards', sheet(again));
  expect(from).toMatchObject({ missing: ['appearance'] });
});

/** One wait of 1 October, put right a minute later or earlier. */
function correction(at: string, to: number | null): Corrected {
  const row = rows.find(({ date }) => date === '2026-10-01');
  const group = row?.groups.find((g) => g.class === 'ordinary' && g.waits !== '');
  const [from = ''] = group?.waits.split(' ') ?? [];
  return {
    ...{ id: `k-${at}`, date: '2026-10-01', ticket: '2026-10-01.3', what: 'wait', to },
    ...{ class: 'ordinary', service: String(group?.service), from: Number.parseInt(from, 36) },
    ...{ at: 1, by: ['m1', 'm2'], reason: 'ended late' },
  };
}

test('a correction while the month is open moves the figure, and both stay visible', () => {
  const one = correction('10-02', 3_600_000);
  const made = sheet(withRecords('2026-10-02', { corrections: [one] }));
  const before = item('ordinaryWait', sheet(rows));
  const after = item('ordinaryWait', made);
  expect(after.n).toBe(before.n);
  const moved = (3_600_000 - one.from) / 1000 / before.n;
  expect(Number(after.value)).toBeCloseTo(Number(before.value) + moved, 9);
  expect(made.corrections).toEqual([one]);
  expect(made.late).toBeNull();
});

test('one that comes after the close changes nothing, and stands beside it', () => {
  const november = { ...rows[0], date: '2026-11-02', groups: [] } as unknown as DayRow;
  const late = { ...november, records: { corrections: [correction('11-02', null)] } };
  const made = sheet([...rows, late], '2026-11-02');
  expect(made.closed).toBe(true);
  const before = item('ordinaryWait', sheet(rows));
  expect(item('ordinaryWait', made)).toEqual(before);
  const beside = made.late?.items.find((one) => one.item === 'ordinaryWait');
  expect(beside?.n).toBe(before.n - 1);
  expect(made.late?.corrections).toHaveLength(1);
});

test('also over the wire, what came late stands apart from what came in time, with its reason in words', () => {
  const inTime = withRecords('2026-10-02', { corrections: [correction('10-02', 3_600_000)] });
  const late = { ...correction('11-02', null), reason: 'forgotEnd: 柜员忘了办结' };
  const november = {
    ...rows[0],
    date: '2026-11-02',
    records: { corrections: [late] },
  } as unknown as DayRow;
  const report = reportOf(october, {
    ...{ rows: [...inTime, november], today: november.date, open: true, known: null, lost: [] },
    ...{ rules: november.rules, branch: { id: 'b', name: { zh: '一', en: 'one' } }, services: {} },
  });
  const { sections } = documentOf(JSON.parse(JSON.stringify(report)), 'zh');
  const rowsIn = (name: string) => sections.find((one) => one.name === name)?.table?.rows;
  expect(rowsIn('corrections')).toHaveLength(1);
  expect(rowsIn('late')).toHaveLength(1);
  expect(rowsIn('late')?.[0]).toContain('忘记办结: 柜员忘了办结');
});

test('below the least sample a figure is marked, and never hidden', () => {
  const few = sheet(rows.filter(({ date }) => date < '2026-10-02'));
  expect(item('premiumWait', few)).toMatchObject({ sample: 'short' });
  expect(few.measures.find(({ measure }) => measure === 'premiumSatisfaction')?.sample).toBe(
    'short',
  );
});

test('every result names the version of the rules, and a new one counts from its month on', () => {
  const weights = {
    premiumWait: 50,
    ordinaryWait: 10,
    satisfaction: 10,
    environment: 10,
    standards: 10,
    duty: 10,
  };
  const settings = settingsSchema.parse({
    ...livelyBranch,
    assessment: [
      { version: 'v2026-10', from: '2026-10', weights, targets: { ordinary: 60, premium: 30 } },
    ],
  });
  const own = livelyDays({ from: '2026-09-30', days: 2, tickets: 20, settings }).rows;
  expect(own.map(({ rules }) => rules.version.split('.')[0])).toEqual(['standard', 'v2026-10']);
  const made = sheet(own);
  expect(made.version).toMatch(/^v2026-10\.[0-9a-f]{8}$/);
  expect(made.items.every(({ version }) => version === made.version)).toBe(true);
  expect(item('premiumWait', made)).toMatchObject({ weight: 50, target: 30 });
});

test('rules whose months do not rise are refused', () => {
  const rules = { version: 'a', from: '2026-10', weights: rows[0]?.rules.weights };
  const twice = { ...livelyBranch, assessment: [rules, { ...rules, version: 'b' }] };
  expect(settingsSchema.safeParse(twice).success).toBe(false);
});
