import type { DeviceRole } from '../devices/roles.ts';
import type { You } from '../wire.ts';
import { pageName } from './address.ts';

/**
 * The page's own token, and what whoever signed in was given. Each page of a browser is a device of
 * its own; a session ends with the tab.
 */
const TOKEN = 'tingtang.token ';
const SESSION = 'tingtang.session ';

/** Where nothing can be stored, the page keeps it for as long as it lives. */
const kept = new Map<string, string>();

function read(where: () => Storage, name: string): string | null {
  try {
    return where().getItem(name) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}

function write(where: () => Storage, name: string, value: string | null): void {
  if (value === null) kept.delete(name);
  else kept.set(name, value);
  try {
    if (value === null) where().removeItem(name);
    else where().setItem(name, value);
  } catch {
    // It stays in `kept`.
  }
}

/** The pages of devices and of the set-up are the manager's panel too: one token, one session. */
const SET_UP = '/display/setup/';
const OF_THE_PANEL = ['/display/devices/', SET_UP];
const ownPage = () =>
  OF_THE_PANEL.some((page) => location.pathname.startsWith(page)) ? PAGES.manager : pageName();

/** What this page shows at the door: `token`, `token.session`, or nothing. */
export function credential(): string | undefined {
  const token = read(() => localStorage, TOKEN + ownPage());
  const session = read(() => sessionStorage, SESSION + ownPage());
  return token ? (session ? `${token}.${session}` : token) : undefined;
}

export const keepSession = (session: string | null) =>
  write(() => sessionStorage, SESSION + ownPage(), session);

const PAGES: Record<DeviceRole, string> = {
  kiosk: '/kiosk/ticket/',
  display: '/display/lobby/',
  rating: '/kiosk/rating/',
  counter: '/kiosk/counter/',
  floor: '/kiosk/floor/',
  manager: '/display/manager/',
  program: '/display/home/',
};

/** What this page would be as a device; the manager may decide otherwise. */
export const ownRole = (): DeviceRole | undefined =>
  (Object.keys(PAGES) as DeviceRole[]).find((role) => ownPage().startsWith(PAGES[role]));

/** A screen for customers is measured as soon as it is let in. */
const isPublic = (role: DeviceRole) => ['kiosk', 'display', 'rating'].includes(role);

type Place = Pick<You, 'counter'> & { readonly role: DeviceRole };

/**
 * Goes to the page that the device now is. The token stays under the old address too: a browser that
 * starts there again is sent after its device.
 */
export function moveIn(token: string, { role, counter }: Place, isNew = true): void {
  const here = ownPage();
  const there = `${PAGES[role]}${counter ?? ''}`;
  for (const page of [here, there]) write(() => localStorage, TOKEN + page, token);
  const said = [
    ...(counter ? [`counter=${counter}`] : []),
    ...(isNew && isPublic(role) ? ['calibrate'] : []),
  ];
  // The first panel of all is let in to set the branch up, and stays there.
  const isHere = role === 'manager' && location.pathname.startsWith(SET_UP);
  const address = said.length > 0 ? `${PAGES[role]}?${said.join('&')}` : PAGES[role];
  if (isHere || `${location.pathname}${location.search}` === address) location.reload();
  else location.assign(address);
}

/** The hub holds this device to be another screen than this page: then it goes there. */
export function follow({ device, role, counter }: You): void {
  const token = read(() => localStorage, TOKEN + ownPage());
  if (!token || !device || role === 'loopback') return;
  if (ownPage() !== `${PAGES[role]}${counter ?? ''}`) moveIn(token, { role, counter }, false);
}
