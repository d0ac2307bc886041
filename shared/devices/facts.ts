import type { CounterId, DeviceId, PrinterId, StaffId } from '../ids.ts';
import type { DeviceRole, Post } from './roles.ts';

type OnDevice<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly device: DeviceId;
} & Readonly<Body>;
type OnPerson<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly person: StaffId;
} & Readonly<Body>;

type Place = { role: DeviceRole; counter: CounterId | null };

export type DeviceFact =
  | OnDevice<'device.approved', Place>
  | OnDevice<'device.placed', Place>
  | OnDevice<'device.revoked'>
  /** Off-line minutes are figures: a terminal that is off asks nobody for a rating. */
  | OnDevice<'device.online'>
  | OnDevice<'device.offline'>;

export type StaffFact =
  | OnPerson<'staff.added', { post: Post }>
  | OnPerson<'staff.posted', { post: Post }>
  | OnPerson<'staff.left'>
  | OnPerson<'staff.pinSet', { by: 'console' | 'manager' | 'self' }>
  /** The name is gone from the hub; what was done under the number stays. */
  | OnPerson<'staff.erased'>
  | OnPerson<'person.signedIn', { device: DeviceId }>
  | OnPerson<'person.signedOut', { device: DeviceId }>;

/** Whether paper comes out: off also stands for no paper, an open cover, a fault. */
export type PrinterFact =
  | { readonly type: 'printer.online'; readonly at: number; readonly printer: PrinterId }
  | { readonly type: 'printer.offline'; readonly at: number; readonly printer: PrinterId };

export type DevicesFact = DeviceFact | StaffFact | PrinterFact;
