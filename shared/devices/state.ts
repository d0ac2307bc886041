import type { CounterId, DeviceId, PrinterId, StaffId } from '../ids.ts';
import type { DeviceRole, Post } from './roles.ts';

/** A device that was let in once; one that was revoked stays known, so that it stays out. */
export interface Device {
  readonly id: DeviceId;
  readonly role: DeviceRole;
  readonly counter: CounterId | null;
  readonly approvedAt: number;
  readonly revokedAt: number | null;
  readonly online: boolean;
  /** Since when it has been online or off, hub time; a new day begins anew. */
  readonly since: number;
  /** Milliseconds off this business day, without the present absence. */
  readonly offMs: number;
}

/** A member of staff by number; the name is kept elsewhere, where it can be erased. */
export interface Member {
  readonly id: StaffId;
  readonly post: Post;
  readonly addedAt: number;
  readonly leftAt: number | null;
  /** Whether a PIN was ever set; the PIN itself is kept elsewhere. */
  readonly hasPin: boolean;
}

export interface Devices {
  readonly devices: Readonly<Record<DeviceId, Device>>;
  readonly staff: Readonly<Record<StaffId, Member>>;
  /** Who is signed in where. */
  readonly present: Readonly<Record<DeviceId, StaffId>>;
  /** Printers that print nothing now, and since when. */
  readonly printersOff: Readonly<Record<PrinterId, number>>;
}

export const initialDevices: Devices = { devices: {}, staff: {}, present: {}, printersOff: {} };

/** A device that may come in; undefined for one that is unknown or was revoked. */
export function activeDevice(devices: Devices, id: DeviceId): Device | undefined {
  const device = devices.devices[id];
  return device?.revokedAt === null ? device : undefined;
}

export function activeMember(devices: Devices, id: StaffId): Member | undefined {
  const member = devices.staff[id];
  return member?.leftAt === null ? member : undefined;
}

export const activeMembers = (devices: Devices): Member[] =>
  Object.values(devices.staff).filter((m) => m.leftAt === null);

export const activeManagers = (devices: Devices): Member[] =>
  activeMembers(devices).filter((m) => m.post === 'branchManager');

/** Until somebody can sign in as branch manager, a paired panel stands in for one. */
export const isFounding = (devices: Devices) => !activeManagers(devices).some((m) => m.hasPin);

/** Milliseconds off this business day up to `at`. */
export const offUntil = ({ online, since, offMs }: Device, at: number) =>
  online ? offMs : offMs + Math.max(0, at - since);
