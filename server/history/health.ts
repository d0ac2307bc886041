import type { Lobby } from '../../shared/lobby.ts';
import type { Health } from '../../shared/questions/health.ts';
import { devicesView, type Outside } from '../../shared/views/devices.ts';
import { printerRows } from '../../shared/views/printers.ts';
import { type ReadinessParts, readinessOf } from '../readiness.ts';
import type { Backups } from '../upkeep/backup/rota.ts';

export interface HealthParts extends ReadinessParts {
  readonly backups: Backups;
  readonly entries: () => number;
  readonly outside: () => Outside;
}

/** The machines of the hall as the hub knows them, and what `/readyz` says of the hub itself. */
export async function healthOf(parts: HealthParts): Promise<Health> {
  const { pipeline, clock, backups, entries, outside } = parts;
  const { checks } = await readinessOf(parts);
  const freeBytes = await parts.free().catch(() => null);
  const { lobby } = pipeline;
  const { at } = clock.now();
  const beside = outside();
  const devices = devicesView(lobby, at, beside).devices;
  return {
    devices: devices.map(({ id, name, role, counter, online, seenAt, offMinutes }) => ({
      ...{ id, name, role, counter, online, seenAt, offMinutes },
    })),
    terminalsOff: terminalsOff(lobby),
    printers: printerRows(lobby.visit.settings, beside.printers),
    hub: {
      ...checks,
      ...{ entries: entries(), backupAge: backups.age(), freeBytes },
      offset: lobby.visit.offset,
      startedAt: lobby.visit.restarts.at(-1) ?? null,
    },
  };
}

const terminalsOff = ({ visit }: Lobby): Health['terminalsOff'] =>
  visit.settings.counters.flatMap(({ id, name }) => {
    const counter = visit.counters[id];
    if (!counter || counter.terminal || counter.situation.is === 'closed') return [];
    return [{ counter: id, name, since: Math.max(counter.since, counter.terminalSince) }];
  });
