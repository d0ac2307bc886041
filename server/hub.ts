import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Settings } from '../shared/settings.ts';
import type { Beat } from '../shared/wire.ts';
import type { Clock } from './clock.ts';
import { type House, openHouse } from './devices/house.ts';
import { STEP, startHeart } from './heart.ts';
import type { Entry } from './ledger/entry.ts';
import { type Log, noLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Pipeline } from './pipeline.ts';
import { Publisher } from './publisher.ts';
import { type Readiness, readinessOf } from './readiness.ts';
import { keepDay, type Resumed } from './resume.ts';
import { sameSettings } from './settings.ts';
import { type Access, onlyThisMachine } from './web/access.ts';
import { limitConnections, patience } from './web/limits.ts';
import { createRoutes, type RoutesParts } from './web/routes.ts';
import { attachSockets, type Sockets } from './web/sockets.ts';

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
  /** Answers what was asked, tells the screens, lets go of the ledger. */
  stop(): Promise<void>;
}

export function createHub(parts: HubParts): Hub {
  const { resumed, clock, pages, settings, say, more, log = noLog } = parts;
  const { access = onlyThisMachine, free = async () => null } = parts;
  const { ledger, lobby, answers, damage, keys, people } = resumed;
  const keeper = keeping(resumed, say);
  const pipeline: Pipeline = new Pipeline({
    ...{ ledger, clock, lobby, answers },
    committed(entries, now) {
      publisher.changed();
      metrics.counted(entries.flatMap((entry) => entry.facts));
      if (house.noticed(entries)) sockets.recheck();
      keeper.keep(entries, now);
    },
    trouble(what) {
      say(what ?? 'The ledger takes entries again.');
      log('ledger.trouble', { what });
      sockets.beat();
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
    ...{ keys, people, clock, pipeline, say, pairs: access.pairs },
    changed: () => publisher.changed(),
  });
  const readiness = () => readinessOf({ pipeline, clock, free, history: () => hub.history });
  const routes = createRoutes({
    ...{ pipeline, publisher, pages, house, log, access, ...(more && { more }) },
    health: { readiness, metrics: metrics.registry },
  });
  const http = serverFor(routes, access);
  const beat = (): Beat => ({
    ...{ at: clock.now().at, pace: clock.pace(), accepting: pipeline.accepting },
    ...(access.insecure && { insecure: true }),
  });
  const sockets: Sockets = attachSockets(http, {
    ...{ pipeline, publisher, clock, house, log, access, beat },
  });
  let stopHeart = () => {};

  const hub: Hub = {
    ...{ http, pipeline, house, metrics, history: damage ? 'damaged' : 'verifying' },
    beat: () => sockets.beat(),
    async start() {
      if (damage) pipeline.readOnly(damage);
      else await begin(pipeline, { resumed, clock, settings });
      stopHeart = startHeart({ clock, pipeline, publisher, beat: () => sockets.beat() });
    },
    async stop() {
      stopHeart();
      publisher.stop();
      house.presence.stop();
      await sockets.close();
      await pipeline.settled();
      await keeper.done();
      await ledger.close();
    },
  };
  return hub;
}

function serverFor(routes: RequestListener, access: Access): HttpServer {
  const server: HttpServer = access.tls
    ? createSecureServer({ ...patience, ...access.tls }, routes)
    : createServer(patience, routes);
  if (access.pairs) limitConnections(server);
  return server;
}

/** What is kept beside the ledger follows it, one thing after another; a failure is only said. */
function keeping(resumed: Resumed, say: (line: string) => void) {
  let last: Promise<void> = Promise.resolve();
  return {
    keep(entries: readonly Entry[], lobby: Resumed['lobby']) {
      const kept = keepDay(entries, lobby, resumed);
      const changed = entries.some((e) => e.facts.some((f) => f.type === 'settings.changed'));
      const saved = changed ? resumed.keepsakes.saveSettings(lobby.visit.settings) : undefined;
      last = Promise.all([last, kept, saved]).then(
        () => {},
        (error) => say(`A document beside the ledger was not written: ${error}`),
      );
    },
    done: () => last,
  };
}

/** That the hub has started, and the settings: every figure stands on both. */
async function begin(
  pipeline: Pipeline,
  { resumed, clock, settings }: Pick<HubParts, 'resumed' | 'clock' | 'settings'>,
): Promise<void> {
  const { at, wall } = clock.now();
  const { since, lobby } = resumed;
  const offset = Math.abs(wall - at) > STEP ? wall - at : 0;
  await pipeline.submitOwn({ type: 'hub.start', offset, since });
  const isNew = since === null;
  const wanted = settings ?? lobby.visit.settings;
  if (!isNew && sameSettings(wanted, lobby.visit.settings)) return;
  const answer = await pipeline.submitOwn({ type: 'settings.change', settings: wanted });
  if (!answer.ok) throw new Error(answer.says.en);
}
