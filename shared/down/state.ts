import type { AssessmentRules } from '../assessment.ts';
import type { SendingId } from '../ids.ts';
import type { DownFact } from './facts.ts';
import { type Item, NOTHING, type SentBody } from './item.ts';
import type { ItemRefusal } from './refusals.ts';

/** An item that was entered lately, and what came of it. */
export interface Entered {
  readonly id: SendingId;
  readonly n: number;
  readonly kind: string;
  readonly at: number;
  readonly refused: ItemRefusal | null;
}

export interface Down {
  /** The last item entered; 0 before the first. */
  readonly n: number;
  readonly hash: string;
  /** Versions of the rules that the center sent, by the month from which each is valid. */
  readonly rules: readonly SentRules[];
  /** Of the last 60 days, oldest first. */
  readonly entered: readonly Entered[];
}

export type SentRules = AssessmentRules & { readonly sent: SendingId };

export const initialDown: Down = { n: 0, hash: NOTHING, rules: [], entered: [] };

export function evolveDown(down: Down, { at, item, refused }: DownFact): Down {
  const { id, n, hash, body } = item;
  const row = { id, n, kind: String(body.kind), at, refused: refused ?? null };
  const next = { ...down, n, hash, entered: [...down.entered, row] };
  return refused ? next : { ...next, rules: rulesAfter(down.rules, item) };
}

/** The last one sent for a month counts, and one that was withdrawn counts no more. */
function rulesAfter(before: Down['rules'], { id, body }: Item): Down['rules'] {
  const read = body as SentBody;
  if (read.kind === 'withdrawal') return before.filter(({ sent }) => sent !== read.of);
  if (read.kind !== 'rules') return before;
  const all = [...before, { ...read.rules, sent: id }];
  return all.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const KEPT = 60 * 86_400_000;

export const newDayForDown = (down: Down, at: number): Down =>
  down.entered.every((one) => at - one.at <= KEPT)
    ? down
    : { ...down, entered: down.entered.filter((one) => at - one.at <= KEPT) };

export const refusedItems = ({ entered }: Down) =>
  entered.flatMap((one) => (one.refused ? [{ ...one, refused: one.refused }] : []));
