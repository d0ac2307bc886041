import { defaultSettings } from '../../shared/defaults.ts';
import { evolve, type Fact, initialLobby } from '../../shared/lobby.ts';
import { Unreachable } from '../../shared/result.ts';
import { anywhere, Chain } from '../ledger/chain.ts';
import { Unsound } from '../ledger/damage.ts';
import type { Entry } from '../ledger/entry.ts';
import { type No, no, type Segment } from './protocol.ts';
import type { Member } from './roster.ts';
import type { DayLines } from './stretch.ts';

/** What is wrong with a segment, and the line that shows it. */
export interface Objection {
  readonly no: No;
  readonly line: string | null;
}

export const objection = (answer: No, line: string | null = null): Objection => ({
  no: answer,
  line,
});

export interface Checked {
  /** In order, each bound to the one before; the first one's place is still its own word. */
  readonly entries: readonly Entry[];
  /** The same, byte for byte. */
  readonly days: readonly DayLines[];
}

/**
 * Whether a segment is a piece of one ledger, signed by its branch: everything that can be said without
 * knowing what is held already.
 */
export function checked(segment: Segment, member: Member): Checked | Objection {
  const { head } = segment;
  if (!member.publicKey.signed(head)) return objection(no('center.forged'));
  const days = segment.days.map(({ date, lines }) => ({ date, lines: lines.map(bytesOf) }));
  if (days.some(({ date }, i) => i > 0 && date <= (days[i - 1]?.date ?? '')))
    return objection(no('center.malformed', { at: 'days' }));
  const entries: Entry[] = [];
  const chain = new Chain(null, anywhere);
  for (const line of days.flatMap((day) => day.lines)) {
    try {
      // Number 2: the chain goes on across days.
      entries.push(chain.parse(line, 2));
    } catch (error) {
      if (!(error instanceof Unsound)) throw error;
      return objection(flawed(error, (entries.at(-1)?.seq ?? 0) + 1), String(line));
    }
  }
  const last = entries.at(-1);
  const isOfLast = last?.seq === head.seq && last.hash === head.hash && last.at === head.at;
  if (last && !isOfLast) return objection(no('center.malformed', { at: 'head' }));
  const strange = entries.find(({ facts }) => facts.some((fact) => !isKnown(fact)));
  return strange ? objection(no('center.newer')) : { entries, days };
}

const bytesOf = (line: string) => Buffer.from(line);

function flawed({ flaw }: Unsound, seq: number): No {
  if (flaw === 'newer') return no('center.newer');
  if (flaw === 'misplaced' || flaw === 'unlinked') return no('center.unlinked', { seq });
  return no('center.altered', { seq });
}

/** Kinds of facts that this program knows; each is asked for once. */
const known = new Set<string>();

/** A program that does not know a fact leaves the whole entry to a newer one, without guessing. */
function isKnown(fact: Fact): boolean {
  const type: unknown = fact?.type;
  if (typeof type !== 'string') return false;
  if (known.has(type)) return true;
  try {
    evolve(initialLobby(defaultSettings), fact);
  } catch (error) {
    if (error instanceof Unreachable) return false;
    // Known, and senseless by itself: what it means is for the verification to say.
  }
  known.add(type);
  return true;
}

/**
 * A later epoch's ledger names where the former one ends, as the city stated it, in the first start that
 * it tells of.
 */
export function beginsRightly({ after }: Member, entries: readonly Entry[]): boolean {
  if (!after || entries[0]?.seq !== 1) return true;
  const starts = entries.flatMap(({ facts }) =>
    facts.filter((fact) => fact.type === 'hub.started'),
  );
  const said = starts[0]?.after;
  return said?.epoch === after.epoch && said.seq === after.seq && said.hash === after.hash;
}
