import type { BusinessDate, CounterId, DeviceId, ServiceId, StaffId } from '../ids.ts';
import type { Fact } from '../lobby.ts';
import type { Text } from '../settings.ts';
import type { Visit } from '../visit/state.ts';

/** A fact as the ledger has it: with who pressed, and where. */
export interface Told {
  readonly fact: Fact;
  readonly person: StaffId | null;
  readonly device: DeviceId | null;
}

/** One business day as its own file of the ledger tells it; today so far is one too. */
export interface KeptDay {
  readonly date: BusinessDate;
  /** The state after the last fact: of a closed day, as it was left. */
  readonly visit: Visit;
  readonly told: readonly Told[];
}

/** Names an answer is read with: those of that day's settings, and of the people known now. */
export interface Names {
  readonly counters: Readonly<Record<CounterId, Text>>;
  readonly services: Readonly<Record<ServiceId, Text>>;
  /** Whoever was erased, or never named, is missing: then the number is all there is. */
  readonly people: Readonly<Record<StaffId, string>>;
}

export function namesIn({ visit }: KeptDay, people: ReadonlyMap<StaffId, string>): Names {
  const { counters, services } = visit.settings;
  return {
    counters: Object.fromEntries(counters.map(({ id, name }) => [id, name])),
    services: Object.fromEntries(services.map(({ id, name }) => [id, name])),
    people: Object.fromEntries(people),
  };
}
