import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ServiceId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import { type Answer, type ClientToHub, type HubToClient, PROTOCOL } from '../../shared/wire.ts';

export type Wire = Socket<HubToClient, ClientToHub>;

/** A screen's connection, to a hub or to the echo that stands for its bare limit. */
export async function connected(url: string): Promise<Wire> {
  const auth = { protocol: PROTOCOL };
  const more = { reconnection: false, forceNew: true };
  const socket: Wire = io(url, { transports: ['websocket'], auth, ...more });
  await new Promise<void>((done, fail) => {
    socket.once('connect', done);
    socket.once('connect_error', fail);
  });
  return socket;
}

export const connectedAll = (url: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => connected(url)));

/** @throws a refusal: no bench is made of refused commands */
export async function press(socket: Wire, command: LobbyCommand): Promise<Answer & { ok: true }> {
  const id = uuid7(Date.now(), randomBytes(10));
  const answer = await new Promise<Answer>((done) => {
    socket.emit('command', { id, ...command }, done);
  });
  if (!answer.ok) throw new Error(`${command.type}: ${answer.says.en}`);
  return answer;
}

const cash = 'cash' as ServiceId;
/** By hand, for that goes on when the doors are shut: a bench may be run at night. */
export const take = { type: 'ticket.issue', service: cash, class: 'ordinary', by: 'hand' } as const;

export const watch = (socket: Wire, key: ViewKey): Promise<void> =>
  new Promise((done) => socket.emit('watch', key, () => done()));
