import { type ReadonlySignal, signal } from '@preact/signals';
import { Manager, type Socket } from 'socket.io-client';
import type { Request } from '../devices/requests.ts';
import type { LobbyCommand } from '../lobby.ts';
import type { QuestionOf, QuestionType } from '../questions/questions.ts';
import type { Text } from '../settings.ts';
import type { ViewKey, ViewName } from '../views/views.ts';
import {
  type Asked,
  type Beat,
  type ClientToHub,
  type HubToClient,
  PROTOCOL,
  type RequestAnswer,
  type You,
} from '../wire.ts';
import { pageName } from './address.ts';
import { credential, follow, keepSession } from './credential.ts';
import { hubClock } from './hubTime.ts';
import { type LinkStatus, liveness } from './liveness.ts';
import type { Pairing } from './pairing.ts';
import { type How, type Reply, sending } from './sending.ts';
import { surely } from './surely.ts';
import { type Seen, watching } from './watching.ts';
import { orByPolling, WAYS } from './ways.ts';

export type { LinkStatus } from './liveness.ts';
export type { Reply } from './sending.ts';
export type { Seen } from './watching.ts';

/** A page's one line to the hub. */
export interface Link {
  /** The view, and again whenever it changes; null until first told; the last one while lost. */
  view<N extends ViewName>(key: ViewKey<N>): ReadonlySignal<Seen<N> | null>;
  /**
   * Sends a press and brings the answer. While the hub is lost it refuses at once, except what is
   * to be kept: that waits in this browser and resolves when the hub has answered.
   */
  send(command: LobbyCommand, how?: How): Promise<Reply>;
  /** Lost at the latest 5 s after the link dropped. */
  readonly status: ReadonlySignal<LinkStatus>;
  readonly beat: ReadonlySignal<Beat>;
  /** Why the hub turns this page away, if it does. */
  readonly turnedAway: ReadonlySignal<Text | null>;
  /** What to show while nobody has let this screen in; null otherwise. */
  readonly pairing: ReadonlySignal<Pairing | null>;
  /** What the hub holds this screen to be, and who is signed in here; null until told. */
  readonly you: ReadonlySignal<You | null>;
  /** What carries a PIN, a code or a name; null when no answer came. Signing in is remembered. */
  request(request: Request): Promise<RequestAnswer | null>;
  /** Asks what lies in the past; null when no answer came. In a component: `useQuestion`. */
  ask<T extends QuestionType>(question: QuestionOf<T>): Promise<Asked<T> | null>;
  /** Hub time now, milliseconds; 0 until the hub was heard. Every running time comes from here. */
  hubNow(): number;
}

const LOOK = 250;
/** A page that was turned away knocks again, and loads itself anew where it is outdated. */
const KNOCK = 4000;
const CUT = 400;
/** Milliseconds for one request: a PIN is slow to verify on purpose. */
const PATIENCE = 6000;
/** Eight weeks are read before they are answered. */
const PATIENCE_ASKING = 30_000;

/** From 0 to 1: screens that were turned away together do not knock together. */
export const chance = () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 256;

type HubSocket = Socket<HubToClient, ClientToHub>;

const open = (): HubSocket =>
  new Manager(WAYS).socket('/', {
    // Asked anew at each connection: it may have been let in, or signed in, since the last.
    auth: (tell) => tell({ protocol: PROTOCOL, token: credential() }),
  });

