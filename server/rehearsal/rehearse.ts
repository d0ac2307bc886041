import type { BusinessDate } from '../../shared/ids.ts';
import type { Fact } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { Days } from '../upkeep/days.ts';
import { playDays } from './cast.ts';
import { momentOf } from './day.ts';
import { Hall } from './hall.ts';
import { sampleBranch } from './sampleBranch.ts';

export interface RehearsalOptions {
  readonly days?: number;
  readonly settings?: Settings;
  readonly from?: BusinessDate;
}

export interface Rehearsal {
  readonly facts: readonly Fact[];
  readonly days: Days;
  /** Commands that were refused, by code. */
  readonly refused: ReadonlyMap<string, number>;
}

/**
 * Plays simulated days to their end in one go, without a server: the same actors before the real
 * `decide` and `evolve`. The same seed leads to the same facts.
 */
export function rehearse(seed: number, options: RehearsalOptions = {}): Rehearsal {
  const { settings = sampleBranch, from = '2026-11-23' as BusinessDate } = options;
  const facts: Fact[] = [];
  const days = new Days();
  const hall = new Hall({
    start: momentOf(settings.branch.timeZone, from, '08:50'),
    state: { lobby: () => days.lobby, take: (fact) => days.take(fact) },
    decided: (more) => void facts.push(...more),
  });
  hall.ask({ type: 'settings.change', settings });
  hall.ask({ type: 'tick' });
  let left = options.days ?? 1;
  playDays(seed, hall, () => --left > 0);
  while (left > 0 && hall.agenda.step());
  return { facts, days, refused: hall.refused };
}
