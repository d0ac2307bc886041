import type { Settings } from '../settings.ts';
import { ratio } from './spread.ts';
import { lastLeg, type RatingLevel, type Ticket } from './ticket.ts';

export const isRatedAtTerminal = (ticket: Ticket) => lastLeg(ticket)?.prompt?.is === 'given';

/** What phones said: a list of its own, in no ranking and no satisfaction figure. */
export interface PhoneMeasures {
  /** One rating a ticket: where the terminal has an answer too, that one counts, and not here. */
  readonly n: number;
  readonly levels: Readonly<Record<RatingLevel, number>>;
  /** Mean points, as the terminal's are counted. */
  readonly mean: number | null;
  /** Phone ratings set aside because the terminal was answered afterwards. */
  readonly setAside: number;
}

export interface PhoneCounts {
  readonly levels: PhoneMeasures['levels'];
  readonly setAside: number;
}

export const noPhones = () => ({
  levels: { verySatisfied: 0, satisfied: 0, fair: 0, dissatisfied: 0 },
  setAside: 0,
});

export function addPhone(counts: ReturnType<typeof noPhones>, ticket: Ticket): void {
  if (!ticket.phone) return;
  if (isRatedAtTerminal(ticket)) counts.setAside++;
  else counts.levels[ticket.phone.level]++;
}

/** null where no phone said anything: the measures of a day without phones stay as they were. */
export function phoneMeasures(
  { levels, setAside }: PhoneCounts,
  points: Settings['rating']['points'],
): PhoneMeasures | null {
  const all = Object.keys(levels) as RatingLevel[];
  const n = all.reduce((sum, level) => sum + levels[level], 0);
  if (n + setAside === 0) return null;
  const sum = all.reduce((s, level) => s + levels[level] * points[level], 0);
  return { n, levels, mean: ratio(sum, n), setAside };
}
