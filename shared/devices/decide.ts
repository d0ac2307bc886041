import type { CounterId, StaffId } from '../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../result.ts';
import type { DevicesCommand, DevicesCommandOf } from './commands.ts';
import type { DevicesFact } from './facts.ts';
import { isBound } from './roles.ts';
import { activeDevice, activeManagers, activeMember, type Devices } from './state.ts';

export type DevicesRefusal =
  | 'device.alreadyApproved'
  | 'device.needsCounter'
  | 'device.unknown'
  | 'staff.alreadyThere'
  | 'staff.lastManager'
  | 'staff.unknown';

type Decision = Result<readonly DevicesFact[], Refusal<DevicesRefusal>>;
const no = (code: DevicesRefusal) => refuse(code);

export interface DevicesContext {
  readonly at: number;
  /** The counters there are to stand at. */
  readonly counters: readonly CounterId[];
}

export function decideDevices(devices: Devices, c: DevicesCommand, ctx: DevicesContext): Decision {
  switch (c.type) {
    case 'device.approve':
    case 'device.place':
      return place(devices, c, ctx);
    case 'device.revoke':
      if (!activeDevice(devices, c.device)) return no('device.unknown');
      return accept([
        ...leaving(devices, c.device, ctx.at),
        { ...c, type: 'device.revoked', at: ctx.at },
      ]);
    case 'device.online':
    case 'device.offline':
      return heard(devices, c, ctx.at);
    case 'printer.online':
    case 'printer.offline': {
      const isOff = c.printer in devices.printersOff;
      const same = isOff === (c.type === 'printer.offline');
      return accept(same ? [] : [{ type: c.type, at: ctx.at, printer: c.printer }]);
    }
    case 'person.signIn':
      return signIn(devices, c, ctx.at);
    case 'person.signOut':
      return accept(leaving(devices, c.device, ctx.at));
    default:
      return decideStaff(devices, c, ctx.at);
  }
}

type Placing = DevicesCommandOf<'device.approve' | 'device.place'>;

function place(devices: Devices, c: Placing, { at, counters }: DevicesContext): Decision {
  const { device, role, counter = null } = c;
  const known = devices.devices[device];
  if (c.type === 'device.approve' && known) return no('device.alreadyApproved');
  if (c.type === 'device.place' && !activeDevice(devices, device)) return no('device.unknown');
  if (isBound(role) !== (counter !== null)) return no('device.needsCounter');
  if (counter && !counters.includes(counter)) return no('device.needsCounter');
  const placed = { at, device, role, counter };
  if (c.type === 'device.approve') return accept([{ type: 'device.approved', ...placed }]);
  // Whoever was signed in was so at the old place.
  return accept([...leaving(devices, device, at), { type: 'device.placed', ...placed }]);
}

/** Saying twice that a device is there changes nothing. */
function heard(
  devices: Devices,
  c: DevicesCommandOf<'device.online' | 'device.offline'>,
  at: number,
): Decision {
  const device = activeDevice(devices, c.device);
  if (!device) return no('device.unknown');
  const same = device.online === (c.type === 'device.online');
  return accept(same ? [] : [{ type: c.type, at, device: device.id }]);
}

function signIn(devices: Devices, c: DevicesCommandOf<'person.signIn'>, at: number): Decision {
  if (!activeDevice(devices, c.device)) return no('device.unknown');
  if (!activeMember(devices, c.person)) return no('staff.unknown');
  if (devices.present[c.device] === c.person) return accept([]);
  const { device, person } = c;
  return accept([...leaving(devices, device, at), { type: 'person.signedIn', at, person, device }]);
}

function leaving(
  devices: Devices,
  device: DevicesCommandOf<'person.signOut'>['device'],
  at: number,
) {
  const person = devices.present[device];
  return person ? [{ type: 'person.signedOut', at, person, device } as const] : [];
}

type StaffCommand = Extract<DevicesCommand, { type: `staff.${string}` }>;

function decideStaff(devices: Devices, c: StaffCommand, at: number): Decision {
  const { person } = c;
  const member = activeMember(devices, person);
  const isLast = member !== undefined && isLastManager(devices, person);
  switch (c.type) {
    case 'staff.add':
      if (member) return no('staff.alreadyThere');
      return accept([{ type: 'staff.added', at, person, post: c.post }]);
    case 'staff.post':
      if (!member) return no('staff.unknown');
      if (isLast && c.post !== 'branchManager') return no('staff.lastManager');
      return accept([{ type: 'staff.posted', at, person, post: c.post }]);
    case 'staff.leave':
      if (!member) return no('staff.unknown');
      return isLast ? no('staff.lastManager') : accept([{ type: 'staff.left', at, person }]);
    case 'staff.pinSet':
      if (!member) return no('staff.unknown');
      return accept([{ type: 'staff.pinSet', at, person, by: c.by }]);
    case 'staff.erase':
      if (!devices.staff[person]) return no('staff.unknown');
      return accept([{ type: 'staff.erased', at, person }]);
    default:
      return unreachable(c);
  }
}

/** Without one, nobody could let anybody in. */
function isLastManager(devices: Devices, person: StaffId): boolean {
  const managers = activeManagers(devices);
  return managers.length === 1 && managers[0]?.id === person;
}
