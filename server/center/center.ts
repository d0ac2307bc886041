import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/postgres-adapter';
import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { Throttle } from '../devices/throttle.ts';
import { serverFor } from '../doors.ts';
import { type Damage, sayDamage } from '../ledger/damage.ts';
import { openKey, type SigningKey } from '../ledger/key.ts';
import { type Log, noLog } from '../log.ts';
import { type Access, onlyThisMachine } from '../web/access.ts';
import type { Pace } from '../web/limits.ts';
import type { Books } from './books/books.ts';
import { openBooks, type Tables } from './books/opened.ts';
import { CityFiles, cityFolder } from './city/files.ts';
import type { CityLog } from './city/log.ts';
import { CityRoom, type Gather } from './city/room.ts';
import type { Sendings } from './down/down.ts';
import { gatheredFor } from './down/gather.ts';
import { openDown } from './down/open.ts';
import { Desk } from './enrolment.ts';
import { Intake } from './intake.ts';
import { keptInFiles, keptInTables } from './kept.ts';
import { metricsOf } from './metrics.ts';
import { Gathering, gatherFor } from './months/gathering.ts';
import { FileVault } from './people/fileVault.ts';
import { SqlTries } from './people/sqlTries.ts';
import { SqlVault } from './people/sqlVault.ts';
import { Nonces } from './receipt.ts';
import { createRoutes } from './routes.ts';
import { enrolling } from './screens/enrolling.ts';
import { type CityScreens, type CityScreensParts, openCityScreens } from './screens/open.ts';
import { type BranchStand, standsOf } from './stands.ts';
import { SqlCity } from './store/city.ts';
import type { Store } from './store/database.ts';
import { sameKey } from './store/keys.ts';
import type { Place } from './stretch.ts';

export type { BranchStand } from './stands.ts';

export interface CenterParts extends Place {
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly log?: Log;
  readonly access?: Access;
  /** What goes down to the branches; left out, what the city has sent. */
  readonly sendings?: Sendings;
  /** Bytes the data folder's disk has free. */
  readonly free?: () => Promise<number | null>;
  /** A database: the record that several servers share, or the rows made of this folder's files. */
  readonly tables?: Tables | undefined;
  /** Where the city's decisions are kept; left out, in that record, or in files beside the branches'. */
  readonly cityLog?: CityLog;
  /** Built pages; without them the center answers programs only. */
  readonly pages?: string | null;
  /** Whose midnight ends the city's day. */
  readonly timeZone?: string;
  /** How often one address may try a code: a city that is played lives at one. */
  readonly enrolling?: Pace;
}

/** A city center 市中心: everything but the listening. */
export interface Center {
  readonly http: HttpServer;
  readonly registry: Registry;
  readonly city: CityRoom;
  readonly books: Books;
  readonly gathering: Gathering;
  readonly screens: CityScreens;
  branches(): Promise<BranchStand[]>;
  /** Answers what was asked, and lets go of the files. */
  stop(): Promise<void>;
}

/** @throws when its own files are damaged: who is enrolled, or what was refused */
export async function createCenter(parts: CenterParts): Promise<Center> {
  const { disk, folder, clock, say, log = noLog, access = onlyThisMachine } = parts;
  const place = { disk, folder };
  const { tables } = parts;
  const record = tables?.isRecord ? tables.store : null;
  const kept = record ? keptInTables(record) : await keptInFiles(place);
  const { roster, codes, evidence, shelves } = kept;
  const key = await openKey(disk, folder, (await roster.all()).length > 0);
  if (record) await sameKey(record, key);
  const city = await cityOf(parts, record, key, async (command, now) => ({
    ...(await gatherFor(gathering)(command, now)),
    ...(await gatheredFor(() => books)(command)),
  }));
  const { books, heard, alarms, stop } = openBooks({ ...place, kept, tables, clock, log });
  const road = await openDown({ ...{ place, key, clock, log, say, city, books }, parts });
  const { down, due, renewing } = road;
  const heardOf = (branch: string) => {
    heard(branch);
    screens.heard(branch);
  };
  const intake = new Intake({ shelves, key, clock, evidence, log, say, heard: heardOf, due });
  const desk = new Desk({
    ...{ codes, roster, key, clock, log, say, renewing },
    ending: (member, work) => intake.ending(member, work),
  });
  const { registry, refused } = metricsOf(kept);
  const branches = () => standsOf({ ...kept, alarms, down });
  const gathering: Gathering = new Gathering({ books, stands: branches });
  const screens = await screensOf(parts, record, {
    ...{ room: city, books, gathering, branches, log, access },
    ...enrolling({ ...kept, clock, standOf: (member) => intake.standOf(member) }),
  });
  const routes = createRoutes({
    ...{ access, log, roster, intake, desk, down, key, refused, branches, metrics: registry },
    nonces: new Nonces(key, () => clock.now().at),
    ...{ readiness: () => readinessOf(parts, city), enrolling: parts.enrolling },
    more: (app) => screens.routes(app),
  });
  const http = serverFor(routes, access);
  screens.attach(http);
  return {
    ...{ http, registry, books, city, gathering, branches, screens },
    async stop() {
      await road.stop();
      const closed = new Promise<void>((done) => http.close(() => done()));
      await screens.close();
      await intake.close();
      http.closeAllConnections();
      await closed;
      await stop();
      await city.close();
      await roster.close();
      await evidence.close();
    },
  };
}

async function screensOf(
  { disk, folder, clock, say, log = noLog, pages = null, timeZone = 'Asia/Shanghai' }: CenterParts,
  record: Store | null,
  rooms: Omit<CityScreensParts, 'vault' | 'tries' | 'clock' | 'say' | 'pages' | 'timeZone'>,
): Promise<CityScreens> {
  const vault = record ? new SqlVault(record) : await FileVault.open({ disk, folder });
  const tries = record ? new SqlTries(record) : new Throttle();
  const pool = record?.pool;
  const adapter =
    pool && createAdapter(pool, { errorHandler: (e) => log('city.servers', { what: String(e) }) });
  const more = adapter ? { adapter } : {};
  return openCityScreens({ ...rooms, ...more, clock, say, pages, timeZone, vault, tries });
}

async function cityOf(
  parts: CenterParts,
  record: Store | null,
  key: SigningKey,
  gather: Gather,
): Promise<CityRoom> {
  const { clock, say, log: told = noLog } = parts;
  const alarm = (damage: Damage) => {
    told('city.damaged', { what: sayDamage(damage) });
    say(`The city’s ledger does not hold, and is only shown: ${sayDamage(damage)}`);
  };
  return CityRoom.open({ clock, alarm, gather, log: await cityLogOf(parts, record, key) });
}

async function cityLogOf(
  { disk, folder, cityLog, say }: CenterParts,
  record: Store | null,
  key: SigningKey,
) {
  if (cityLog) return cityLog;
  if (record) return SqlCity.open(record, key, say);
  return CityFiles.open({ disk, folder: cityFolder(folder) }, key);
}

const ENOUGH = 500 * 1024 * 1024;
const BEFORE = Date.UTC(2026, 0, 1);

async function readinessOf({ clock, free = async () => null }: CenterParts, { damage }: CityRoom) {
  const bytes = await free().catch(() => null);
  const checks = {
    disk: bytes === null ? 'unknown' : bytes < ENOUGH ? 'nearly full' : 'free',
    clock: clock.now().wall < BEFORE ? 'wrong' : 'sane',
    city: damage ? 'damaged' : 'sound',
  };
  const ok = checks.disk !== 'nearly full' && checks.clock === 'sane' && !damage;
  return { ok, checks };
}
