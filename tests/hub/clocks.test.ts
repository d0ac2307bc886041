import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import type { CounterId, TicketId } from '../../shared/ids.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { handClock } from '../kit/handClock.ts';
import { type HubRig, NINE, screen, startHub } from '../kit/hub.ts';
import { take } from '../kit/visit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = { counter: '2' as CounterId };

const ledgerOf = async ({ disk }: HubRig, date: string) =>
  String(await disk.read(`/data/ledger/${date}.jsonl`));

async function atCounter(rig: HubRig) {
  const one = await screen(rig);
  await one.send({ type: 'counter.open', ...at });
  const taken = await one.send(take);
  if (!taken.ok || !taken.ticket) throw new Error(JSON.stringify(taken));
  return { one, ticket: taken.ticket as TicketId };
}

test.each([
  ['an hour ahead', HOUR],
  ['an hour back', -HOUR],
  ['a day back', -DAY],
])('P13: a wall clock set %s changes neither a wait nor a service', async (_, by) => {
  const rig = await startHub();
  const { one, ticket } = await atCounter(rig);
  rig.clock.turn(2 * MINUTE);
  rig.clock.stepWall(by);
  rig.clock.turn(5 * MINUTE);
  await one.send({ type: 'call.next', ...at });
  await one.send({ type: 'service.start', ...at });
  rig.clock.turn(MINUTE);
  rig.clock.stepWall(-by);
  rig.clock.turn(4 * MINUTE);
  expect(await one.send({ type: 'service.end', ...at })).toMatchObject({ ok: true });
  const { visit } = rig.hub.pipeline.lobby;
  const leg = ticketOf(visit, ticket)?.legs[0];
  expect((leg?.startedAt ?? 0) - (leg?.from ?? 0)).toBe(7 * MINUTE);
  expect((leg?.endedAt ?? 0) - (leg?.startedAt ?? 0)).toBe(5 * MINUTE);
  const ledger = await ledgerOf(rig, '2026-11-24');
  expect(ledger.match(/"by":(-?\d+),"offset":-?\d+,"type":"clock.stepped"/g)).toHaveLength(2);
  expect(visit.day?.date, 'the day goes on').toBe('2026-11-24');
});

test('P13: a wall clock set a day ahead ends the day, and nobody has waited a day for it', async () => {
  const rig = await startHub();
  const { one, ticket } = await atCounter(rig);
  rig.clock.turn(3 * MINUTE);
  await one.send({ type: 'call.next', ...at });
  await one.send({ type: 'service.start', ...at });
  rig.clock.turn(2 * MINUTE);
  rig.clock.stepWall(DAY);
  rig.clock.turn(1000);
  await rig.hub.pipeline.settled();
  expect(rig.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-25');
  const facts = (await ledgerOf(rig, '2026-11-24'))
    .trim()
    .split('\n')
    .flatMap((line) => JSON.parse(line).facts);
  const of = (type: string) => facts.find((f) => f.type === type && f.ticket === ticket)?.at;
  expect(of('service.started') - of('ticket.issued')).toBe(3 * MINUTE);
  expect(of('service.forgotten') - of('service.started')).toBe(2 * MINUTE + 1000);
  // The calendar goes by the wall as it is: the day is closed before the step is written down.
  expect(await ledgerOf(rig, '2026-11-25')).toContain(`"by":${DAY},"offset":${DAY}`);
});

/** Local midnight of nights in which clocks change, and how long until 03:30 is on the wall. */
const nights = [
  ['Europe/Berlin', 'ahead', '2026-03-28', Date.UTC(2026, 2, 28, 23), 2.5],
  ['Europe/Berlin', 'back', '2026-10-24', Date.UTC(2026, 9, 24, 22), 4.5],
  ['America/New_York', 'ahead', '2026-03-07', Date.UTC(2026, 2, 8, 5), 2.5],
  ['America/New_York', 'back', '2026-10-31', Date.UTC(2026, 10, 1, 4), 4.5],
] as const;

test.each(nights)(
  'P13: in the night when %s sets its clocks %s, a wait is as long as it was',
  async (timeZone, _, date, midnight, hours) => {
    const settings = { ...defaultSettings, branch: { ...defaultSettings.branch, timeZone } };
    const rig = await startHub({ settings, clock: handClock(midnight) });
    const { one, ticket } = await atCounter(rig);
    for (let passed = 0; passed < hours * HOUR; passed += 10 * MINUTE) rig.clock.turn(10 * MINUTE);
    await one.send({ type: 'call.next', ...at });
    expect(await one.send({ type: 'service.start', ...at })).toMatchObject({ ok: true });
    const { visit } = rig.hub.pipeline.lobby;
    const leg = ticketOf(visit, ticket)?.legs[0];
    expect((leg?.startedAt ?? 0) - (leg?.from ?? 0)).toBe(hours * HOUR);
    // No step: the machine's clock went on as ever, only the branch's wall shows another hour.
    expect(await ledgerOf(rig, date)).not.toContain('clock.stepped');
    expect(visit.day).toMatchObject({ date, open: true });
    // At 04:00 on the branch's wall, half an hour later, the day ends: once.
    rig.clock.turn(30 * MINUTE);
    await rig.hub.pipeline.submitOwn({ type: 'tick' });
    const ledger = await ledgerOf(rig, date);
    expect(ledger.match(/"type":"day.closed"/g)).toHaveLength(1);
    expect(rig.hub.pipeline.lobby.visit.day?.open).toBe(true);
    expect(rig.hub.pipeline.lobby.visit.day?.date.slice(0, 8)).toBe(
      new Date(midnight + 12 * HOUR).toISOString().slice(0, 8),
    );
  },
);

test('P13: a hub that starts under a clock gone back labels nothing before what it knows', async () => {
  const rig = await startHub();
  const { one } = await atCounter(rig);
  rig.clock.turn(MINUTE);
  await one.send(take);
  const { disk } = rig;
  await rig.stop();
  const clock = handClock(NINE + MINUTE);
  clock.stepWall(-DAY);
  const again = await startHub({ disk, clock });
  expect(again.hub.pipeline.lobby.visit.lastAt).toBeGreaterThanOrEqual(NINE + MINUTE);
  expect(again.hub.pipeline.lobby.visit.offset).toBe(-DAY);
});
