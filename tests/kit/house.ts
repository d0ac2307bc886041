import type { DeviceRole } from '../../shared/devices/roles.ts';
import type { DeviceId } from '../../shared/ids.ts';
import { employ, openPanel, type Paired, PIN, pair, setUpCodeIn } from './door.ts';
import { type HubRig, type RigOptions, screen, startHub } from './hub.ts';

export {
  ask,
  fetchToken,
  get,
  type Paired,
  PIN,
  pair,
  post,
  press,
  showCode,
  signedIn,
  signIn,
} from './door.ts';

/** A hub where every screen has to pair, as a branch runs it. */
export const startHouse = (options: RigOptions = {}) =>
  startHub({ ...options, access: { pairs: true, ...options.access } });

/** The code a first start prints; read off the console, without its dash. */
export function setUpCode(rig: HubRig): string {
  rig.hub.house.offerSetUp();
  return lastSetUpCode(rig);
}

export const lastSetUpCode = (rig: HubRig) => setUpCodeIn(rig.said.join('\n'));

export const firstPanel = (rig: HubRig) => openPanel(rig, setUpCode(rig));

export interface Branch {
  readonly rig: HubRig;
  readonly panel: string;
  readonly token: Readonly<Record<Exclude<DeviceRole, 'manager'>, string>>;
  readonly id: Readonly<Record<Exclude<DeviceRole, 'manager'>, DeviceId>>;
}

/** One screen of each kind, counters' ones at counter 2, and one person of each post, PIN `PIN`. */
export async function openBranch(options: RigOptions = {}): Promise<Branch> {
  const rig = await startHouse(options);
  const panel = await firstPanel(rig);
  const roles = ['kiosk', 'display', 'rating', 'counter', 'floor', 'program'] as const;
  const all: [string, Paired][] = [];
  for (const role of roles) {
    const bound = role === 'rating' || role === 'counter' ? '2' : undefined;
    all.push([role, await pair(rig, panel, role, bound)]);
  }
  const { at } = rig.clock.now();
  const staff = [
    ['t1', 'teller'],
    ['t2', 'teller'],
    ['l1', 'lobbyManager'],
    ['s1', 'serviceSpecialist'],
    ['b1', 'branchManager'],
  ] as const;
  for (const [person, as] of staff) await employ(rig, panel, { person, as, pin: PIN, at });
  const token = Object.fromEntries(all.map(([role, { token }]) => [role, token]));
  const id = Object.fromEntries(all.map(([role, { id }]) => [role, id]));
  return { rig, panel, token, id } as Branch;
}

/** A socket of a device. */
export const device = (rig: HubRig, token: string) => screen(rig, ['websocket'], token);

/** Why a socket is turned away at the door; null when it is let in. */
export async function knock(rig: HubRig, token?: string, more = {}): Promise<string | null> {
  try {
    (await screen(rig, ['websocket'], token, more)).socket.disconnect();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
