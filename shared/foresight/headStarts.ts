import type { TicketClass } from '../visit/ticket.ts';

/**
 * A rule of who goes next that nobody told us: the seconds by which a class is treated as having come
 * earlier, learned from who was called past whom. For each class, by how much later it came than
 * the ordinary one that waited (steps of ten seconds): how often it went first, and how often second.
 */
export type HeadStarts = Readonly<Partial<Record<TicketClass, readonly Step[]>>>;
interface Step {
  readonly first: number;
  readonly second: number;
}

const STEP = 10;
/** From a minute earlier to five minutes later. */
const FROM = -6;
const STEPS = 37;
/** What was seen fades, for rules change: half of it is gone after some 350 calls. Ours. */
const FADES = 0.998;

/** `later`: seconds by which the one with a head start came after the ordinary one. */
export function withOvertaking(
  known: HeadStarts,
  cls: TicketClass,
  later: number,
  wentFirst: boolean,
): HeadStarts {
  const at = Math.max(0, Math.min(STEPS - 1, Math.floor(later / STEP) - FROM));
  const before = known[cls] ?? Array.from({ length: STEPS }, () => ({ first: 0, second: 0 }));
  const steps = before.map(({ first, second }, i) => ({
    first: first * FADES + (i === at && wentFirst ? 1 : 0),
    second: second * FADES + (i === at && !wentFirst ? 1 : 0),
  }));
  return { ...known, [cls]: steps };
}

/** The head start, seconds, under which the fewest calls seen were against the rule. */
export function headStart(known: HeadStarts, cls: TicketClass): number {
  const steps = known[cls];
  if (!steps) return 0;
  let against = steps.reduce((sum, { first, second }, i) => sum + (i < -FROM ? second : first), 0);
  let least = against;
  let best = 0;
  for (let i = -FROM; i < STEPS - 1; i++) {
    against += (steps[i]?.second ?? 0) - (steps[i]?.first ?? 0);
    if (against >= least - 1e-9) continue;
    least = against;
    best = (i + FROM + 1) * STEP;
  }
  return best;
}
