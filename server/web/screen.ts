import type { Server, Socket } from 'socket.io';
import type { DeviceId } from '../../shared/ids.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import type {
  Answer,
  Asked,
  Beat,
  ClientToHub,
  HubRefusal,
  HubToClient,
  RequestAnswer,
} from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Clock } from '../clock.ts';
import type { Guest } from '../devices/doorman.ts';
import { gate, type Sender } from '../devices/gate.ts';
import type { House } from '../devices/house.ts';
import type { Historian } from '../history/historian.ts';
import type { Log } from '../log.ts';
import { parseCommand, parseQuestion, parseRequest, parseViewKey } from '../parse.ts';
import type { Pipeline } from '../pipeline.ts';
import { type Publisher, roomOf } from '../publisher.ts';
import { noted } from './answering.ts';
import type { Lenders } from './lenders.ts';
import { bucket, ofScreen } from './limits.ts';
import { type PageOf, withPage } from './page.ts';
import type { Terminals } from './terminals.ts';

export interface ScreenParts {
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly house: House;
  readonly historian: Historian;
  readonly log: Log;
  readonly beat: () => Beat;
  /** Told of every screen that watches a view; what it returns is called when the screen stops. */
  readonly terminals: Pick<Terminals, 'seen'>;
  readonly lenders: Lenders;
  readonly pageOf?: PageOf;
}

interface Watch {
  readonly key: ViewKey;
  readonly end: () => void;
}
interface Kept {
  guest: Guest;
  readonly watched: Map<string, Watch>;
}
type Inside = Record<string, never>;
export type Io = Server<ClientToHub, HubToClient, Inside, Kept>;
export type Screen = Socket<ClientToHub, HubToClient, Inside, Kept>;

export const roomOfDevice = (device: DeviceId) => `device ${device}`;

/** One connection's handlers. Its rights are asked for anew with each thing it asks. */
export function welcome(socket: Screen, parts: ScreenParts): void {
  const { house, beat } = parts;
  const { guest } = socket.data;
  let gone = () => {};
  if (guest.device) {
    void socket.join(roomOfDevice(guest.device));
    gone = house.presence.arrived(guest.device, socket.handshake.address);
    holdToPace(socket, parts.log);
  }
  const you = house.doorman.you(guest);
  if (you) socket.emit('you', you);
  socket.emit('beat', beat());
  socket.on('beat', (answer) => answered(answer, beat()));
  socket.on('command', (input, answer) => void command(socket, input, answer, parts));
  socket.on('request', (input, answer) => void request(socket, input, answer, parts));
  socket.on('ask', (input, answer) => void ask(socket, input, answer, parts));
  socket.on('watch', (input, answer) => answered(answer, watch(socket, input, parts)));
  socket.on('unwatch', (input) => {
    const key = parseViewKey(input);
    if (key.ok) leave(socket, roomOf(key.value));
  });
  socket.on('disconnect', () => {
    for (const room of [...socket.data.watched.keys()]) leave(socket, room);
    parts.lenders.left(socket);
    gone();
  });
}

/** Faster than any hand: whoever floods is cut off, and others never notice. */
function holdToPace(socket: Screen, log: Log): void {
  const { take } = bucket(ofScreen);
  socket.use((_, next) => {
    if (take()) return next();
    if (!socket.connected) return;
    log('socket.flooded', { device: socket.data.guest.device });
    socket.disconnect(true);
  });
}

/** Brings a connection in line with what it may still do; a revoked one is cut. */
export function recheck(socket: Screen, { house }: ScreenParts): void {
  const { guest, watched } = socket.data;
  const sender = house.doorman.sender(guest);
  if (!sender) return void socket.disconnect(true);
  for (const [room, { key }] of watched) if (gate.view(sender, key)) leave(socket, room);
  const you = house.doorman.you(guest);
  if (you) socket.emit('you', you);
}

function watch(socket: Screen, input: unknown, { house, publisher, terminals, log }: ScreenParts) {
  const key = parseViewKey(input);
  if (!key.ok) return refused(key.refusal);
  const sender = house.doorman.sender(socket.data.guest);
  const no = sender ? gate.view(sender, key.value) : 'device.unpaired';
  if (no) return turnedAway(sender, no, key.value.name, log);
  const room = roomOf(key.value);
  if (socket.data.watched.has(room)) return publisher.show(key.value);
  const gone = terminals.seen(key.value);
  const end = () => {
    publisher.unwatch(key.value);
    gone();
  };
  socket.data.watched.set(room, { key: key.value, end });
  void socket.join(room);
  return publisher.watch(key.value);
}

function leave(socket: Screen, room: string): void {
  socket.data.watched.get(room)?.end();
  socket.data.watched.delete(room);
  void socket.leave(room);
}

async function command(
  socket: Screen,
  input: unknown,
  answer: (answer: Answer) => void,
  { house, pipeline, lenders, log, pageOf }: ScreenParts,
): Promise<void> {
  const parsed = parseCommand(input);
  if (!parsed.ok) return answered(answer, refused(parsed.refusal));
  const sender = house.doorman.sender(socket.data.guest);
  const no = sender ? gate.command(sender, parsed.value, pipeline.lobby) : 'device.unpaired';
  if (no || !sender)
    return answered(answer, turnedAway(sender, no ?? 'device.unpaired', parsed.value.type, log));
  const { value } = parsed;
  if (value.type === 'numbers.borrow') lenders.arrives(value.loan, socket);
  const said = await pipeline.submit(value, sender);
  answered(answer, withPage(value, noted(said, value.type, sender, log), pageOf));
}

async function request(
  socket: Screen,
  input: unknown,
  answer: (answer: RequestAnswer) => void,
  { house, log }: ScreenParts,
): Promise<void> {
  const parsed = parseRequest(input);
  if (!parsed.ok) return answered(answer, refused(parsed.refusal));
  const sender = house.doorman.sender(socket.data.guest);
  const no = sender ? gate.request(sender, parsed.value) : 'device.unpaired';
  if (no || !sender)
    return answered(answer, turnedAway(sender, no ?? 'device.unpaired', parsed.value.type, log));
  const said = await house.desk.answer(parsed.value, sender);
  if (said.ok && said.session) signedIn(socket, said.session, house);
  answered(answer, noted(said, parsed.value.type, sender, log));
}

async function ask(
  socket: Screen,
  input: unknown,
  answer: (answer: Asked) => void,
  { house, historian, log }: ScreenParts,
): Promise<void> {
  const parsed = parseQuestion(input);
  if (!parsed.ok) return answered(answer, refused(parsed.refusal));
  const sender = house.doorman.sender(socket.data.guest);
  const no = sender ? gate.question(sender, parsed.value) : 'device.unpaired';
  if (no) return answered(answer, turnedAway(sender, no, parsed.value.type, log));
  answered(answer, noted(await historian.ask(parsed.value), parsed.value.type, sender, log));
}

/** From here on this connection speaks for whoever has just signed in; no other one does. */
function signedIn(socket: Screen, session: string, house: House): void {
  socket.data.guest = { ...socket.data.guest, session };
  const you = house.doorman.you(socket.data.guest);
  if (you) socket.emit('you', you);
}

const turnedAway = (sender: Sender | null, code: HubRefusal, what: string, log: Log) =>
  noted(refused({ code }), what, sender, log);

/** A client may leave its acknowledgement out; then nobody is told. */
function answered<T>(answer: ((answer: T) => void) | undefined, what: T): void {
  if (typeof answer === 'function') answer(what);
}