/** Opens the page's line to the hub it came from. Once a page. */
export function connect(): Link {
  const socket = open();
  orByPolling(socket);
  const clock = hubClock();
  const { status, ...life } = liveness();
  const beat = signal<Beat>({ at: 0, pace: 1, accepting: true });
  const turnedAway = signal<Text | null>(null);
  let refused: ViewName | null = null;
  const letIn = lettingIn();
  const watched = watching((key) => socket.connected && ask(key));
  const you = told(socket, watched.again);
  const sender = sending({
    once: (command, patience) => socket.timeout(patience).emitWithAck('command', command),
    connected: () => socket.connected,
    live: () => status.value === 'live',
    hubNow: clock.now,
    page: `tingtang.outbox ${pageName()}`,
  });

  function ask(key: ViewKey): void {
    socket.emit('watch', key, (answer) => {
      const isRefused = !('key' in answer);
      if (isRefused) turnedAway.value = answer.says;
      else watched.take(answer);
      // Only the view that was refused can say that it is no longer.
      if (!isRefused && refused === key.name) turnedAway.value = null;
      if (isRefused || refused === key.name) refused = isRefused ? key.name : null;
    });
  }
  function hear(next: Beat): void {
    clock.hear(next);
    beat.value = next;
    life.beat();
  }
  const hello = () => {
    turnedAway.value = null;
    socket.emit('beat', hear);
    watched.again();
  };

  // One set of handlers for the life of the page: a reconnect adds none.
  socket.on('connect', hello);
  socket.on('beat', hear);
  socket.on('view', (published) => watched.take(published));
  socket.on('disconnect', life.broke);
  knockWhenShut(socket, letIn.begin, (says) => {
    turnedAway.value = says;
  });
  status.subscribe((now) => now === 'live' && void sender.drain());
  setInterval(() => life.look() && socket.connected && socket.io.engine.close(), LOOK);
  onShown(() => socket.connected && socket.emit('beat', hear));
  return {
    ...{ view: watched.view, send: sender.send, hubNow: clock.now },
    ...{ status, beat, turnedAway, you, pairing: letIn.state },
    request: (wanted) => requested(socket, wanted),
    ask: (question) => asked(socket, question),
  };
}

/**
 * What the hub holds this screen to be. Told again while connected, what it may see may have
 * changed, most for a manager's panel: then it asks again.
 */
function told(socket: HubSocket, again: () => void): ReadonlySignal<You | null> {
  const you = signal<You | null>(null);
  let isFirst = true;
  socket.on('you', (now) => {
    const isOther = now.person?.id !== you.value?.person?.id;
    if (!isFirst && (isOther || now.role === 'manager')) again();
    isFirst = false;
    you.value = now;
    follow(now);
  });
  socket.on('disconnect', () => {
    isFirst = true;
  });
  return you;
}

/** Asks what is no command; a session that comes of it is kept, one that ended is forgotten. */
async function requested(socket: HubSocket, asked: Request): Promise<RequestAnswer | null> {
  const answer = await socket
    .timeout(PATIENCE)
    .emitWithAck('request', asked)
    .catch(() => null);
  if (answer?.ok && asked.type === 'person.signIn') keepSession(answer.session ?? null);
  if (answer?.ok && asked.type === 'person.signOut') keepSession(null);
  return answer;
}

/** The answer's type is the question's: the hub's table of answers sees to that. */
const asked = <T extends QuestionType>(socket: HubSocket, question: QuestionOf<T>) =>
  socket
    .timeout(PATIENCE_ASKING)
    .emitWithAck('ask', question)
    .then((said) => said as Asked<T>)
    .catch(() => null);

/** Most screens were let in long ago: what shows the codes is fetched when one was not. */
function lettingIn() {
  const state = signal<Pairing | null>(null);
  let begun = false;
  const run = async () => {
    const { pair } = await surely(() => import('./pairing.ts'));
    await pair((now) => {
      state.value = now;
    });
  };
  return {
    state: state as ReadonlySignal<Pairing | null>,
    begin() {
      if (!begun) void run();
      begun = true;
    },
  };
}

/** A refused or dismissed socket does not come back by itself. */
function knockWhenShut(
  socket: HubSocket,
  unpaired: () => void,
  told: (says: Text | null) => void,
): void {
  const again = (ms: number) => setTimeout(() => socket.connect(), ms * (0.5 + chance()));
  const later = () => again(KNOCK);
  // Cut off by the hub: what it shows may be no longer its to show, so it asks at once.
  socket.on('disconnect', (why) => why === 'io server disconnect' && again(CUT));
  socket.on('connect_error', (error: Error & { data?: { code?: string; says?: Text } }) => {
    if (socket.active) return;
    // The page loads itself anew once it was let in.
    if (error.data?.code === 'device.unpaired') return unpaired();
    told(error.data?.says ?? null);
    if (error.data?.code === 'protocol.version') setTimeout(() => location.reload(), KNOCK * 2);
    else later();
  });
}

/** The timers of a hidden page sleep: shown again, it asks what time it is. */
function onShown(then: () => void): void {
  document.addEventListener('visibilitychange', () => document.hidden || then());
}
