import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { cityViewKey } from '../../../shared/city/views/views.ts';
import {
  type CenterToCenter,
  type CenterToClient,
  type Changed,
  CITY_PROTOCOL,
  type CityBeat,
  type ClientToCenter,
} from '../../../shared/city/wire.ts';
import type { Log } from '../../log.ts';
import { type Access, onlyThisMachine } from '../../web/access.ts';
import { isFromElsewhere, isOurOwn, noteStranger } from '../../web/headers.ts';
import { bucket, MOST_BYTES, ofScreen } from '../../web/limits.ts';
import { cityNo } from '../no.ts';
import type { Asker, Sessions } from '../people/asker.ts';
import { type CityPublisher, roomOfView } from './cityPublisher.ts';
import type { Reception } from './reception.ts';

interface Kept {
  readonly token: string;
  /** Who it was when it came; whoever is somebody else since then comes anew. */
  readonly asker: Asker;
  /** Rooms it watches. */
  readonly watched: Set<string>;
}
export type CityIo = Server<ClientToCenter, CenterToClient, CenterToCenter, Kept>;
type Screen = Socket<ClientToCenter, CenterToClient, CenterToCenter, Kept>;

export interface CitySocketParts {
  readonly reception: Reception;
  readonly sessions: Sessions;
  readonly publisher: CityPublisher;
  readonly beat: () => CityBeat;
  readonly log: Log;
  readonly access?: Access;
  /** Another server of this center has something new. */
  readonly told: (what: Changed) => void;
  /** What several servers of one center hear of one another by. */
  readonly adapter?: Parameters<CityIo['adapter']>[0];
}

export interface CitySockets {
  readonly io: CityIo;
  /** Tells the other servers. */
  tell(what: Changed): void;
  beat(): void;
  /** Somebody's rights may have changed: whoever may not see any more is shown no more. */
  recheck(): Promise<void>;
  close(): Promise<void>;
}

/** Connections one session may hold: a page that reloads leaves its old one behind for a while. */
const EACH = 12;

const options = {
  serveClient: false,
  // A zombie looks open for no longer than this.
  ...{ pingInterval: 4000, pingTimeout: 4000, connectTimeout: 5000 },
  maxHttpBufferSize: MOST_BYTES,
} as const;

/** A center's screens on Socket.IO; nobody who has not signed in gets a connection. */
export function attachCitySockets(http: HttpServer, parts: CitySocketParts): CitySockets {
  const { access = onlyThisMachine, log, sessions, told, adapter } = parts;
  const io: CityIo = new Server<ClientToCenter, CenterToClient, CenterToCenter, Kept>(http, {
    ...options,
    allowRequest: (req, done) => {
      const own = isOurOwn(req.headers, access) && !isFromElsewhere(req.headers);
      if (!own) noteStranger(req.headers, log);
      done(null, own);
    },
  });
  if (adapter) io.adapter(adapter);
  io.use(async (socket, next) => {
    const { auth } = socket.handshake;
    if (auth.protocol !== CITY_PROTOCOL) return next(turnedAway('door.protocol'));
    const token = typeof auth.token === 'string' ? auth.token.slice(0, 100) : '';
    const asker = await sessions.askerOf(token).catch(() => null);
    if (!asker) return next(turnedAway('door.signedOut'));
    if ((io.sockets.adapter.rooms.get(`session ${token}`)?.size ?? 0) >= EACH)
      return next(turnedAway('door.tooFast'));
    socket.data = { token, asker, watched: new Set() };
    next();
  });
  io.on('connection', (socket) => welcome(socket, parts));
  io.on('changed', told);
  return {
    io,
    tell: (what) => void (adapter && io.serverSideEmit('changed', what)),
    beat: () => void io.local.emit('beat', parts.beat()),
    recheck: async () => {
      await Promise.all([...io.sockets.sockets.values()].map((s) => recheck(s, sessions)));
    },
    close: () => io.close(),
  };
}

/** A refusal to connect: the screen shows its sentence. */
const turnedAway = (code: 'door.protocol' | 'door.signedOut' | 'door.tooFast') =>
  Object.assign(new Error(code), { data: cityNo(code) });

/** One connection's handlers. What it may is asked for anew with each thing it asks. */
function welcome(socket: Screen, parts: CitySocketParts): void {
  const { reception, publisher, beat, log } = parts;
  const { token, asker, watched } = socket.data;
  const leave = (room: string) => {
    if (!watched.delete(room)) return;
    publisher.unwatch(room);
    void socket.leave(room);
  };
  void socket.join(`session ${token}`);
  holdToPace(socket, log);
  socket.emit('beat', beat());
  socket.on('beat', (answer) => answered(answer, beat()));
  socket.on('command', async (input, answer) =>
    answered(answer, await reception.command(input, token)),
  );
  socket.on('request', async (input, answer) =>
    answered(answer, await reception.request(input, token)),
  );
  socket.on('ask', async (input, answer) => answered(answer, await reception.ask(input, token)));
  socket.on('watch', async (input, answer) => {
    const said = await reception.view(input, token, (key, now) => {
      const room = roomOfView(key, now);
      if (watched.has(room) || !socket.connected) return publisher.show(key, now);
      watched.add(room);
      void socket.join(room);
      return publisher.watch(key, now);
    });
    answered(answer, said);
  });
  socket.on('unwatch', (input) => {
    const key = cityViewKey.safeParse(input);
    if (key.success) leave(roomOfView(key.data, asker));
  });
  socket.on('disconnect', () => {
    for (const room of [...watched]) leave(room);
  });
  void asker;
}

/** Faster than any hand: whoever floods is cut off, and others never notice. */
function holdToPace(socket: Screen, log: Log): void {
  const { take } = bucket(ofScreen);
  socket.use((_, next) => {
    if (take()) return next();
    if (!socket.connected) return;
    log('city.flooded', { person: socket.data.asker.person });
    socket.disconnect(true);
  });
}

/** Whoever has ended, or is somebody else now, comes anew: nothing of the old place stays on a screen. */
async function recheck(socket: Screen, sessions: Sessions): Promise<void> {
  const { token, asker } = socket.data;
  const now = await sessions.askerOf(token).catch(() => null);
  if (now?.role !== asker.role || now.scope !== asker.scope) socket.disconnect(true);
}

/** A client may leave its acknowledgement out; then nobody is told. */
function answered<T>(answer: ((answer: T) => void) | undefined, what: T): void {
  if (typeof answer === 'function') answer(what);
}
