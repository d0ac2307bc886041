import type { Request } from '../../shared/devices/requests.ts';
import type { DeviceRole, Post } from '../../shared/devices/roles.ts';
import type { CounterId, DeviceId, StaffId } from '../../shared/ids.ts';
import type { Answer, PairingStarted, PairingState, RequestAnswer } from '../../shared/wire.ts';
import { type HubRig, type RigOptions, screen, startHub } from './hub.ts';

/** A hub where every screen has to pair, as a branch runs it. */
export const startHouse = (options: RigOptions = {}) =>
  startHub({ ...options, access: { pairs: true, ...options.access } });

/** Somebody who can reach the hub's port, with whatever they hold. */
export async function post<T = Answer>(
  rig: HubRig,
  path: string,
  body: unknown,
  token?: string,
  headers: Record<string, string> = {},
): Promise<T & { status: number }> {
  const answered = await fetch(rig.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { ...((await answered.json()) as T), status: answered.status };
}

export const get = (rig: HubRig, path: string, token?: string, headers = {}) =>
  fetch(rig.url + path, {
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });

export const ask = (rig: HubRig, token: string, request: Request) =>
  post<RequestAnswer>(rig, '/api/requests', request, token);

export const showCode = (rig: HubRig, role?: DeviceRole) =>
  post<PairingStarted>(rig, '/api/pair', role ? { role } : {});

export const fetchToken = (rig: HubRig, { pairing, secret }: PairingStarted) =>
  post<PairingState | Extract<Answer, { ok: false }>>(rig, '/api/pair/state', { pairing, secret });

/** The code a first start prints; read off the console, without its dash. */
export function setUpCode(rig: HubRig): string {
  rig.hub.house.offerSetUp();
  return lastSetUpCode(rig);
}

export const lastSetUpCode = (rig: HubRig) =>
  /([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(rig.said.findLast((s) => s.includes('set-up')) ?? '')?.[1] ?? '';

export async function firstPanel(rig: HubRig): Promise<string> {
  const opened = await post<PairingState>(rig, '/api/pair', { setUp: setUpCode(rig) });
  if (!opened.token) throw new Error(`no panel: ${JSON.stringify(opened)}`);
  return opened.token;
}

export interface Paired {
  readonly id: DeviceId;
  readonly token: string;
}

/** Pairs a new screen the whole way round: code, approval at the panel, token. */
export async function pair(
  rig: HubRig,
  panel: string,
  role: DeviceRole,
  counter?: string,
): Promise<Paired> {
  const started = await showCode(rig, role);
  const place = { role, ...(counter && { counter: counter as CounterId }) };
  const approved = await ask(rig, panel, { type: 'device.approve', code: started.code, ...place });
  const state = await fetchToken(rig, started);
  if (!approved.ok || !approved.device || !('token' in state) || !state.token)
    throw new Error(`not paired: ${JSON.stringify({ approved, state })}`);
  return { id: approved.device, token: state.token };
}

/** A member of staff with a PIN, as a manager's panel makes one. */
export async function employ(rig: HubRig, panel: string, person: string, as: Post, pin: string) {
  const id = person as StaffId;
  const on = await screen(rig, ['websocket'], panel);
  await on.send({ type: 'staff.add', person: id, post: as });
  // The PIN comes last: with the first manager's, the panel alone may do this no longer.
  await ask(rig, panel, { type: 'staff.name', person: id, name: `姓名${person}` });
  await ask(rig, panel, { type: 'staff.setPin', person: id, pin });
  on.socket.disconnect();
}

export async function signIn(rig: HubRig, token: string, person: string, pin: string) {
  const request = { type: 'person.signIn', person: person as StaffId, pin } as const;
  const answer = await ask(rig, token, request);
  return answer.ok ? `${token}.${answer.session}` : answer;
}

export async function signedIn(rig: HubRig, token: string, person: string, pin: string) {
  const credential = await signIn(rig, token, person, pin);
  if (typeof credential !== 'string') throw new Error(credential.code);
  return credential;
}

export const PIN = '730519';

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
  await employ(rig, panel, 't1', 'teller', PIN);
  await employ(rig, panel, 't2', 'teller', PIN);
  await employ(rig, panel, 'l1', 'lobbyManager', PIN);
  await employ(rig, panel, 's1', 'serviceSpecialist', PIN);
  await employ(rig, panel, 'b1', 'branchManager', PIN);
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
