import type { DeviceRole } from '../devices/roles.ts';
import { countDue } from '../floor/counting.ts';
import type { HelpCall } from '../floor/state.ts';
import type { DeviceId, HelpId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { cannotGoFirst } from '../visit/goFirst.ts';
import { mustHave } from '../visit/state.ts';
import type { Outside } from './devices.ts';
import { type Mark, markOf } from './parts.ts';

/** An open call for a person: from where, since when, and for what. */
export interface HelpCard {
  readonly help: HelpId;
  readonly at: number;
  /** The counter it came from; null: from a kiosk. */
  readonly counter: Text | null;
  /** The kiosk's own name, where it has one. */
  readonly device: string | null;
  /** The ticket that a counter asks priority for, as long as it can still be given. */
  readonly ticket: Mark | null;
}

export const helpCards = ({ visit, floor }: Lobby, { names }: Outside): HelpCard[] =>
  floor.calls.map(({ help, at, counter, device, ticket }) => ({
    ...{ help, at },
    counter: visit.settings.counters.find((k) => k.id === counter)?.name ?? null,
    device: device ? (names.get(device) ?? null) : null,
    ticket: ticket && !cannotGoFirst(visit, ticket) ? markOf(visit, mustHave(visit, ticket)) : null,
  }));

/** The hourly count of those without a number. */
export interface CountPart {
  readonly last: { readonly at: number; readonly without: number } | null;
  /** Hub time; in the past when overdue; null while the branch is closed. */
  readonly due: number | null;
}

export const countPart = ({ visit, floor }: Lobby): CountPart => ({
  last: floor.counted,
  due: countDue(floor, visit),
});

/** A paired screen that is not heard. */
export interface OffDevice {
  readonly id: DeviceId;
  readonly name: string | null;
  readonly role: DeviceRole;
  readonly counter: Text | null;
  readonly since: number;
}

export const offDevices = ({ visit, devices }: Lobby, { names }: Outside): OffDevice[] =>
  Object.values(devices.devices)
    .filter((d) => d.revokedAt === null && !d.online)
    .sort((a, b) => a.since - b.since)
    .map(({ id, role, counter, since }) => ({
      ...{ id, role, since, name: names.get(id) ?? null },
      counter: visit.settings.counters.find((k) => k.id === counter)?.name ?? null,
    }));

/** Devices with an open call, by which a kiosk knows its own; null is the hub's own machine. */
export const callingDevices = (calls: readonly HelpCall[]): (DeviceId | null)[] =>
  calls.filter((c) => c.counter === null).map((c) => c.device);

/** What a counter has asked for: a person, and priority for these tickets. */
export function askedAt({ floor, visit }: Lobby, counter: HelpCall['counter']) {
  const own = floor.calls.filter((c) => c.counter === counter);
  return {
    help: own.some((c) => c.ticket === null),
    first: own.flatMap(({ ticket }) => (ticket && !cannotGoFirst(visit, ticket) ? [ticket] : [])),
  };
}
