import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { Manager, type Socket } from 'socket.io-client';
import type { CityCommand } from '../../shared/city/city.ts';
import type { CityQuestionOf, CityQuestionType } from '../../shared/city/questions.ts';
import type { CityRequest } from '../../shared/city/requests.ts';
import type { CityViewKey, CityViewName, CityViews } from '../../shared/city/views/views.ts';
import {
  type CenterToClient,
  CITY_PROTOCOL,
  type CityAsked,
  type CityBeat,
  type CityNo,
  type CityReceived,
  type CityReply,
  type ClientToCenter,
} from '../../shared/city/wire.ts';
import { hubClock } from '../../shared/screen/hubTime.ts';
import { chance } from '../../shared/screen/link.ts';
import { type LinkStatus, liveness } from '../../shared/screen/liveness.ts';
import { orByPolling, WAYS } from '../../shared/screen/ways.ts';
import type { Text } from '../../shared/settings.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { keepSession, session } from './session.ts';

/** This page's one line to its center. */
export interface CityLink {
  /** The view, and again whenever it changes; null until first told; the last one while lost. */
  view<N extends CityViewName>(key: CityViewKey<N>): ReadonlySignal<CityViews[N] | null>;
  /** null when no answer came. A retry under the same id takes effect once. */
  send(command: CityCommand): Promise<CityReply | null>;
  request(request: CityRequest): Promise<CityReceived | null>;
  ask<T extends CityQuestionType>(question: CityQuestionOf<T>): Promise<CityAsked<T> | null>;
  readonly status: ReadonlySignal<LinkStatus>;
  readonly beat: ReadonlySignal<CityBeat>;
  /** Why the center turns this page away, if it does. */
  readonly turnedAway: ReadonlySignal<Text | null>;
  /** The center's time now, ms; 0 until it was heard. */
  hubNow(): number;
  close(): void;
}

type CitySocket = Socket<CenterToClient, ClientToCenter>;

const LOOK = 250;
const PATIENCE = 8000;
/** A month of a hundred branches is reckoned before it is answered. */
const PATIENCE_ASKING = 60_000;
const TRIES = 3;
/** Milliseconds until a page that was turned away asks again. */
const KNOCK = 2000;

const open = (): CitySocket =>
  new Manager(WAYS).socket('/', {
    auth: (tell) => tell({ protocol: CITY_PROTOCOL, token: session() }),
  });

/** @param ended the session is over: the door has to be shown again */
export function connectToCity(ended: () => void): CityLink {
  const socket = open();
  orByPolling(socket);
  const clock = hubClock();
  const { status, ...life } = liveness();
  const beat = signal<CityBeat>({ at: 0, pace: 1 });
  const turnedAway = signal<Text | null>(null);
  const away = (says: Text | null) => {
    turnedAway.value = says;
  };
  const views = viewsOn(socket, away);
  const hear = (next: CityBeat) => {
    clock.hear(next);
    beat.value = next;
    life.beat();
  };
  socket.on('connect', () => {
    away(null);
    socket.emit('beat', hear);
    views.again();
  });
  socket.on('beat', hear);
  socket.on('view', views.take);
  socket.on('disconnect', life.broke);
  const look = () => life.look() && socket.connected && socket.io.engine.close();
  const looking = setInterval(look, LOOK);
  const close = () => {
    clearInterval(looking);
    socket.close();
  };
  const over = () => {
    keepSession(null);
    close();
    ended();
  };
  knockWhenShut(socket, over, away);
  return {
    ...{ view: views.view, status, beat, turnedAway, hubNow: clock.now, close },
    send: (command) => sent(socket, command, clock.now()),
    request: (wanted) => requested(socket, wanted, over),
    ask: (question) => asked(socket, question),
  };
}

/** A refused or dismissed socket does not come back by itself. */
function knockWhenShut(socket: CitySocket, over: () => void, away: (says: Text | null) => void) {
  // Who it is may have changed: it comes anew, as whoever it is now.
  socket.on('disconnect', (why) => why === 'io server disconnect' && socket.connect());
  socket.on('connect_error', (error: Error & { data?: CityNo }) => {
    if (socket.active) return;
    if (error.data?.code === 'door.signedOut') return over();
    if (error.data?.code === 'door.protocol') setTimeout(() => location.reload(), KNOCK * 2);
    else setTimeout(() => socket.connect(), KNOCK * (0.5 + chance()));
    away(error.data?.says ?? null);
  });
}

/** A session that comes of it is kept; signing out ends this page's. */
async function requested(socket: CitySocket, wanted: CityRequest, over: () => void) {
  const answer = await patient(() => socket.timeout(PATIENCE).emitWithAck('request', wanted));
  if (answer?.ok && answer.session) keepSession(answer.session);
  if (answer?.ok && wanted.type === 'account.signOut') over();
  return answer;
}

/** The answer's type is the question's: the center's table of answers sees to that. */
const asked = <T extends CityQuestionType>(socket: CitySocket, question: CityQuestionOf<T>) =>
  patient(() =>
    socket.timeout(PATIENCE_ASKING).emitWithAck('ask', question),
  ) as Promise<CityAsked<T> | null>;

const patient = <T>(work: () => Promise<T>): Promise<T | null> => work().catch(() => null);

/** One id for all tries: what got through before is answered again, and takes effect once. */
async function sent(
  socket: CitySocket,
  command: CityCommand,
  now: number,
): Promise<CityReply | null> {
  const id = uuid7(now, crypto.getRandomValues(new Uint8Array(10)));
  for (let n = 0; n < TRIES; n++) {
    const answer = await patient(() =>
      socket.timeout(PATIENCE).emitWithAck('command', { ...command, id }),
    );
    if (answer) return answer;
  }
  return null;
}

interface Cell {
  readonly key: CityViewKey;
  readonly seen: Signal<CityViews[CityViewName] | null>;
  /** The highest number of this connection. */
  rev: number;
}

const nameOf = ({ name, node }: CityViewKey) => (node ? `${name} ${node}` : name);

/** The views this page watches: whole ones replace one another. */
function viewsOn(socket: CitySocket, refused: (says: Text) => void) {
  const cells = new Map<string, Cell>();
  const take: CenterToClient['view'] = ({ key, rev, view }) => {
    const cell = cells.get(nameOf(key));
    if (!cell || rev < cell.rev) return;
    cell.rev = rev;
    cell.seen.value = view;
  };
  const watch = (cell: Cell) => {
    cell.rev = -1;
    if (!socket.connected) return;
    socket.emit('watch', cell.key, (said) => ('key' in said ? take(said) : refused(said.says)));
  };
  return {
    take,
    again: () => [...cells.values()].forEach(watch),
    view<N extends CityViewName>(key: CityViewKey<N>): ReadonlySignal<CityViews[N] | null> {
      const known = cells.get(nameOf(key));
      const cell = known ?? { key, seen: signal(null), rev: -1 };
      if (!known) {
        cells.set(nameOf(key), cell);
        watch(cell);
      }
      return cell.seen as ReadonlySignal<CityViews[N] | null>;
    },
  };
}
