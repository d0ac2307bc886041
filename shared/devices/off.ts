import type { Settings } from '../settings.ts';
import type { Devices } from './state.ts';

/** A screen that customers need, and that is not heard. */
export interface OffCondition {
  readonly kind: 'deviceOffline';
  readonly subject: string;
  readonly level: 'yellow' | 'orange';
  /** Seconds it has been away. */
  readonly figure: number;
}

/** Without a kiosk nobody gets a number, without a display nobody sees the call: rating terminals are watched at their counters. */
const WATCHED = { kiosk: 'orange', display: 'yellow' } as const;

/** Kiosks, displays and the settings' printers that have been away for longer than those say. */
export function devicesOff({ devices, printersOff }: Devices, settings: Settings, at: number) {
  const screens = Object.values(devices).flatMap(({ id, role, revokedAt, online, since }) => {
    const level = WATCHED[role as keyof typeof WATCHED];
    if (!level || revokedAt !== null || online) return [];
    return [off(id, level, since, at)];
  });
  const set = settings.printers ?? [];
  const printers = set.flatMap(({ id }) => {
    const since = printersOff[id];
    return since === undefined ? [] : [off(id, 'yellow', since, at)];
  });
  const after = settings.alerts.offlineAfter ?? 120;
  return [...screens, ...printers].filter((c) => c.figure >= after);
}

const off = (
  subject: string,
  level: OffCondition['level'],
  since: number,
  at: number,
): OffCondition => ({
  ...{ kind: 'deviceOffline', subject, level },
  figure: Math.floor((at - since) / 1000),
});
