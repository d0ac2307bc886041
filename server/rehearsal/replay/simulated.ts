import type { Settings } from '../../../shared/settings.ts';
import type { Branch } from './branch.ts';
import { BadLog } from './csv.ts';
import { beginOf, byDay, closeOf } from './dates.ts';
import type { Diary } from './journal.ts';
import { lastsAs, leavesAs } from './patience.ts';
import { chooserOf, rulesFor, type Simulated } from './policies.ts';
import { Foreteller, type Prediction } from './prediction.ts';
import type { Row } from './row.ts';
import { shiftsOf } from './shifts.ts';
import { SimulatedDay } from './simulatedDay.ts';

export interface SimulationOptions {
  readonly policy: Simulated;
  /** Other lines and rules than the branch's own. */
  readonly change?: (settings: Settings) => Settings;
  /** Whether each who comes is told a wait, so that it can be scored. */
  readonly foretells: boolean;
}

/**
 * Plays one branch's log again with live commands and the real `decide`, somebody else choosing who
 * goes next. All policies meet the same arrivals, servers, service times and patience; what a log
 * cannot say of them is read as docs/replay.md has it.
 *
 * @throws BadLog when the log names no servers or no ends
 */
export async function playSimulated(
  rows: readonly Row[],
  branch: Branch,
  journal: Diary,
  { policy, change = (settings) => settings, foretells }: SimulationOptions,
): Promise<Prediction[]> {
  if (!rows.some((row) => row.server) || rows.every((row) => row.end === null))
    throw new BadLog(
      'a simulated policy needs the columns "server" and "end" to play the log again',
    );
  const { rules } = branch.settings;
  const settings = change({ ...branch.settings, rules: rulesFor(policy, rules) });
  const parts = {
    ...{ branch, journal, lasts: lastsAs(rows), leaves: leavesAs(rows) },
    chooses: chooserOf(policy),
    foreteller: foretells
      ? new Foreteller(branch, policy === 'fcfs' || policy === 'credit90' ? 'seen' : 'ours')
      : null,
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
