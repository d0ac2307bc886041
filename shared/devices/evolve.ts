import type { DeviceId, StaffId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { DeviceFact, DevicesFact, PrinterFact, StaffFact } from './facts.ts';
import { type Device, type Devices, type Member, offUntil } from './state.ts';

export function evolveDevices(devices: Devices, fact: DevicesFact): Devices {
  if (isOfPrinter(fact)) return evolvePrinter(devices, fact);
  return isOfDevice(fact) ? evolveDevice(devices, fact) : evolveStaff(devices, fact);
}

const isOfPrinter = (fact: DevicesFact): fact is PrinterFact => fact.type.startsWith('printer.');

function evolvePrinter(devices: Devices, { type, at, printer }: PrinterFact): Devices {
  const others = Object.entries(devices.printersOff).filter(([id]) => id !== printer);
  const off = type === 'printer.offline' ? [...others, [printer, at]] : others;
  return { ...devices, printersOff: Object.fromEntries(off) };
}

const isOfDevice = (fact: DeviceFact | StaffFact): fact is DeviceFact =>
  fact.type.startsWith('device.');

function evolveDevice(devices: Devices, fact: DeviceFact): Devices {
  const { at, device: id } = fact;
  const change = (next: Partial<Device>) => withDevice(devices, id, next);
  const before = devices.devices[id];
  switch (fact.type) {
    case 'device.approved':
      return withDevice(devices, id, {
        ...{ id, role: fact.role, counter: fact.counter, approvedAt: at, revokedAt: null },
        ...{ online: false, since: at, offMs: 0 },
      });
    case 'device.placed':
      return change({ role: fact.role, counter: fact.counter });
    case 'device.revoked':
      return without(change({ revokedAt: at, online: false, since: at }), id);
    case 'device.online':
      return change({ online: true, since: at, offMs: before ? offUntil(before, at) : 0 });
    case 'device.offline':
      return change({ online: false, since: at });
    default:
      return unreachable(fact);
  }
}

function evolveStaff(devices: Devices, fact: StaffFact): Devices {
  const { at, person: id } = fact;
  switch (fact.type) {
    case 'staff.added':
      return withMember(devices, id, {
        ...{ id, post: fact.post, addedAt: at, leftAt: null, hasPin: false },
      });
    case 'staff.posted':
      return withMember(devices, id, { post: fact.post });
    case 'staff.left':
      return withoutPerson(withMember(devices, id, { leftAt: at }), id);
    case 'person.signedIn':
      return { ...devices, present: { ...devices.present, [fact.device]: id } };
    case 'person.signedOut':
      return without(devices, fact.device);
    case 'staff.pinSet':
      return withMember(devices, id, { hasPin: true });
    case 'staff.erased':
      return withMember(devices, id, { hasPin: false });
    default:
      return unreachable(fact);
  }
}

const withDevice = (devices: Devices, id: DeviceId, change: Partial<Device>): Devices => ({
  ...devices,
  devices: { ...devices.devices, [id]: { ...devices.devices[id], ...change } as Device },
});

const withMember = (devices: Devices, id: StaffId, change: Partial<Member>): Devices => ({
  ...devices,
  staff: { ...devices.staff, [id]: { ...devices.staff[id], ...change } as Member },
});

const keeping = (devices: Devices, keep: (device: string, person: string) => boolean): Devices => ({
  ...devices,
  present: Object.fromEntries(Object.entries(devices.present).filter(([d, p]) => keep(d, p))),
});

const without = (devices: Devices, id: DeviceId) => keeping(devices, (device) => device !== id);
const withoutPerson = (devices: Devices, id: StaffId) =>
  keeping(devices, (_, person) => person !== id);

const each = (devices: Devices, change: (device: Device) => Partial<Device>): Devices => ({
  ...devices,
  devices: Object.fromEntries(
    Object.values(devices.devices).map((d) => [d.id, { ...d, ...change(d) }]),
  ),
});

/** Days and starts of the hub, which are the visit's facts. */
export function followDay(
  devices: Devices,
  { type, at }: { readonly type: string; readonly at: number },
): Devices {
  // Off-line time is counted by the business day, and nobody stays signed in over night.
  if (type === 'day.opened') return each(devices, () => ({ since: at, offMs: 0 }));
  if (type === 'day.closed') return { ...devices, present: {} };
  return type === 'hub.started' ? hubStarted(devices, at) : devices;
}

/** A hub that has just started hears nobody yet; its own absence is no device's fault. */
const hubStarted = (devices: Devices, at: number): Devices => ({
  ...each(devices, (d) => (d.online ? { online: false, since: at } : {})),
  printersOff: {},
});
