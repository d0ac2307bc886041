import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import {
  type Answer,
  type Beat,
  type ClientToHub,
  type HubRefusal,
  type HubToClient,
  PROTOCOL,
  type Published,
} from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import type { Clock } from '../clock.ts';
import { gate, type Sender, senderFrom } from '../devices/gate.ts';
import { parseCommand, parseViewKey } from '../parse.ts';
import type { Pipeline } from '../pipeline.ts';
import { type Publisher, roomOf } from '../publisher.ts';
import { isOurOwn } from './headers.ts';
import type { Terminals } from './terminals.ts';

export interface Sockets {
  emit(room: string, published: Published): void;
  beat(): void;
  close(): Promise<void>;
}

export interface SocketParts {
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly beat: () => Beat;
  /** Told of every screen that watches a view; what it returns is called when the screen stops. */
  readonly terminals: Pick<Terminals, 'seen'>;
}

type Inside = Record<string, never>;
type Io = Server<ClientToHub, HubToClient, Inside, { sender: Sender }>;
type Screen = Socket<ClientToHub, HubToClient, Inside, { sender: Sender }>;

/** Screens on Socket.IO: websocket, or polling where a proxy knows no better. */
export function attachSockets(http: HttpServer, parts: SocketParts): Sockets {
  const io: Io = new Server(http, {
    serveClient: false,
    // A zombie looks open for no longer than this.
    pingInterval: 4000,
    pingTimeout: 4000,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (req, done) => done(null, isOurOwn(req.headers)),
  });
  io.use((socket, next) => {
    const sender = senderFrom(socket.handshake.address);
    if (socket.handshake.auth.protocol !== PROTOCOL) return next(turnedAway('protocol.version'));
    if (!sender) return next(turnedAway('gate.forbidden'));
    socket.data.sender = sender;
    next();
  });
  io.on('connection', (socket) => welcome(socket, parts));
  return {
    emit: (room, published) => io.to(room).emit('view', published),
    beat: () => io.emit('beat', parts.beat()),
    close: () => io.close(),
  };
}

/** A refusal to connect: the screen shows its sentence. */
const turnedAway = (code: HubRefusal) =>
  Object.assign(new Error(code), { data: refused({ code }) });

function welcome(socket: Screen, parts: SocketParts): void {
  const { publisher, terminals } = parts;
  const watched = new Map<string, () => void>();
  socket.emit('beat', parts.beat());
  socket.on('beat', (answer) => answered(answer, parts.beat()));
  socket.on('command', (input, answer) => void command(socket, input, answer, parts.pipeline));
  socket.on('watch', (input, answer) => {
    const key = parseViewKey(input);
    if (!key.ok) return answered(answer, refused(key.refusal));
    if (!gate.mayWatch(socket.data.sender, key.value))
      return answered(answer, refused({ code: 'gate.forbidden' }));
    const room = roomOf(key.value);
    if (watched.has(room)) return answered(answer, publisher.show(key.value));
    const gone = terminals.seen(key.value);
    watched.set(room, () => {
      publisher.unwatch(key.value);
      gone();
    });
    void socket.join(room);
    answered(answer, publisher.watch(key.value));
  });
  const leave = (room: string) => {
    watched.get(room)?.();
    watched.delete(room);
    void socket.leave(room);
  };
  socket.on('unwatch', (input) => {
    const key = parseViewKey(input);
    if (key.ok) leave(roomOf(key.value));
  });
  socket.on('disconnect', () => [...watched.keys()].forEach(leave));
}

async function command(
  socket: Screen,
  input: unknown,
  answer: (answer: Answer) => void,
  pipeline: Pipeline,
): Promise<void> {
  const parsed = parseCommand(input);
  if (!parsed.ok) return answered(answer, refused(parsed.refusal));
  const { sender } = socket.data;
  if (!gate.mayCommand(sender, parsed.value))
    return answered(answer, refused({ code: 'gate.forbidden' }));
  answered(answer, await pipeline.submit(parsed.value, sender));
}

/** A client may leave its acknowledgement out; then nobody is told. */
function answered<T>(answer: ((answer: T) => void) | undefined, what: T): void {
  if (typeof answer === 'function') answer(what);
}
