import type { Server as HttpServer } from 'node:http';
import type { Settings } from '../shared/settings.ts';
import { Adviser } from './adviser/adviser.ts';
import { begin } from './begin.ts';
import { linksOf } from './center/uplink/linked.ts';
import type { Links } from './center/uplink/links.ts';
import type { CenterParts } from './center/uplink/options.ts';
import type { Clock } from './clock.ts';
import { type House, openHouse } from './devices/house.ts';
import { type Inside, openDoors } from './doors.ts';
import { openSeer } from './foresight/open.ts';
import type { Seer } from './foresight/seer.ts';
import { openHistory, openPast } from './history/open.ts';
import type { Past } from './history/past.ts';
import { proposing } from './history/proposing.ts';
import { Keeper } from './keeper.ts';
import { type Log, noLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openNotices } from './notices/notices.ts';
import type { Robot } from './notices/robots.ts';
import { outsideOf } from './outside.ts';
import { Photos } from './photos/store.ts';
import { Pipeline } from './pipeline.ts';
import { openPrinters } from './printer/open.ts';
import type { Printers, PrintersParts } from './printer/printers.ts';
import { Publisher } from './publisher.ts';
import type { Readiness } from './readiness.ts';
import { type AtRest, comeToRest, told } from './rest.ts';
import { headKept, type Resumed, toKeep } from './resume.ts';
import { startTimers } from './timers.ts';
import { type Backups, noBackups } from './upkeep/backup/rota.ts';
import type { Access } from './web/access.ts';
import type { PageOf } from './web/page.ts';
import type { RoutesParts } from './web/routes.ts';
import type { SocketParts } from './web/sockets.ts';
import type { Hook } from './webhooks/hooks.ts';

export interface HubParts {
  readonly resumed: Resumed;
  readonly clock: Clock;
  /** Built pages; without them the hub answers programs only. */
  readonly pages: string | null;
  /** Folder of the branch's own recordings for announcements. */
  readonly clips?: string;
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
  /** Where a ticket's own page is, once customers' phones are served. */
  readonly pageOf?: PageOf;
  /** Copies of the data folder; none if left out. */
  readonly backups?: Backups;
  /** The city center that the ledger is sent on to; none if left out. */
  readonly center?: CenterParts;
  /** Who notices rating terminals; a rehearsal plays them instead. */
  readonly terminals?: SocketParts['terminals'];
  /** What paper tickets need beside the settings. */
  readonly paper?: Pick<PrintersParts, 'pageOf' | 'patience'>;
  /** False: nobody looks ahead; a rehearsal that must go the same way twice does without. */
  readonly foresees?: boolean;
  /** Group robots that are told; none if left out: then nothing leaves this machine. */
  readonly robots?: readonly Robot[];
  /** Other programs that are told; none if left out. */
  readonly webhooks?: readonly Hook[];
}

/** A hub 网点主机: everything but the listening, which is the composition root's. */
export interface Hub {
  readonly http: HttpServer;
  readonly pipeline: Pipeline;
  readonly house: House;
  readonly metrics: Metrics;
  readonly links: Links;
  readonly seer: Seer;
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
  const { resumed, clock, say, log = noLog, backups = noBackups } = parts;
  const { ledger, lobby, answers, damage, keepsakes } = resumed;
  const keeper = new Keeper({ keepsakes, clock, say });
  let begun = false;
  const begins = async () => {
    begun = await begin(pipeline, parts);
  };
  const pipeline: Pipeline = new Pipeline({
    ...{ ledger, clock, lobby, answers },
    ...{ advice: () => adviser.advice(), expected: () => seer.expected() },
    hasPhoto: (photo) => photos.has(photo),
    committed(entries, now) {
      told({ ...all, photos, metrics }, entries, now);
      keeper.keep(toKeep(entries, now, resumed));
    },
    trouble(what) {
      say(what ?? 'The ledger takes entries again.');
      log('ledger.trouble', { what });
      sockets.beat();
      // Ahead of any press: a figure that spans this start must be marked.
      if (what === null && !begun) void begins().catch((e) => say(`The hub could not begin: ${e}`));
    },
    flushed: (seconds) => metrics.flushed(seconds),
  });
  const photos = photosOf(parts, () => pipeline);
  const links = linksOf(parts, () => ({ publisher, pipeline }));
  const metrics = createMetrics({ pipeline, ledger, backups, links });
  const seer = openSeer(parts, () => ({ pipeline, publisher, keeper }));
  const publisher: Publisher = publisherOf(parts, () => all);
  const adviser: Adviser = new Adviser(clock, () => all);
  const notices = openNotices(parts, () => publisher.changed());
  const printers: Printers = openPrinters(parts, { pipeline, publisher, metrics, seer });
  const past = openPast(parts);
  const house: House = houseOf(parts, { pipeline, publisher, printers, past });
  const around = { pipeline, past, history: () => hub.history, at: () => http.address() };
  const historian = openHistory(parts, around, () => outsideOf(all));
  const rooms = { pipeline, publisher, house, printers, historian, photos, metrics, seer, links };
  const { http, sockets } = openDoors(parts, { ...rooms, ...around });
  const all = { pipeline, house, printers, sockets, notices, publisher, adviser, seer, links };
  let stopTimers = () => {};
  const hub: Hub = {
    ...{ http, pipeline, house, metrics, seer, links, history: damage ? 'damaged' : 'verifying' },
    ...{ beat: () => sockets.beat(), sign: () => headKept(ledger)(keepsakes) },
    async start() {
      await photos.opened();
      await notices.start();
      if (damage) pipeline.readOnly(damage);
      else await begins();
      keeper.keep(resumed.left);
      await keeper.tried();
      stopTimers = startTimers(parts, { ...rooms, ...all, ...around });
    },
    async stop() {
      stopTimers();
      await comeToRest({ ...rooms, sockets, keeper, ledger, keepsakes, backups, notices });
    },
  };
  return hub;
}

const photosOf = ({ resumed, clock, say }: HubParts, pipeline: () => Pipeline) =>
  new Photos({ ...resumed.place, clock, say, settled: () => pipeline().settled() });

/** What it needs comes after it: each asks it to show what has changed. */
function publisherOf(
  { resumed: { ledger }, clock }: HubParts,
  later: () => Pick<Inside, 'pipeline' | 'house' | 'printers' | 'seer' | 'links'> &
    Pick<AtRest, 'sockets' | 'notices'> & { readonly adviser: Adviser },
): Publisher {
  return new Publisher({
    clock,
    now: () => ({ lobby: later().pipeline.lobby, rev: ledger.head().seq }),
    outside: () => outsideOf(later()),
    emit: (room, published) => later().sockets.emit(room, published),
  });
}

function houseOf(
  { resumed, clock, say, access }: HubParts,
  {
    pipeline,
    publisher,
    printers,
    past,
  }: Pick<Inside, 'pipeline' | 'publisher' | 'printers'> & {
    past: Past;
  },
): House {
  const { keys, people } = resumed;
  return openHouse({
    ...{ keys, people, clock, pipeline, say, pairs: access?.pairs ?? false },
    changed: () => publisher.changed(),
    printAgain: (ticket, sender) => printers.again(ticket, sender),
    propose: proposing(past, () => pipeline),
  });
}
