import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Fact, Lobby } from '../shared/lobby.ts';
import type { Links } from './center/uplink/links.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Backups } from './upkeep/backup/rota.ts';

export interface MetricsParts {
  readonly pipeline: { readonly lobby: Lobby; readonly accepting: boolean };
  readonly ledger: Pick<Ledger, 'head'>;
  readonly backups: Pick<Backups, 'age'>;
  readonly links: Pick<Links, 'state'>;
}

export interface Metrics {
  readonly registry: Registry;
  flushed(seconds: number): void;
  counted(facts: readonly Fact[]): void;
  refused(code: string): void;
}

/** Facts worth counting since the start; a rate over time shows silence as well as crowds. */
const COUNTED: Partial<Record<Fact['type'], readonly [name: string, help: string]>> = {
  'ticket.issued': ['tickets_issued', 'Tickets handed out'],
  'ticket.called': ['tickets_called', 'Calls'],
  'ticket.missed': ['tickets_missed', 'Customers called and not there'],
  'service.ended': ['services_ended', 'Services ended at a counter'],
  'rating.offered': ['ratings_offered', 'Ratings a terminal asked for'],
  'rating.notOfferable': ['ratings_not_offerable', 'Services without a rating that could be asked'],
  'rating.given': ['ratings_given', 'Ratings given'],
  'rating.byPhone': ['ratings_by_phone', 'Ratings given on a phone'],
  'rating.declined': ['ratings_declined', 'Ratings declined'],
  'rating.expired': ['ratings_expired', 'Ratings nobody gave in time'],
  'alert.raised': ['alerts_raised', 'Alerts raised'],
};

/** Prometheus, base units. No ticket and no person is ever a label. */
export function createMetrics({ pipeline, ledger, backups, links }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `tingtang_${name}`, help, registers },
      collect() {
        this.set(read());
      },
    });
  gauge('ledger_entries', 'Entries in the ledger', () => ledger.head().seq);
  gauge('accepting', '1 while commands are accepted', () => Number(pipeline.accepting));
  gauge('people_waiting', 'People waiting now', () => pipeline.lobby.visit.line.length);
  gauge(
    'clock_offset_seconds',
    'Wall time minus hub time',
    () => pipeline.lobby.visit.offset / 1000,
  );
  if (backups.age() !== null)
    gauge('backup_age_seconds', 'Since the last good backup, or the start', () =>
      Number(backups.age()),
    );
  if (links.state() !== null) {
    gauge('witness_lag_entries', 'Entries that the center has not witnessed', () =>
      Number(links.state()?.behind),
    );
    gauge('center_linked', '1 while the center answers and refuses nothing', () =>
      Number(isWell(links)),
    );
  }
  gauge('devices_online', 'Paired devices connected now', () => online(pipeline.lobby));
  const flush = new Histogram({
    name: 'tingtang_ledger_flush_seconds',
    help: 'One write and flush of the ledger',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const refusals = new Counter({
    ...{
      name: 'tingtang_refusals_total',
      help: 'Turned away at the door or by the gate',
      registers,
    },
    labelNames: ['code'],
  });
  const counters = new Map(
    Object.entries(COUNTED).map(([type, [name, help]]) => [
      type,
      new Counter({ name: `tingtang_${name}_total`, help, registers }),
    ]),
  );
  return {
    registry,
    flushed: (seconds) => flush.observe(seconds),
    counted(facts) {
      for (const { type } of facts) counters.get(type)?.inc();
    },
    refused: (code) => refusals.inc({ code }),
  };
}

const online = ({ devices }: Lobby) =>
  Object.values(devices.devices).filter((d) => d.online).length;

const isWell = (links: Pick<Links, 'state'>) => {
  const state = links.state();
  return state?.linked === true && state.refused === null;
};
