import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Settings } from '../shared/settings.ts';
import type { Beat } from '../shared/wire.ts';
import { type Clock, offsetOf, STEP } from './clock.ts';
import { type House, openHouse } from './devices/house.ts';
import { startHeart } from './heart.ts';
import { Keeper } from './keeper.ts';
import { placeOf } from './ledger/damage.ts';
import type { Ledger } from './ledger/ledger.ts';
import { type Log, noLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Pipeline } from './pipeline.ts';
import { Publisher } from './publisher.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { headKept, type Resumed, toKeep } from './resume.ts';
import { sameSettings } from './settings.ts';
import { type Access, onlyThisMachine } from './web/access.ts';
import { limitConnections, patience } from './web/limits.ts';
import { createRoutes, type RoutesParts } from './web/routes.ts';
import { attachSockets, type SocketParts, type Sockets } from './web/sockets.ts';
import { Terminals } from './web/terminals.ts';

export interface HubParts {
  readonly resumed: Resumed;
  readonly clock: Clock;
  /** Built pages; without them the hub answers programs only. */
  readonly pages: string | null;
  /** Settings to change to at this start. */
  readonly settings: Settings | null;
  /** One line about what happened, for whoever watches the console. */
  readonly say: (line: string) => void;
  readonly more?: RoutesParts['more'];
  /** On which terms it is reached; its own machine alone if left out. */
  readonly access?: Access;
  readonly log?: Log;
  /** Bytes the data folder's disk has free. */
  readonly free?: () => Promise<number | null>;
  /** Who notices rating terminals; a rehearsal plays them instead. */
  readonly terminals?: SocketParts['terminals'];
}

/** A hub 网点主机: everything but the listening, which is the composition root's. */
export interface Hub {
  readonly http: HttpServer;
  readonly pipeline: Pipeline;
  readonly house: House;
  readonly metrics: Metrics;
  /** What is known of the history, once somebody looked. */
  history: Readiness['checks']['history'];
  /** The hub's own first commands; screens are right once it resolves. */
  start(): Promise<void>;
  /** Tells every screen the time and the pace, at once. */
  beat(): void;
  /** Signs where the ledger stands. */
  sign(): Promise<void>;
  /** Answers what was asked, tells the screens, lets go of the ledger. */
  stop(): Promise<void>;
}

export function createHub(parts: HubParts): Hub {
  const { resumed, clock, settings, say, log = noLog } = parts;
  const { ledger, lobby, answers, damage, keys, people } = resumed;
  const keeper = new Keeper({ keepsakes: resumed.keepsakes, clock, say });
  let begun = false;
  const begins = async () => {
    begun = await begin(pipeline, { resumed, clock, settings });
  };
  const lateStart = (error: unknown) => say(`The hub could not begin: ${error}`);
  const pipeline: Pipeline = new Pipeline({
    ...{ ledger, clock, lobby, answers },
    committed(entries, now) {
      publisher.changed();
      metrics.counted(entries.flatMap((entry) => entry.facts));
      if (house.noticed(entries)) sockets.recheck();
      keeper.keep(toKeep(entries, now, resumed));
    },
    trouble(what) {
      say(what ?? 'The ledger takes entries again.');
      log('ledger.trouble', { what });
      sockets.beat();
      // Ahead of any press: a figure that spans this start must be marked.
      if (what === null && !begun) begins().catch(lateStart);
    },
    flushed: (seconds) => metrics.flushed(seconds),
  });
  const metrics = createMetrics({ pipeline, ledger });
  const publisher: Publisher = new Publisher({
    clock,
    now: () => ({ lobby: pipeline.lobby, rev: ledger.head().seq }),
    outside: () => house.outside(),
    emit: (room, published) => sockets.emit(room, published),
  });
  const house: House = openHouse({
    ...{ keys, people, clock, pipeline, say, pairs: parts.access?.pairs ?? false },
    changed: () => publisher.changed(),
  });
  const inside = { pipeline, publisher, house, metrics, history: () => hub.history };
  const { http, sockets } = openDoors(parts, inside);
  let stopHeart = () => {};

  const hub: Hub = {
    ...{ http, pipeline, house, metrics, history: damage ? 'damaged' : 'verifying' },
    beat: () => sockets.beat(),
    sign: () => headKept(ledger)(resumed.keepsakes),
    async start() {
      if (damage) pipeline.readOnly(damage);
      else await begins();
      keeper.keep(resumed.left);
      await keeper.tried();
      stopHeart = startHeart({ clock, pipeline, publisher, beat: () => sockets.beat() });
    },
    async stop() {
      stopHeart();
      await comeToRest({ ...inside, sockets, keeper, ledger, keepsakes: resumed.keepsakes });
    },
  };
  return hub;
}

