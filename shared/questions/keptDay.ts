import type { BusinessDate, CounterId, DeviceId, ServiceId, StaffId } from '../ids.ts';
import type { Fact } from '../lobby.ts';
import type { Settings, Text } from '../settings.ts';
import type { Visit } from '../visit/state.ts';

/** A fact as the ledger has it: with who pressed, and where. */
export interface Told {
  readonly fact: Fact;
  readonly person: StaffId | null;
  readonly device: DeviceId | null;
}

/** How the hall stood at a moment; null: nobody knows, the hub was not there. */
export interface Sample {
  readonly at: number;
  readonly waiting: number | null;
  /** Counters open for calls. */
  readonly open: number | null;
}

/** One business day as its own file of the ledger tells it; today so far is one too. */
export interface KeptDay {
  readonly date: BusinessDate;
  /** The settings it began with; changes within it are facts. */
  readonly began: Settings;
  /** The state after the last fact: of a closed day, as it was left. */
  readonly visit: Visit;
  readonly told: readonly Told[];
  /** Every minute while the day was open. */
  readonly track: readonly Sample[];
}

export function sampled(at: number, visit: Visit | null): Sample {
  if (!visit) return { at, waiting: null, open: null };
  const open = Object.values(visit.counters).filter((c) => c.situation.is === 'open');
  return { at, waiting: visit.line.length, open: open.length };
}

/** Names an answer is read with: those of that day's settings, and of the people known now. */
export interface Names {
  readonly counters: Readonly<Record<CounterId, Text>>;
  readonly services: Readonly<Record<ServiceId, Text>>;
  /** Whoever was erased, or never named, is missing: then the number is all there is. */
  readonly people: Readonly<Record<StaffId, string>>;
}

/** A service or counter that was given up within the day still has the name it had. */
export function namesIn({ began, told }: KeptDay, people: ReadonlyMap<StaffId, string>): Names {
  const changes = told.flatMap(({ fact }) =>
    fact.type === 'settings.changed' ? fact.settings : [],
  );
  const named = (of: (settings: Settings) => readonly { id: string; name: Text }[]) =>
    Object.fromEntries([began, ...changes].flatMap(of).map(({ id, name }) => [id, name]));
  return {
    counters: named(({ counters }) => counters),
    services: named(({ services }) => services),
    people: Object.fromEntries(people),
  };
}
