import type { Page } from '@playwright/test';
import type { DeviceRole } from '../../shared/devices/roles.ts';
import { employ, openPanel, type Paired, PIN, pair, setUpCodeIn, signedIn } from '../kit/door.ts';
import { type Branch, SIZES } from './branch.ts';

/** A hub that has just been started, and where its screens stand. */
export interface Place extends Pick<Branch, 'url' | 'said' | 'screen'> {
  /** Hub time, where it is not the time of day. */
  readonly now?: () => number;
}

const SCREENS = [
  ...(['kiosk', 'counter', 'terminal', 'lobby'] as const),
  ...(['floor', 'manager', 'devices', 'home'] as const),
];
type Name = (typeof SCREENS)[number];

/** Every screen of a branch, each on a device of its own that was let in. */
export type Screens = Readonly<Record<Name, Page>>;

export interface PairedBranch {
  /** What each device was given, by what it is. */
  readonly device: Readonly<Record<Exclude<DeviceRole, 'manager'>, Paired>>;
  /** The panel's, with the branch manager signed in. */
  readonly boss: string;
}

/**
 * Pairs every screen without hands, for stories about something else; a counter's ones stand at counter
 * 2. Signed in: teller t1, lobby manager l1, branch manager b1.
 *
 * @param dress comes between the pairing and the opening of the screens
 * @param shown the screens that are opened, and are there: each costs a second
 */
export async function pairedBranch(
  branch: Place,
  dress: (made: PairedBranch) => Promise<unknown> = async () => {},
  shown: readonly Name[] = SCREENS,
): Promise<PairedBranch & { readonly screens: Screens }> {
  const panel = await openPanel(branch, setUpCodeIn(branch.said()));
  const device = {
    kiosk: await pair(branch, panel, 'kiosk'),
    display: await pair(branch, panel, 'display'),
    rating: await pair(branch, panel, 'rating', '2'),
    counter: await pair(branch, panel, 'counter', '2'),
    floor: await pair(branch, panel, 'floor'),
    program: await pair(branch, panel, 'program'),
  };
  const staff = { t1: 'teller', l1: 'lobbyManager', b1: 'branchManager' } as const;
  for (const [person, as] of Object.entries(staff))
    await employ(branch, panel, { person, as, pin: PIN, at: branch.now?.() ?? Date.now() });
  const signs = (token: string, person: string) => signedIn(branch, token, person, PIN);
  const boss = await signs(panel, 'b1');
  await dress({ device, boss });
  const t1 = await signs(device.counter.token, 't1');
  const l1 = await signs(device.floor.token, 'l1');
  const open = (path: string, size: keyof typeof SIZES, token: string) =>
    branch.screen(path, SIZES[size], { token });
  const opens: Record<Name, () => Promise<Page>> = {
    kiosk: () => open('/kiosk/ticket/', 'kiosk', device.kiosk.token),
    counter: () => open('/kiosk/counter/?counter=2', 'desk', t1),
    terminal: () => open('/kiosk/rating/?counter=2', 'tablet', device.rating.token),
    lobby: () => open('/display/lobby/', 'tv', device.display.token),
    floor: () => open('/kiosk/floor/', 'tablet', l1),
    manager: () => open('/display/manager/', 'desk', boss),
    devices: () => open('/display/devices/', 'desk', boss),
    home: () => open('/display/home/', 'desk', device.program.token),
  };
  const screens: Partial<Record<Name, Page>> = {};
  for (const name of shown) screens[name] = await opens[name]();
  return { screens: screens as Screens, device, boss };
}
