import { businessDateAt } from '../../../shared/calendar.ts';
import type { Fact } from '../../../shared/lobby.ts';
import type { Measures } from '../../../shared/visit/measures.ts';
import type { Ticket } from '../../../shared/visit/ticket.ts';
import { type Line, rowsOn } from '../onDisk.ts';
import type { Branch, Happened } from './branch.ts';
import type { Folded } from './told.ts';

/** P13: durations are those of the clock outside, and never negative, whatever the wall said. */
export function checkDurations(branch: Branch, { lines, days }: Folded): void {
  for (const [i, line] of lines.entries()) {
    const { at, label } = branch.happened.get(line.seq) ?? { at: line.at, label: 0 };
    if (line.at !== at + label)
      branch.blame(`P13: entry ${line.seq} is ${line.at - at - label} ms off`);
    if (line.at < (lines[i - 1]?.at ?? 0)) branch.blame(`P13: time runs back at entry ${line.seq}`);
  }
  const begun = momentsOf(lines, 'service.started', branch);
  const issued = momentsOf(lines, 'ticket.issued', branch);
  for (const ticket of days.flatMap((day) => day.tickets)) {
    if (
      ticket.legs.some(
        (leg) => leg.startedAt < leg.from || (leg.endedAt ?? leg.startedAt) < leg.startedAt,
      )
    )
      branch.blame(`P13: ticket ${ticket.id} has a negative duration`);
    const wait = waitOutside(ticket, issued.get(ticket.id), begun.get(ticket.id));
    const [leg] = ticket.legs;
    if (wait !== null && leg && leg.startedAt - leg.from !== wait)
      branch.blame(`P13: ticket ${ticket.id} waited ${wait} ms, not ${leg.startedAt - leg.from}`);
  }
}

/**
 * When the last fact of this type came about for each ticket: one before it was taken back. Unknown
 * where the hub died before it answered.
 */
function momentsOf(lines: readonly Line[], type: Fact['type'], branch: Branch) {
  const moments = new Map<string, Happened | undefined>();
  for (const { seq, facts } of lines)
    for (const fact of facts)
      if (fact.type === type && 'ticket' in fact)
        moments.set(fact.ticket, branch.happened.get(seq));
  return moments;
}

/** Of plain tickets within one life of the hub; a wait across a restart is marked as such. */
function waitOutside(ticket: Ticket, from?: Happened, to?: Happened): number | null {
  const [leg, second] = ticket.legs;
  const plain =
    leg?.how === 'done' && !second && !ticket.replaces && !NEVER_PLAIN.includes(ticket.by);
  if (!plain || !from || !to || from.label !== to.label) return null;
  return to.at - from.at;
}

/** They never waited, or began to where no hub was. */
const NEVER_PLAIN: readonly Ticket['by'][] = ['walkIn', 'lent'];

/** P14: nobody's silence is lost. */
export function checkSums(branch: Branch, { lines }: Folded): void {
  const asked = asksByDay(lines);
  for (const { date, all } of closingsOn(branch)) {
    const { done, offered, notOfferable: not, given, declined, expired, open } = all.rating;
    const unasked = not.noTerminal + not.transferred + not.forgotten;
    const said = asked.get(date)?.filter((type) => type === 'rating.offered').length ?? 0;
    if (done !== offered + unasked)
      branch.blame(`P14: ${done} done, ${offered} + ${unasked} asked`);
    if (offered !== said) branch.blame(`P14: ${said} offers in the ledger, ${offered} in the sums`);
    if (offered !== given + declined + expired) branch.blame('P14: offers do not add up');
    if (open !== 0) branch.blame(`P14: ${open} prompts open after the close`);
  }
}

const closingsOn = (branch: Branch) =>
  rowsOn(branch.medium, 'closings.jsonl') as unknown as { date: string; all: Measures }[];

/** Whether each service's customer was asked, counted from the facts alone; tests are not counted. */
function asksByDay(lines: readonly Line[]): Map<string, string[]> {
  const tests = new Set<string>();
  const asks = new Map<string, { ticket: string; type: string }[]>();
  for (const fact of lines.flatMap((line) => line.facts)) {
    if (fact.type === 'ticket.issued' && fact.test) tests.add(fact.ticket);
    if (!('ticket' in fact) || tests.has(fact.ticket)) continue;
    const date = fact.ticket.slice(0, 10);
    const day = asks.get(date) ?? [];
    asks.set(date, day);
    if (fact.type === 'rating.offered' || fact.type === 'rating.notOfferable') day.push(fact);
    if (fact.type !== 'press.undone' || fact.what !== 'end') continue;
    const last = day.findLastIndex((ask) => ask.ticket === fact.ticket);
    if (last >= 0) day.splice(last, 1);
  }
  return new Map([...asks].map(([date, day]) => [date, day.map(({ type }) => type)]));
}

/** P15: no number twice, no ticket at two counters, none called that is not there. */
export function checkCalls(branch: Branch, { lines }: Folded): void {
  const numbers = new Set<string>();
  const present = new Map<string, string>();
  for (const fact of lines.flatMap((line) => line.facts)) {
    if (fact.type === 'ticket.issued') {
      const number = `${fact.ticket.slice(0, 10)} ${fact.number}`;
      if (numbers.has(number)) branch.blame(`P15: ${number} was given out twice`);
      numbers.add(number);
    }
    if (fact.type === 'ticket.called') {
      const there = present.get(fact.ticket);
      if (there)
        branch.blame(`P15: ${fact.ticket} is called to ${fact.counter} and is at ${there}`);
      present.set(fact.ticket, fact.counter);
    }
    if (leavesCounter(fact)) present.delete(fact.ticket);
  }
}

type OnTicket = Extract<Fact, { ticket: unknown }>;

const LEAVES: readonly OnTicket['type'][] = [
  'press.undone',
  'service.ended',
  'service.forgotten',
  'service.transferred',
  'ticket.abandoned',
  'ticket.held',
  'ticket.missed',
];

const leavesCounter = (fact: Fact): fact is OnTicket => LEAVES.some((type) => type === fact.type);

/** The day that is open is the day that it is, or, after a step back, one that it has been. */
export function checkDate(branch: Branch): void {
  const { life, world, settings, lag } = branch;
  branch.sawWall();
  const open = life?.alive && life.hub.pipeline.accepting ? life.lobby.visit.day : null;
  if (!open) return;
  const late = 2 * lag() + 10_000;
  if (world.now - branch.steppedAt < late) return;
  const today = businessDateAt(settings, world.wall - late);
  const latest = businessDateAt(settings, branch.latestWall);
  if (open.date < today || open.date > latest)
    branch.blame(`day ${open.date} is open, the wall says ${today}, and never beyond ${latest}`);
}
