import type { DeviceRole } from '../devices/roles.ts';
import type { CounterId, DeviceId } from '../ids.ts';
import type { Text } from '../settings.ts';
import type { PrinterRow } from '../views/printers.ts';

/** How the machines stand: those of the hall, and the hub itself. */
export interface Health {
  readonly devices: readonly DeviceHealth[];
  /** Open counters whose rating terminal is not there, and since when. */
  readonly terminalsOff: readonly {
    readonly counter: CounterId;
    readonly name: Text;
    readonly since: number;
  }[];
  readonly printers: readonly PrinterRow[];
  readonly hub: HubHealth;
}

export interface DeviceHealth {
  readonly id: DeviceId;
  readonly name: string | null;
  readonly role: DeviceRole;
  readonly counter: CounterId | null;
  readonly online: boolean;
  /** Hub time it was heard last; null while it is online. */
  readonly seenAt: number | null;
  readonly offMinutes: number;
}

export interface HubHealth {
  readonly ledger: 'writable' | 'refuses';
  readonly history: 'verifying' | 'verified' | 'damaged';
  readonly entries: number;
  readonly backup: 'off' | 'fresh' | 'late';
  /** Seconds since all was last copied; null: nothing is. */
  readonly backupAge: number | null;
  readonly disk: 'free' | 'nearly full' | 'unknown';
  readonly freeBytes: number | null;
  readonly clock: 'sane' | 'wrong';
  /** Wall − hub time, milliseconds. */
  readonly offset: number;
  /** Hub time of the last start known today; null: none today. */
  readonly startedAt: number | null;
}
