import type { Server as HttpServer } from 'node:http';
import type { Express } from 'express';
import { localTime } from '../../../shared/calendar.ts';
import type { CityViewKey, CityViewName, CityViews } from '../../../shared/city/views/views.ts';
import type { Changed } from '../../../shared/city/wire.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Tries } from '../../devices/throttle.ts';
import type { Log } from '../../log.ts';
import type { Access } from '../../web/access.ts';
import type { Books } from '../books/books.ts';
import type { BranchStand } from '../center.ts';
import type { CityRoom } from '../city/room.ts';
import type { Gathering } from '../months/gathering.ts';
import { type Asker, Sessions } from '../people/asker.ts';
import { PeopleDesk, type PeopleDeskParts } from '../people/desk.ts';
import type { Ground } from '../people/gate.ts';
import type { Vault } from '../people/vault.ts';
import { answeringFrom } from './answering.ts';
import { CityPublisher } from './cityPublisher.ts';
import { cityRoutes } from './cityRoutes.ts';
import { attachCitySockets, type CitySocketParts, type CitySockets } from './citySockets.ts';
import { Live } from './live.ts';
import { Reception } from './reception.ts';
import { shellView } from './shell.ts';

export interface CityScreensParts extends Pick<PeopleDeskParts, 'enrol' | 'epoch'> {
  readonly room: CityRoom;
  readonly books: Books;
  readonly gathering: Gathering;
  readonly vault: Vault;
  readonly tries: Tries;
  readonly branches: () => Promise<readonly BranchStand[]>;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  readonly access: Access;
  /** Built pages; without them the center answers programs only. */
  readonly pages: string | null;
  /** Whose midnight ends the city's day. */
  readonly timeZone: string;
  /** What several servers of one center hear of one another by; alone if left out. */
  readonly adapter?: CitySocketParts['adapter'];
}

/** The center's screens, and who may come in. */
export interface CityScreens {
  routes(app: Express): void;
  attach(http: HttpServer): void;
  /** A branch was heard of, or something of it was taken in. */
  heard(branch: string): void;
  /** Prints a code for the first administrator, while there is none. */
  start(): Promise<void>;
  beat(): void;
  close(): Promise<void>;
}

/** Milliseconds between two beats; and after which it is looked at whom nothing was heard of. */
const BEAT = 2000;
const LOOK = 30_000;

export function openCityScreens(parts: CityScreensParts): CityScreens {
  const { room, vault, clock, log, say, access, pages, adapter } = parts;
  const people = () => room.state.people;
  const wall = () => clock.now().wall;
  const now = () => clock.now().at;
  const ground = groundOf(parts);
  const sessions = new Sessions({ vault, wall, people });
  const desk = deskOf(parts, sessions);
  const live = new Live({ books: parts.books, branches: parts.branches, now });
  let sockets: CitySockets | null = null;
  const publisher = new CityPublisher({
    ...{ clock, make: maker(parts, live, ground) },
    emit: (to, published) => void sockets?.io.local.to(to).emit('view', published),
  });
  const answering = answeringFrom({ ...parts, ground, now });
  const reception = new Reception({ ...parts, sessions, desk, publisher, answering, ground, now });
  const told = async (what: Changed) => {
    if (what.is === 'city') await room.catchUp().catch(() => false);
    publisher.changed();
  };
  const unlisten = room.onChange((_, facts) => {
    publisher.changed();
    if (facts.some(({ type }) => type.startsWith('account.'))) void sockets?.recheck();
    sockets?.tell({ is: 'city' });
  });
  const stopped = timers(
    clock,
    () => sockets?.beat(),
    () => publisher.changed(),
  );
  const beat = () => ({ at: now(), pace: clock.pace() });
  return {
    routes: (app) => cityRoutes(app, { reception, desk, publisher, log, pages }),
    attach(http) {
      const door = { reception, sessions, publisher, beat, log, access, told };
      sockets = attachCitySockets(http, { ...door, ...(adapter && { adapter }) });
    },
    heard(branch) {
      publisher.changed();
      sockets?.tell({ is: 'branch', branch });
    },
    async start() {
      const code = await desk.firstPass();
      if (code)
        say(`  one-time code for the first administrator: ${code}   type it on the center's page`);
    },
    beat: () => sockets?.beat(),
    async close() {
      stopped();
      unlisten();
      publisher.stop();
      await sockets?.close();
    },
  };
}

function deskOf({ room, vault, tries, clock, enrol, epoch }: CityScreensParts, sessions: Sessions) {
  return new PeopleDesk({
    ...{ vault, sessions, enrol, epoch, tries },
    wall: () => clock.now().wall,
    people: () => room.state.people,
    submit: (command, asker) => room.takeOwn(command, asker ?? theCenter),
  });
}

const theCenter = { person: null, role: null, scope: null } as const;

const groundOf =
  ({ room, clock, timeZone }: CityScreensParts) =>
  (): Ground => ({ ...room.state, today: localTime(timeZone, clock.now().wall).date });

/** What each view is made of. */
function maker(parts: CityScreensParts, live: Live, ground: () => Ground) {
  const { room, vault, branches, timeZone } = parts;
  const shell = async (asker: Asker) =>
    shellView(asker, {
      ...{ city: room.state, today: ground().today, decided: room.head.seq, timeZone },
      branches: (await branches()).map(({ branch, name }) => ({
        branch: branch as BranchId,
        name,
      })),
      name: (await vault.secretOf(asker.person))?.name ?? null,
    });
  return async <N extends CityViewName>({ name, node }: CityViewKey<N>, asker: Asker) => {
    const view =
      name === 'shell' ? await shell(asker) : await live.view(ground(), asker.scope, node ?? null);
    return view as CityViews[N];
  };
}

function timers(clock: Clock, beat: () => void, look: () => void): () => void {
  const stops = [
    [BEAT, beat],
    [LOOK, look],
  ].map(([ms, run]) => every(clock, ms as number, run as () => void));
  return () => {
    for (const stop of stops) stop();
  };
}

function every(clock: Clock, ms: number, run: () => void): () => void {
  let stop = () => {};
  const next = () => {
    stop = clock.frame(ms, () => {
      run();
      next();
    });
  };
  next();
  return () => stop();
}
