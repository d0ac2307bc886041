import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { DeviceId } from '../../shared/ids.ts';
import {
  type ClientToHub,
  type HubRefusal,
  type HubToClient,
  PROTOCOL,
  type Published,
} from '../../shared/wire.ts';
import { refused } from '../answers.ts';
import { isProxied } from '../devices/doorman.ts';
import { GROUPS } from '../heart.ts';
import { type Access, onlyThisMachine } from './access.ts';
import { isFromElsewhere, isOurOwn, noteStranger } from './headers.ts';
import { MOST_BYTES } from './limits.ts';
import {
  type Io,
  recheck,
  roomOfDevice,
  type Screen,
  type ScreenParts,
  welcome,
} from './screen.ts';

export interface Sockets {
  emit(room: string, published: Published): void;
  /** Tells all screens at once. */
  beat(): void;
  beatTo(group: number): void;
  /** Somebody's rights may have changed: who may not see any more is shown no more. */
  recheck(): void;
  close(): Promise<void>;
}

export interface SocketParts extends ScreenParts {
  readonly access?: Access;
}

const roomOfGroup = (group: number) => `group ${group}`;

/** Connections one device may hold: a page that reloads leaves its old one behind for a while. */
const EACH = 8;

/** Screens on Socket.IO: websocket, or polling where a proxy knows no better. */
export function attachSockets(http: HttpServer, parts: SocketParts): Sockets {
  const { access = onlyThisMachine, log } = parts;
  const io: Io = new Server<ClientToHub, HubToClient>(http, {
    serveClient: false,
    // A zombie looks open for no longer than this.
    pingInterval: 4000,
    pingTimeout: 4000,
    connectTimeout: 5000,
    maxHttpBufferSize: MOST_BYTES,
    allowRequest: (req, done) => {
      const own = isOurOwn(req.headers, access) && !isFromElsewhere(req.headers);
      if (!own) noteStranger(req.headers, log);
      done(null, own);
    },
  });
  io.use((socket, next) => {
    const no = admit(io, socket, parts);
    if (!no) return next();
    log('socket.refused', { code: no, address: socket.handshake.address });
    next(turnedAway(no));
  });
  let came = 0;
  io.on('connection', (socket) => {
    void socket.join(roomOfGroup(came++ % GROUPS));
    welcome(socket, parts);
  });
  return {
    emit: (room, published) => io.to(room).emit('view', published),
    beat: () => io.emit('beat', parts.beat()),
    beatTo: (group) => io.to(roomOfGroup(group)).emit('beat', parts.beat()),
    recheck: () => {
      for (const socket of io.sockets.sockets.values()) recheck(socket, parts);
    },
    close: () => io.close(),
  };
}

/** A refusal to connect: the screen shows its sentence. */
const turnedAway = (code: HubRefusal) =>
  Object.assign(new Error(code), { data: refused({ code }) });

function admit(io: Io, socket: Screen, { house }: SocketParts): HubRefusal | null {
  const { address, headers, auth } = socket.handshake;
  if (auth.protocol !== PROTOCOL) return 'protocol.version';
  const credential = typeof auth.token === 'string' ? auth.token.slice(0, 200) : null;
  const guest = house.doorman.admit({ address, proxied: isProxied(headers), credential });
  if (!guest) return 'device.unpaired';
  if (guest.device && crowd(io, guest.device) >= EACH) return 'rate.exceeded';
  socket.data = { guest, watched: new Map() };
  return null;
}

const crowd = (io: Io, device: DeviceId) =>
  io.sockets.adapter.rooms.get(roomOfDevice(device))?.size ?? 0;
