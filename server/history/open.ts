import type { Outside } from '../../shared/views/devices.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Readiness } from '../readiness.ts';
import { DayRows } from '../reports/dayRows.ts';
import type { Resumed } from '../resume.ts';
import type { Backups } from '../upkeep/backup/rota.ts';
import { Customs } from './customs.ts';
import { healthOf } from './health.ts';
import { Historian } from './historian.ts';
import type { Past } from './past.ts';
import { Weeks } from './weeks.ts';

export interface HistoryParts {
  readonly resumed: Pick<Resumed, 'place' | 'ledger'>;
  readonly past: Past;
  readonly clock: Clock;
  readonly pipeline: Pipeline;
  readonly outside: () => Outside;
  readonly history: () => Readiness['checks']['history'];
  readonly free: () => Promise<number | null>;
  readonly backups: Backups;
  readonly log: Log;
}

/** Whoever answers what is asked of the past, with all that answers are made from. */
export function openHistory(parts: HistoryParts): Historian {
  const { resumed, clock, pipeline, outside, log, past } = parts;
  const seq = () => resumed.ledger.head().seq;
  const at = () => clock.now().at;
  const lobby = () => pipeline.lobby;
  const rows = new DayRows(resumed.place, lobby, at);
  return new Historian({
    ...{ past, rows, lobby, at, seq, log },
    customs: new Customs(past),
    weeks: new Weeks(rows),
    people: () => outside().people,
    health: () => healthOf({ ...parts, links: { state: () => outside().center }, entries: seq }),
  });
}
