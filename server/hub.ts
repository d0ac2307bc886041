import { createServer, type Server as HttpServer } from 'node:http';
import type { Settings } from '../shared/settings.ts';
import type { Beat } from '../shared/wire.ts';
import { type Clock, offsetOf, STEP } from './clock.ts';
import { startHeart } from './heart.ts';
import { Keeper } from './keeper.ts';
import { Pipeline } from './pipeline.ts';
import { Publisher } from './publisher.ts';
import { headKept, type Resumed, toKeep } from './resume.ts';
import { sameSettings } from './settings.ts';
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
  /** Who notices rating terminals; a rehearsal plays them instead. */
  readonly terminals?: SocketParts['terminals'];
}

/** A hub 网点主机: everything but the listening, which is the composition root's. */
export interface Hub {
  readonly http: HttpServer;
  readonly pipeline: Pipeline;
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
  const { resumed, clock, pages, settings, say, more } = parts;
  const { ledger, lobby, answers, damage } = resumed;
  const keeper = new Keeper({ keepsakes: resumed.keepsakes, clock, say });
  let begun = false;
  const begins = async () => {
    begun = await begin(pipeline, { resumed, clock, settings });
  };
  const pipeline: Pipeline = new Pipeline({
    ...{ ledger, clock, lobby, answers },
    committed(entries, now) {
      publisher.changed();
      keeper.keep(toKeep(entries, now, resumed));
    },
    trouble(what) {
      say(what ?? 'The ledger takes entries again.');
      sockets.beat();
      // Ahead of any press: a figure that spans this start must be marked.
      if (what === null && !begun)
        begins().catch((error) => say(`The hub could not begin: ${error}`));
    },
  });
  const publisher: Publisher = new Publisher({
    clock,
    now: () => ({ lobby: pipeline.lobby, rev: ledger.head().seq }),
    emit: (room, published) => sockets.emit(room, published),
  });
  const http = createServer(createRoutes({ pipeline, publisher, pages, ...(more && { more }) }));
  const beat = (): Beat => {
    const { accepting } = pipeline;
    return { at: clock.now().at, pace: clock.pace(), accepting };
  };
  const terminals = parts.terminals ?? new Terminals({ pipeline, clock });
  const sockets: Sockets = attachSockets(http, { pipeline, publisher, clock, beat, terminals });
  let stopHeart = () => {};

  return {
    http,
    pipeline,
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
      publisher.stop();
      await sockets.close();
      await pipeline.stop();
      if (pipeline.accepting) keeper.keep([headKept(ledger)]);
      await keeper.done();
      await ledger.close();
    },
  };
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
