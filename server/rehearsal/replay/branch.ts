import { defaultSettings } from '../../../shared/defaults.ts';
import type { BranchId, CounterId, ServiceId } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Log } from './csv.ts';
import type { Row } from './row.ts';

/** The branch that a log describes, as far as it does. */
export interface Branch {
  readonly settings: Settings;
  serviceOf(row: Row): ServiceId;
  /** null: the log names no server. */
  counterOf(row: Row): CounterId | null;
}

/**
 * Settings made from a log: its services, its servers as counters that serve everything, and UTC, so
 * that local times are read as written. Nothing in them is learned from the log's times: a
 * prediction rests on them.
 */
export function branchOf(name: string, id: string, rows: readonly Row[]): Branch {
  const services = idsFor(rows.map((row) => row.service || UNNAMED));
  const servers = idsFor(rows.flatMap((row) => row.server || []));
  const settings: Settings = {
    ...defaultSettings,
    branch: { id: id as BranchId, name: both(name), timeZone: 'UTC' },
    hours: null,
    services: [...services].map(([text, service], i) => ({
      ...{ id: service as ServiceId, name: both(text), examples: both(text) },
      ...{ prefix: letter(i), usualSeconds: 300 },
    })),
    counters: [...servers].map(([text, counter]) => ({
      ...{ id: counter as CounterId, name: both(text) },
      services: [...services.values()] as ServiceId[],
      classes: ['ordinary', 'premium', 'care'],
    })),
  };
  return {
    settings,
    serviceOf: (row) => services.get(row.service || UNNAMED) as ServiceId,
    counterOf: (row) => (row.server ? (servers.get(row.server) as CounterId) : null),
  };
}

export interface BranchLog {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly branch: Branch;
  /** Its folder inside the data folder; empty: that folder itself. */
  readonly folder: string;
}

/** One branch where the log has no such column, else one for each name, by name. */
export function branchesOf({ rows, columns }: Log): BranchLog[] {
  if (!columns.has('branch')) {
    const branch = branchOf('recorded', 'recorded', rows);
    return [{ name: 'recorded', rows, branch, folder: '' }];
  }
  const ids = idsFor(rows.map((row) => row.branch));
  return [...ids].map(([name, id]) => {
    const own = rows.filter((row) => row.branch === name);
    return { name, rows: own, branch: branchOf(name, id, own), folder: id };
  });
}

const UNNAMED = 'all';
const both = (text: string) => ({ zh: text, en: text });

/** Ticket letters of a log's services; the numbers themselves are the log's own. */
function letter(i: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRTUWXYZ';
  return letters[i % letters.length] ?? 'A';
}

const ID = /^[A-Za-z0-9_-]{1,32}$/;

/** Words that mean something else in a data folder. */
const TAKEN = ['ledger', 'torn'];

/**
 * Ids for names of any script, unlike one another also where upper and lower case are one, as in
 * some file systems. A name that could be an id is its own.
 */
export function idsFor(names: Iterable<string>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set(TAKEN);
  // What every object has ("constructor") would be found where ids are looked up.
  const isTaken = (id: string) => taken.has(id.toLowerCase()) || id in {};
  for (const name of [...new Set(names)].sort()) {
    const own = ID.test(name) ? name : name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 28) || '-';
    let id = own;
    for (let n = 2; isTaken(id); n++) id = `${own.slice(0, 28)}-${n}`;
    taken.add(id.toLowerCase());
    ids.set(name, id);
  }
  return ids;
}
