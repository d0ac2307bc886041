import type { Branch } from './branch.ts';
import { BadLog } from './csv.ts';
import { beginOf, byDay, closeOf } from './dates.ts';
import type { Journal } from './journal.ts';
import { Foreteller, type Prediction } from './prediction.ts';
import type { Row } from './row.ts';
import { shiftsOf } from './shifts.ts';
import { type Lasts, SimulatedDay } from './simulatedDay.ts';

/**
 * Plays one branch's log again with our own rule of who goes next: the recorded arrivals, service
 * times and servers, live commands, the real `decide`. What a log cannot say is read like this:
 *
 * - Servers are at work as `shiftsOf` has it; a service under way is brought to its end.
 * - Who left in the log leaves after the same patience, unless called before; who was served has all
 *   the patience there is.
 * - A service lasts as long as recorded; where no end is known, or the customer had left, as long as
 *   the services of its kind on average. `noshow` takes its seconds like any other.
 * - A call costs no time, and one counter may call again at once: the log's calls did.
 * - Whose class is unrecorded goes by the ordinary line, and is counted apart.
 *
 * @throws BadLog when the log names no servers or no ends
 */
export async function playOurs(
  rows: readonly Row[],
  branch: Branch,
  journal: Journal,
): Promise<Prediction[]> {
  if (!rows.some((row) => row.server) || rows.every((row) => row.end === null))
    throw new BadLog('our own rule needs the columns "server" and "end" to play the log again');
  const settings = { ...branch.settings, rules: { ...branch.settings.rules, callGap: 0 } };
  const parts = {
    branch,
    journal,
    lasts: lastsAs(rows),
    foreteller: new Foreteller(branch, 'ours'),
  };
  const predictions: Prediction[] = [];
  for (const [date, own] of byDay(settings, rows)) {
    const first = journal.lobby.visit.day === null;
    await journal.turnTo(date);
    const at = beginOf(settings, date);
    if (first) journal.enter([{ type: 'settings.changed', at, settings }]);
    const shifts = shiftsOf(own, branch, closeOf(settings, date));
    const day = new SimulatedDay({ ...parts, date, shifts });
    predictions.push(...(await day.play(own)));
  }
  await journal.flush();
  return predictions;
}

function lastsAs(rows: readonly Row[]): Lasts {
  const kinds = new Map<string, { n: number; sum: number }>();
  for (const { service, start, end, outcome } of rows) {
    if (start === null || end === null || outcome !== 'served') continue;
    const { n, sum } = kinds.get(service) ?? { n: 0, sum: 0 };
    kinds.set(service, { n: n + 1, sum: sum + end - start });
  }
  return ({ service, start, end }) => {
    if (start !== null && end !== null) return end - start;
    const { n, sum } = kinds.get(service) ?? { n: 0, sum: 0 };
    return n > 0 ? Math.round(sum / n) : 0;
  };
}
