import assert from 'node:assert/strict';
import type { Lobby } from '../../shared/lobby.ts';
import { thresholds } from '../../shared/views/figures.ts';
import { measureByClass } from '../../shared/visit/measures.ts';
import { byIssue, rows } from '../../shared/visit/queue.ts';
import type { Visit } from '../../shared/visit/state.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import type { Ticket } from '../../shared/visit/ticket.ts';

/** What is true of every state that anybody can bring a lobby to. */
export function holds({ visit, care }: Lobby): void {
  const tickets = [...rowsOf(visit.tickets)];
  numbersAreUnique(tickets);
  listsAreTrue(visit, tickets);
  countersAreSingle(visit, tickets);
  for (const ticket of tickets) timesRunForward(ticket, visit.lastAt);
  for (const counter of Object.values(visit.counters)) assert(counter.terminalOff >= 0);
  if (visit.doors) assert(visit.day?.open);
  const open = care.alerts.filter((a) => a.clearedAt === null).map((a) => a.kind + a.subject);
  assert.equal(new Set(open).size, open.length);
  assert.equal(new Set(care.alerts.map((a) => a.id)).size, care.alerts.length);
  silenceIsCountable(visit);
}

function numbersAreUnique(tickets: readonly Ticket[]): void {
  assert.equal(new Set(tickets.map((t) => t.number)).size, tickets.length);
  assert.equal(new Set(tickets.map((t) => t.id)).size, tickets.length);
}

function listsAreTrue(visit: Visit, tickets: readonly Ticket[]): void {
  const lists = { waiting: 'line', held: 'held', missed: 'missed' } as const;
  for (const [is, list] of Object.entries(lists)) {
    const own = tickets.filter((t) => t.situation.is === is).sort(byIssue);
    assert.deepEqual(rows(visit, visit[list]), own);
  }
}

function countersAreSingle(visit: Visit, tickets: readonly Ticket[]): void {
  const at = tickets.flatMap(({ id, situation: s }) =>
    s.is === 'called' || s.is === 'serving' ? [`${s.counter} ${id}`] : [],
  );
  const present = Object.values(visit.counters).flatMap((k) =>
    k.present ? [`${k.id} ${k.present}`] : [],
  );
  assert.deepEqual(at.sort(), present.sort());
}

function timesRunForward(ticket: Ticket, now: number): void {
  let last = ticket.firstAt;
  ticket.legs.forEach((leg, i) => {
    const open = leg.endedAt === null;
    if (open) assert.equal(i, ticket.legs.length - 1);
    for (const at of [leg.from, leg.calledAt, leg.startedAt, leg.endedAt ?? leg.startedAt]) {
      assert(at >= last, `${ticket.number}: a time runs backwards`);
      last = at;
    }
  });
  assert(ticket.since <= now && last <= now);
}

/** done = offered + not offerable; offered = given + declined + expired + open, 0 after the close. */
function silenceIsCountable(visit: Visit): void {
  const options = { over: thresholds(visit.settings), points: visit.settings.rating.points };
  const { all, classes } = measureByClass(rowsOf(visit.tickets), options);
  for (const { rating, wait } of [all, ...Object.values(classes)]) {
    const { noTerminal, transferred, forgotten } = rating.notOfferable;
    assert.equal(rating.done, rating.offered + noTerminal + transferred + forgotten);
    const { given, declined, expired, open } = rating;
    assert.equal(rating.offered, given + declined + expired + open);
    if (visit.day && !visit.day.open) assert.equal(open, 0);
    assert.equal(
      wait.buckets.reduce((sum, n) => sum + n, 0),
      wait.n,
    );
  }
}
