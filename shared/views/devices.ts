import type { CenterLink } from '../center.ts';
import type { DeviceRole, Post } from '../devices/roles.ts';
import { offUntil } from '../devices/state.ts';
import type { Advice } from '../foresight/advice.ts';
import { type Foreseen, nothingForeseen } from '../foresight/expectation.ts';
import type { CounterId, DeviceId, StaffId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { type Branch, branchPart } from './parts.ts';
import type { PrinterStates } from './printers.ts';
import { noRobots, type RobotsView } from './robots.ts';

/** The panel's page of devices and staff. Codes, tokens and PINs are never in it. */
export interface DevicesView {
  readonly branch: Branch;
  readonly counters: readonly { readonly id: CounterId; readonly name: Text }[];
  /** Those let in, oldest first. */
  readonly devices: readonly DeviceRow[];
  /** Screens that show a code and wait. */
  readonly pending: readonly PendingRow[];
  readonly staff: readonly StaffRow[];
}

export interface DeviceRow {
  readonly id: DeviceId;
  readonly name: string | null;
  readonly role: DeviceRole;
  readonly counter: CounterId | null;
  readonly approvedAt: number;
  readonly online: boolean;
  /** Hub time it was heard last; null while it is online. */
  readonly seenAt: number | null;
  /** Hub time of the last press that counted since the hub started. */
  readonly touchedAt: number | null;
  /** Whole minutes off this business day. */
  readonly offMinutes: number;
  /** Network addresses it is connected from: more than one may mean a stolen token. */
  readonly places: number;
  readonly person: StaffId | null;
}

export interface PendingRow {
  readonly role: DeviceRole | null;
  readonly since: number;
  readonly until: number;
  readonly address: string;
}

export interface StaffRow {
  readonly id: StaffId;
  readonly name: string | null;
  readonly post: Post;
  readonly hasPin: boolean;
  /** Devices where this person is signed in; two at once is shown. */
  readonly devices: readonly DeviceId[];
}

/** What the hub knows beside the ledger, because it may be erased or is of the moment. */
export interface Outside {
  readonly pending: readonly PendingRow[];
  readonly names: ReadonlyMap<DeviceId, string>;
  readonly people: ReadonlyMap<StaffId, string>;
  readonly places: ReadonlyMap<DeviceId, number>;
  readonly touched: ReadonlyMap<DeviceId, number>;
  readonly printers: PrinterStates;
  readonly foreseen: Foreseen;
  readonly robots: RobotsView;
  /** What looking ahead has found. */
  readonly advice: readonly Advice[];
  /** null: this branch has no city center. */
  readonly center: CenterLink | null;
}

export const nothingOutside: Outside = {
  pending: [],
  names: new Map(),
  people: new Map(),
  places: new Map(),
  touched: new Map(),
  printers: new Map(),
  foreseen: nothingForeseen,
  robots: noRobots,
  advice: [],
  center: null,
};

export function devicesView({ visit, devices }: Lobby, at: number, outside: Outside): DevicesView {
  const here = Object.entries(devices.present) as [DeviceId, StaffId][];
  return {
    branch: branchPart(visit),
    counters: visit.settings.counters.map(({ id, name }) => ({ id, name })),
    devices: Object.values(devices.devices)
      .filter((d) => d.revokedAt === null)
      .sort((a, b) => a.approvedAt - b.approvedAt)
      .map((d) => ({
        ...{ id: d.id, role: d.role, counter: d.counter, approvedAt: d.approvedAt },
        ...{ online: d.online, seenAt: d.online ? null : d.since },
        name: outside.names.get(d.id) ?? null,
        touchedAt: outside.touched.get(d.id) ?? null,
        offMinutes: Math.floor(offUntil(d, at) / 60_000),
        places: outside.places.get(d.id) ?? 0,
        person: devices.present[d.id] ?? null,
      })),
    pending: outside.pending,
    staff: Object.values(devices.staff)
      .filter((m) => m.leftAt === null)
      .map(({ id, post, hasPin }) => ({
        ...{ id, post, hasPin, name: outside.people.get(id) ?? null },
        devices: here.filter(([, person]) => person === id).map(([device]) => device),
      })),
  };
}
