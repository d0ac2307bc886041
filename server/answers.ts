import { hash } from 'node:crypto';
import type { TicketId } from '../shared/ids.ts';
import type { Command, Fact } from '../shared/lobby.ts';
import type { Refusal } from '../shared/result.ts';
import { timeOf } from '../shared/uuid7.ts';
import type { Answer, RefusalCode } from '../shared/wire.ts';
import { refusalSentence } from '../shared/words/refusals.ts';
import { canonical } from './ledger/canonical.ts';
import type { Entry } from './ledger/entry.ts';

type Accepted = Extract<Answer, { ok: true }>;

/**
 * A command id that was accepted, and what is needed to answer it again in one text, as it lies in
 * memory and in a checkpoint: a start takes a week of them up as they are.
 */
export type Remembered = readonly [id: string, said: string];

/** Ids are remembered so long, milliseconds. */
export const WEEK = 7 * 24 * 60 * 60 * 1000;

/** SHA-256 of a command's canonical form (RFC 8785): the same press has the same body. */
export const bodyOf = (command: Command) => hash('sha256', canonical(command));

export function refused(refusal: Refusal<RefusalCode>): Extract<Answer, { ok: false }> {
  return { ok: false, ...refusal, says: refusalSentence(refusal.code, refusal.details) };
}

/** The answer that an entry stands for; nothing but the entry is needed to give it again. */
export function answerFor(seq: number, facts: readonly Fact[]): Accepted {
  for (const fact of facts) {
    if (fact.type === 'ticket.issued')
      return { ok: true, seq, ticket: fact.ticket, number: fact.number };
    if (fact.type === 'ticket.called') return { ok: true, seq, ticket: fact.ticket };
  }
  return { ok: true, seq };
}

/** In one piece of memory: a week of them is the most that a hub remembers. No part has a space. */
function packed(body: string, { seq, ticket, number }: Accepted): string {
  return [body, seq, ticket ?? '', number ?? ''].join(' ');
}

function unpacked(said: string): { readonly body: string; readonly answer: Accepted } {
  const [body = '', seq, ticket, number] = said.split(' ');
  const more = { ...(ticket && { ticket: ticket as TicketId }), ...(number && { number }) };
  return { body, answer: { ok: true, seq: Number(seq), ...more } };
}

/** Accepted commands of the last seven days, so that a retry takes effect once. */
export class Answers {
  readonly #known: Map<string, string>;

  constructor(known: Iterable<Remembered> = []) {
    this.#known = new Map(known);
  }

  learn({ id, body, seq, facts }: Pick<Entry, 'id' | 'body' | 'seq' | 'facts'>): void {
    this.#known.set(id, packed(body, answerFor(seq, facts)));
  }

  /** The answer a command already had, a refusal of its id, or nothing: then it is new. */
  recall(command: Command, body: string, at: number): Answer | null {
    const said = this.#known.get(command.id);
    if (said) {
      const known = unpacked(said);
      return known.body === body ? known.answer : refused({ code: 'command.idReused' });
    }
    return timeOf(command.id) < at - WEEK ? refused({ code: 'command.tooOld' }) : null;
  }

  /** Forgets what would be refused as too old anyway. */
  forget(at: number): void {
    for (const id of this.#known.keys()) if (timeOf(id) < at - WEEK) this.#known.delete(id);
  }

  all(): Remembered[] {
    return [...this.#known];
  }
}
