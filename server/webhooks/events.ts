import type { Fact } from '../../shared/lobby.ts';
import type { Entry } from '../ledger/entry.ts';

/** One thing that happened, as other programs are told it. */
export interface Event {
  /** Its place in the ledger and the entry's own hash: the same event always has the same id. */
  readonly id: string;
  readonly branch: string;
  readonly type: Fact['type'];
  /** Hub time, milliseconds since the epoch. */
  readonly at: number;
  readonly [field: string]: string | number | boolean;
}

/**
 * What is told, and which fields of it. Never who: no class, no reason, no teller, no staff, no single
 * rating. A fact without a row is told to nobody.
 */
const TOLD: { readonly [T in Fact['type']]?: readonly string[] } = {
  'day.opened': ['date'],
  'day.closed': ['date'],
  'doors.opened': [],
  'doors.closed': [],
  'ticket.issued': ['ticket', 'number', 'service', 'replaces', 'test'],
  'ticket.replaced': ['ticket', 'by'],
  'ticket.called': ['ticket', 'counter'],
  'ticket.recalled': ['ticket', 'counter'],
  'ticket.missed': ['ticket', 'counter'],
  'ticket.returned': ['ticket'],
  'ticket.held': ['ticket'],
  'ticket.released': ['ticket'],
  'ticket.abandoned': ['ticket'],
  'ticket.servedMeanwhile': ['ticket'],
  'service.started': ['ticket', 'counter'],
  'service.ended': ['ticket', 'counter'],
  'service.transferred': ['ticket', 'counter', 'to'],
  'service.forgotten': ['ticket'],
  'press.undone': ['ticket', 'counter', 'what'],
  'counter.opened': ['counter'],
  'counter.paused': ['counter'],
  'counter.resumed': ['counter'],
  'counter.closed': ['counter'],
  'alert.raised': ['alert', 'kind', 'level', 'figure'],
  'alert.rose': ['alert', 'level', 'figure'],
  'alert.cleared': ['alert'],
};

export const toldTypes = Object.keys(TOLD) as Fact['type'][];

export function eventsOf({ seq, hash, facts }: Entry, branch: string): Event[] {
  return facts.flatMap((fact, i) => {
    const fields = TOLD[fact.type];
    if (!fields) return [];
    const all = Object.entries(fact as unknown as Record<string, string | number | boolean>);
    const { type, at } = fact;
    const told = Object.fromEntries(all.filter(([name]) => fields.includes(name)));
    return [{ id: `${seq}.${i}.${hash.slice(0, 12)}`, branch, type, at, ...told }];
  });
}
