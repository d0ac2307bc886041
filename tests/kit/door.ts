import { randomBytes } from 'node:crypto';
import type { Request } from '../../shared/devices/requests.ts';
import type { DeviceRole, Post } from '../../shared/devices/roles.ts';
import type { CounterId, DeviceId, StaffId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { Answer, PairingStarted, PairingState, RequestAnswer } from '../../shared/wire.ts';

/** A hub as it is seen from outside: over HTTP, by whoever knows its address. */
export interface Door {
  readonly url: string;
}

/**
 * A line for each question: one that is kept may be about to be hung up when a story asks again that
 * played a whole day at one go meanwhile.
 */
const ONE_LINE = { connection: 'close' };

/** Somebody who can reach the hub's port, with whatever they hold. */
export async function post<T = Answer>(
  { url }: Door,
  path: string,
  body: unknown,
  token?: string,
  headers: Record<string, string> = {},
): Promise<T & { status: number }> {
  const answered = await fetch(url + path, {
    method: 'POST',
    headers: {
      ...ONE_LINE,
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { ...((await answered.json()) as T), status: answered.status };
}

export const get = ({ url }: Door, path: string, token?: string, headers = {}) =>
  fetch(url + path, {
    headers: { ...ONE_LINE, ...(token && { authorization: `Bearer ${token}` }), ...headers },
  });

export const ask = (door: Door, token: string, request: Request) =>
  post<RequestAnswer>(door, '/api/requests', request, token);

/** Sends a press under a fresh id, made at a time of the hub's. */
export const press = (door: Door, token: string, command: LobbyCommand, at = Date.now()) =>
  post(door, '/api/commands', { id: uuid7(at, randomBytes(10)), ...command }, token);

export const showCode = (door: Door, role?: DeviceRole) =>
  post<PairingStarted>(door, '/api/pair', role ? { role } : {});

export const fetchToken = (door: Door, { pairing, secret }: PairingStarted) =>
  post<PairingState | Extract<Answer, { ok: false }>>(door, '/api/pair/state', { pairing, secret });

/** The last set-up code in what a hub said on its console, without its dash. */
export const setUpCodeIn = (said: string): string =>
  [...said.matchAll(/set-up code ([A-Z0-9]{4})-([A-Z0-9]{4})/g)].at(-1)?.slice(1).join('') ?? '';

export async function openPanel(door: Door, setUp: string): Promise<string> {
  const opened = await post<PairingState>(door, '/api/pair', { setUp });
  if (!opened.token) throw new Error(`no panel: ${JSON.stringify(opened)}`);
  return opened.token;
}

export interface Paired {
  readonly id: DeviceId;
  readonly token: string;
}

/** Pairs a new screen the whole way round: code, approval at the panel, token. */
export async function pair(
  door: Door,
  panel: string,
  role: DeviceRole,
  counter?: string,
): Promise<Paired> {
  const started = await showCode(door, role);
  const place = { role, ...(counter && { counter: counter as CounterId }) };
  const approved = await ask(door, panel, { type: 'device.approve', code: started.code, ...place });
  const state = await fetchToken(door, started);
  if (!approved.ok || !approved.device || !('token' in state) || !state.token)
    throw new Error(`not paired: ${JSON.stringify({ approved, state })}`);
  return { id: approved.device, token: state.token };
}

export interface Employed {
  readonly person: string;
  readonly as: Post;
  readonly pin: string;
  readonly at?: number;
}

/** A member of staff with a PIN, as a manager's panel makes one. */
export async function employ(door: Door, panel: string, { person, as, pin, at }: Employed) {
  const id = person as StaffId;
  await press(door, panel, { type: 'staff.add', person: id, post: as }, at);
  // The PIN comes last: with the first manager's, the panel alone may do this no longer.
  await ask(door, panel, { type: 'staff.name', person: id, name: `姓名${person}` });
  await ask(door, panel, { type: 'staff.setPin', person: id, pin });
}

export async function signIn(door: Door, token: string, person: string, pin: string) {
  const request = { type: 'person.signIn', person: person as StaffId, pin } as const;
  const answer = await ask(door, token, request);
  return answer.ok ? `${token}.${answer.session}` : answer;
}

export async function signedIn(door: Door, token: string, person: string, pin: string) {
  const credential = await signIn(door, token, person, pin);
  if (typeof credential !== 'string') throw new Error(credential.code);
  return credential;
}

export const PIN = '730519';
