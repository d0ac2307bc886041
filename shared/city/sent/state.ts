import type { SentBody, SentBodyOf } from '../../down/item.ts';
import type { BranchId, SendingId } from '../../ids.ts';
import { rulesFrom } from '../../month/rules.ts';
import { emptyTable, rowAt, type Table, withRow } from '../../visit/table.ts';
import type { PersonId } from '../ids.ts';
import type { SentFact } from './facts.ts';

/** One thing that was sent down, and to whom. */
export interface Sending {
  readonly id: SendingId;
  readonly at: number;
  readonly by: PersonId | null;
  readonly body: SentBody;
  readonly to: readonly BranchId[];
  /** 撤回: by which later one, and why. */
  readonly withdrawn: { readonly at: number; readonly id: SendingId; readonly why: string } | null;
}

/** What goes down to one branch, in its order. */
export interface Road {
  /** Whose ledger it begins with; null: the branch's first one, whichever that is. */
  readonly epoch: number | null;
  readonly ids: readonly SendingId[];
  /** Which version of the rules, as results name it, it was sent for each month, `2026-11`. */
  readonly rules: Readonly<Record<string, { readonly id: SendingId; readonly version: string }>>;
}

export interface SentRoom {
  /** By their running number; all there ever were. */
  readonly sendings: Table<Sending>;
  readonly roads: Readonly<Record<BranchId, Road>>;
}

export const initialSent: SentRoom = { sendings: emptyTable, roads: {} };

const blank: Road = { epoch: null, ids: [], rules: {} };

export const roadOf = ({ roads }: SentRoom, branch: BranchId): Road => roads[branch] ?? blank;

const numberIn = (id: SendingId) => Number(id.slice(id.indexOf('.s') + 2));

export function sendingOf({ sendings }: SentRoom, id: SendingId): Sending | undefined {
  const found = rowAt(sendings, numberIn(id));
  return found?.id === id ? found : undefined;
}

export function evolveSent(room: SentRoom, fact: SentFact): SentRoom {
  if (fact.type === 'sent.renewed') {
    const { branch, epoch, ids } = fact;
    const road = { ...roadOf(room, branch), epoch, ids };
    return { ...room, roads: { ...room.roads, [branch]: road } };
  }
  const { type: _, ...sent } = fact;
  const all = withRow(room.sendings, room.sendings.size + 1, { ...sent, withdrawn: null });
  const roads = { ...room.roads };
  for (const branch of fact.to) roads[branch] = goneTo(roadOf(room, branch), fact);
  const next = { sendings: all, roads };
  return fact.body.kind === 'withdrawal' ? withdrawn(next, fact, fact.body) : next;
}

type Out = Extract<SentFact, { type: 'sent.out' }>;

function goneTo(road: Road, { id, body }: Out): Road {
  const ids = [...road.ids, id];
  if (body.kind !== 'rules') return { ...road, ids };
  const { version } = rulesFrom(body.rules);
  return { ...road, ids, rules: { ...road.rules, [body.rules.from]: { id, version } } };
}

function withdrawn(
  room: SentRoom,
  { at, id }: Out,
  { of, why }: SentBodyOf<'withdrawal'>,
): SentRoom {
  const before = sendingOf(room, of);
  if (!before) return room;
  const taken = { ...before, withdrawn: { at, id, why } };
  return { ...room, sendings: withRow(room.sendings, numberIn(of), taken) };
}
