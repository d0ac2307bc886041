import type { AddressInfo } from 'node:net';
import type { Outside } from '../../shared/views/devices.ts';
import type { HubParts } from '../hub.ts';
import { noLog } from '../log.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Readiness } from '../readiness.ts';
import { DayRows } from '../reports/dayRows.ts';
import { noBackups } from '../upkeep/backup/rota.ts';
import { reachOf } from '../web/access.ts';
import { Customs } from './customs.ts';
import { healthOf } from './health.ts';
import { Historian } from './historian.ts';
import { Past } from './past.ts';
import { Weeks } from './weeks.ts';

interface Around {
  readonly pipeline: Pipeline;
  readonly past: Past;
  readonly history: () => Readiness['checks']['history'];
  /** Where the hub listens. */
  readonly at: () => AddressInfo | string | null;
}

export const openPast = ({ resumed: { place, ledger }, clock }: HubParts) =>
  new Past(place, { seq: () => ledger.head().seq, at: () => clock.now().at });

/** Whoever answers what is asked of the past, with all that answers are made from. */
export function openHistory(
  { resumed, clock, access, free = async () => null, backups = noBackups, log = noLog }: HubParts,
  { pipeline, past, history, at: listens }: Around,
  outside: () => Outside,
): Historian {
  const seq = () => resumed.ledger.head().seq;
  const at = () => clock.now().at;
  const lobby = () => pipeline.lobby;
  const rows = new DayRows(resumed.place, lobby, at);
  const links = { state: () => outside().center };
  const hub = { pipeline, clock, history, free, backups, links };
  return new Historian({
    ...{ past, rows, lobby, at, seq, log },
    reach: () => reachOf(access, listens()),
    customs: new Customs(past),
    weeks: new Weeks(rows),
    people: () => outside().people,
    health: () => healthOf({ ...hub, outside, entries: seq }),
  });
}
