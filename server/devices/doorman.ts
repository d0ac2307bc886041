import {
  activeDevice,
  activeMember,
  type Devices,
  isFounding,
} from '../../shared/devices/state.ts';
import type { DeviceId } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { You } from '../../shared/wire.ts';
import { type Sender, theMachine } from './gate.ts';
import type { Keys } from './keys.ts';
import type { People } from './people.ts';

/** What a connection or a request shows of itself. */
export interface Knock {
  readonly address: string | undefined;
  /** Came through a proxy: its address is the proxy's, not the asker's. */
  readonly proxied: boolean;
  /** `token`, or `token.session` where somebody is signed in. */
  readonly credential: string | null;
}

/** Who was let in: a device, with or without a session, or the machine itself. */
export interface Guest {
  readonly device: DeviceId | null;
  readonly session: string | null;
}

export interface DoormanParts {
  readonly keys: Keys;
  readonly people: People;
  readonly lobby: () => Lobby;
  /** Every screen has to pair, on this machine too. */
  readonly pairing: boolean;
}

const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export const isProxied = (headers: Headers) => PROXIED.some((name) => headers[name] !== undefined);

export const isLoopback = (address = '') =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');

/** Whether the asker sits at this machine, as far as the connection tells. */
export const isThisMachine = ({ address, proxied }: Pick<Knock, 'address' | 'proxied'>) =>
  isLoopback(address) && !proxied;

/** A panel that stands in for the branch manager whom nobody has added yet. */
const founds = ({ role }: Pick<Sender, 'role'>, devices: Devices) =>
  role === 'manager' && isFounding(devices);

/** Knows who stands at the door. What a guest may do is asked of the gate, each time anew. */
export class Doorman {
  readonly #parts: DoormanParts;

  constructor(parts: DoormanParts) {
    this.#parts = parts;
  }

  /** null: unknown, or known and no longer welcome; which is not said. */
  admit(knock: Knock): Guest | null {
    const [token = '', session = null] = knock.credential?.split('.', 2) ?? [];
    const device = token ? this.#parts.keys.deviceOf(token) : null;
    const guest = device ? { device, session } : null;
    if (guest && this.sender(guest)) return guest;
    const open = !this.#parts.pairing && isThisMachine(knock);
    return open ? { device: null, session: null } : null;
  }

  /** What a guest is at this moment; null once its device was revoked. */
  sender({ device: id, session }: Guest): Sender | null {
    const { devices } = this.#parts.lobby();
    if (id === null) return theMachine;
    const device = activeDevice(devices, id);
    if (!device) return null;
    const here = devices.present[id];
    const isSession = session !== null && this.#parts.keys.isSession(id, session);
    const member = here && isSession ? activeMember(devices, here) : undefined;
    const stands = founds(device, devices) ? 'branchManager' : null;
    return {
      ...{ device: id, role: device.role, counter: device.counter },
      ...{ person: member?.id ?? null, post: member?.post ?? stands },
    };
  }

  you(guest: Guest): You | null {
    const sender = this.sender(guest);
    if (!sender || sender.role === 'hub' || sender.role === 'phone') return null;
    const { devices } = this.#parts.lobby();
    const here = guest.device ? devices.present[guest.device] : undefined;
    const member = here && sender.person === here ? devices.staff[here] : undefined;
    return {
      ...{ device: guest.device, role: sender.role, counter: sender.counter ?? null },
      person: member
        ? { id: member.id, name: this.#parts.people.nameOf(member.id), post: member.post }
        : null,
      ...(founds(sender, devices) && { founding: true }),
    };
  }
}
