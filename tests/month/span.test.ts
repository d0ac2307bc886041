import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rehearse } from '../../server/rehearsal/rehearse.ts';
import { decide, evolve, type Fact, initialLobby, type Lobby } from '../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import { packed, unpacked } from '../../shared/month/packed.ts';
import { spanOf } from '../../shared/month/span.ts';
import type { Settings } from '../../shared/settings.ts';
import { thresholds } from '../../shared/views/figures.ts';
import { due } from '../../shared/visit/day.ts';
import { measureByClass } from '../../shared/visit/measures.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { commandOf, type Press, somePresses, someSettings } from '../kit/presses.ts';

const optionsOf = (settings: Settings) => ({
  over: thresholds(settings),
  points: settings.rating.points,
});

/** Plays presses as the hub takes them, days one after another. */
function playing(settings: Settings) {
  let lobby = initialLobby(settings);
  let at = Date.parse('2026-11-23T09:00:00+08:00');
  let offers = 0;
  const ask = (command: Parameters<typeof decide>[1]) => {
    const decided = decide(lobby, command, { at, mint: `offer-number-${++offers}` });
    if (decided.ok) lobby = decided.value.reduce(evolve, lobby);
  };
  const take = (press: Press) => {
    at += press.after * 1000;
    for (let [own] = due(lobby.visit, at); own; [own] = due(lobby.visit, at)) ask(own);
    ask({ type: 'tick' });
    ask(commandOf(press, lobby));
  };
  const closes = () => {
    take({ what: 'closeDay', a: 0, b: 0, after: 60 });
    return lobby;
  };
  const sleeps = () => {
    at += 20 * 3_600_000;
  };
  return { take, closes, sleeps, at: () => at };
}

const kept = (row: DayRow | null): DayRow => JSON.parse(JSON.stringify(row));

const someDays = fc.array(somePresses, { minLength: 1, maxLength: 4 });

test('over random days the figures of kept rows are the measures of all tickets, to the last digit', () => {
  const holds = fc.property(someDays, someSettings, (days, settings) => {
    const hall = playing(settings);
    const lobbies = days.map((presses) => {
      hall.sleeps();
      for (const press of presses) hall.take(press);
      return hall.closes();
    });
    const tickets = lobbies.flatMap(({ visit }) => [...rowsOf(visit.tickets)]);
    const restarts = lobbies.flatMap(({ visit }) => visit.restarts);
    const span = spanOf(
      lobbies.map((lobby) => kept(rowOf(lobby, hall.at()))),
      optionsOf(settings),
    );
    const { classes, all } = measureByClass(tickets, { ...optionsOf(settings), restarts });
    const measured = tickets.filter((ticket) => !ticket.test);
    assert.deepEqual(span.all, all);
    for (const [cls, measures] of Object.entries(span.classes))
      assert.deepEqual(measures, classes[cls as keyof typeof classes]);
    assert.deepEqual(new Set(Object.keys(span.classes)), new Set(measured.map((t) => t.class)));
  });
  fc.assert(holds, { numRuns: 60 });
}, 60_000);

/** The lobby at the close of each of some simulated days. */
function closes(facts: readonly Fact[], settings: Settings): Lobby[] {
  const closed: Lobby[] = [];
  let lobby = initialLobby(settings);
  for (const fact of facts) {
    lobby = evolve(lobby, fact);
    if (fact.type === 'day.closed') closed.push(lobby);
  }
  return closed;
}

const { facts, days } = rehearse(5);
const [day] = closes(facts, days.lobby.visit.settings);
if (!day) throw new Error('the day was never closed');
const closedAt = facts.at(-1)?.at ?? 0;
const row = rowOf(day, closedAt);
const sum = <T>(list: readonly T[] | undefined, of: (one: T) => number) =>
  (list ?? []).reduce((total, one) => total + of(one), 0);

test('the half-hours of a day add up to the day', () => {
  const { all } = spanOf(row ? [row] : [], optionsOf(days.lobby.visit.settings));
  expect(sum(row?.slots, (slot) => slot.arrivals)).toBe(all.tickets - all.replaced);
  expect(sum(row?.slots, (slot) => sum(Object.values(slot.by), Number))).toBe(
    all.tickets - all.replaced,
  );
  expect(sum(row?.slots, (slot) => slot.waits)).toBe(all.wait.n);
  expect(sum(row?.slots, (slot) => slot.waitMs)).toBeCloseTo(
    all.wait.n * Number(all.wait.mean) * 1000,
    3,
  );
  expect(sum(row?.slots, (slot) => slot.called)).toBe(row?.calls.n);
  expect(row?.slots.map(({ at }) => at)).toEqual(row?.slots.map(({ at }) => at).sort());
});

test('the counters of a day add up in their half-hours, and the time without a terminal is the one known', () => {
  expect(row?.counters.length).toBeGreaterThan(2);
  expect(sum(row?.counters, (k) => k.openMs)).toBe(sum(row?.slots, (slot) => slot.openMs));
  expect(sum(row?.counters, (k) => k.pausedMs)).toBe(sum(row?.slots, (slot) => slot.pausedMs));
  expect(sum(row?.counters, (k) => k.offMs)).toBe(row?.terminalOff);
  expect(sum(row?.slots, (slot) => slot.offMs)).toBe(row?.terminalOff);
  expect(row?.terminalOff).toBeGreaterThan(0);
});

test('the desks of a day add up to its services and ratings', () => {
  const { all } = spanOf(row ? [row] : [], optionsOf(days.lobby.visit.settings));
  expect(sum(row?.desks, (desk) => desk.done)).toBe(all.rating.done);
  expect(sum(row?.desks, (desk) => desk.given)).toBe(all.rating.given);
  expect(sum(row?.desks, (desk) => desk.gaps)).toBe(all.callGap.n);
  expect(sum(row?.desks, (desk) => desk.calm.invited + desk.late.invited)).toBeLessThanOrEqual(
    all.rating.invited,
  );
});

test('a row is small enough to be kept for ever', () => {
  expect(JSON.stringify(row).length).toBeLessThan(16_000);
});

test('durations come out as they went in, in order', () => {
  expect(unpacked(packed([90_000, 1, 1, 0, 61_234]))).toEqual([0, 1, 1, 61_234, 90_000]);
  expect(unpacked(packed([]))).toEqual([]);
});

test('a duration that was corrected stands in the place of the wrong one, in its own day only', () => {
  const group = row?.groups.find((g) => unpacked(g.waits).length > 0);
  if (!row || !group) throw new Error('nobody waited');
  const [from = 0] = unpacked(group.waits);
  const { class: cls, service } = group;
  const more = {
    id: 'k1',
    ticket: 't',
    at: 1,
    by: ['a', 'b'],
    reason: 'late',
    from,
    to: from + 1000,
  };
  const options = optionsOf(days.lobby.visit.settings);
  const figures = (date: string) =>
    spanOf([row], {
      ...options,
      corrections: [{ ...more, date, class: cls, service, what: 'wait' }],
    }).all.wait;
  const before = spanOf([row], options).all.wait;
  expect(figures('2026-01-01')).toEqual(before);
  expect(figures(row.date).n).toBe(before.n);
  expect(Number(figures(row.date).mean)).toBeCloseTo(Number(before.mean) + 1 / before.n, 9);
});