interface AtRest {
  readonly sockets: Sockets;
  readonly keeper: Keeper;
  readonly ledger: Ledger;
  readonly keepsakes: Resumed['keepsakes'];
}

/** What was pressed is answered, what is kept is written, and the ledger is let go of. */
async function comeToRest(parts: Inside & AtRest): Promise<void> {
  const { publisher, house, sockets, pipeline, keeper, ledger, keepsakes } = parts;
  publisher.stop();
  house.presence.stop();
  await sockets.close();
  await pipeline.stop();
  if (pipeline.accepting) keeper.keep([headKept(ledger)]);
  await keeper.done();
  await keepsakes.close();
  await ledger.close();
}

interface Inside extends Pick<RoutesParts, 'pipeline' | 'publisher' | 'house'> {
  readonly metrics: Metrics;
  readonly history: () => Hub['history'];
}

/** Where screens and programs come in; nothing listens yet. */
function openDoors(parts: HubParts, inside: Inside): { http: HttpServer; sockets: Sockets } {
  const { clock, pages, more, access = onlyThisMachine } = parts;
  const { free = async () => null } = parts;
  const { pipeline, publisher, house, metrics, history } = inside;
  const log: Log = (event, fields) => {
    if (typeof fields?.code === 'string') metrics.refused(fields.code);
    parts.log?.(event, fields);
  };
  const common = { pipeline, publisher, house, log, access };
  const readiness = () => readinessOf({ pipeline, clock, free, history });
  const health = { readiness, metrics: metrics.registry };
  const routes = createRoutes({ ...common, pages, health, ...(more && { more }) });
  const http = serverFor(routes, access);
  const beat = (): Beat => ({
    ...{ at: clock.now().at, pace: clock.pace(), accepting: pipeline.accepting },
    ...(access.insecure && { insecure: true }),
    ...(pipeline.damage && { damage: placeOf(pipeline.damage) }),
  });
  const terminals = parts.terminals ?? new Terminals({ pipeline, clock });
  return { http, sockets: attachSockets(http, { ...common, clock, beat, terminals }) };
}

function serverFor(routes: RequestListener, access: Access): HttpServer {
  const server: HttpServer = access.tls
    ? createSecureServer({ ...patience, ...access.tls }, routes)
    : createServer(patience, routes);
  if (access.pairs) limitConnections(server);
  return server;
}

/** That the hub has started, and the settings: every figure stands on both. False: not yet. */
async function begin(
  pipeline: Pipeline,
  { resumed, clock, settings }: Pick<HubParts, 'resumed' | 'clock' | 'settings'>,
): Promise<boolean> {
  const { since, lobby } = resumed;
  const wrong = offsetOf(clock);
  const offset = Math.abs(wrong) > STEP ? wrong : 0;
  const started = await pipeline.submitOwn({ type: 'hub.start', offset, since });
  if (!started.ok) return false;
  const isNew = since === null;
  const wanted = settings ?? lobby.visit.settings;
  if (!isNew && sameSettings(wanted, lobby.visit.settings)) return true;
  const answer = await pipeline.submitOwn({ type: 'settings.change', settings: wanted });
  if (!answer.ok && pipeline.accepting) throw new Error(answer.says.en);
  return answer.ok;
}
