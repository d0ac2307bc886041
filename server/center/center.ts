import type { Server as HttpServer } from 'node:http';
import { Counter, Gauge, Registry } from 'prom-client';
import type { CenterRefusal } from '../../shared/center.ts';
import type { Clock } from '../clock.ts';
import { serverFor } from '../doors.ts';
import { GENESIS } from '../ledger/entry.ts';
import { openKey } from '../ledger/key.ts';
import { type Log, noLog } from '../log.ts';
import { type Access, onlyThisMachine } from '../web/access.ts';
import type { Books } from './books/books.ts';
import { FilesBooks } from './books/filesBooks.ts';
import { CityFiles, cityFolder } from './city/files.ts';
import type { CityLog } from './city/log.ts';
import { CityRoom } from './city/room.ts';
import { Desk } from './enrolment.ts';
import { Evidence, type Refused } from './evidence.ts';
import { Intake } from './intake.ts';

import { Gathering, gatherFor } from './months/gathering.ts';
import { FileVault } from './people/fileVault.ts';
import type { Vault } from './people/vault.ts';

import { Nonces } from './receipt.ts';
import { type Member, Roster } from './roster.ts';
import { createRoutes } from './routes.ts';
import { enrolling } from './screens/enrolling.ts';
import { type CityScreens, type CityScreensParts, openCityScreens } from './screens/open.ts';
import type { Place } from './stretch.ts';

export interface CenterParts extends Place {
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly log?: Log;
  readonly access?: Access;
  /** Bytes the data folder's disk has free. */
  readonly free?: () => Promise<number | null>;
  /** Where the city's decisions are kept; left out, in files beside the branches'. */
  readonly cityLog?: CityLog;
  /** Names, passwords and sessions; left out, in a document of the folder. */
  readonly vault?: Vault;
  /** Built pages; without them the center answers programs only. */
  readonly pages?: string;
  /** Whose midnight ends the city's day. */
  readonly timeZone?: string;
  /** What several servers of one center hear of one another by. */
  readonly adapter?: CityScreensParts['adapter'];
}

/** How a branch stands, for the center's screens. */
export interface BranchStand {
  readonly branch: string;
  readonly name: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  /** Up to where its ledger was witnessed; seq 0: nothing yet. */
  readonly head: { readonly seq: number; readonly hash: string; readonly at: number };
  /** The center's time, ms; null: not since this center started. */
  readonly seenAt: number | null;
  readonly receivedAt: number | null;
  /** Its time minus the center's, ms. */
  readonly offset: number;
  /** What it was refused for last, however long ago: a fork does not go away by itself. */
  readonly refused: Omit<Refused, 'line'> | null;
}

/** A city center 市中心: everything but the listening. */
export interface Center {
  readonly http: HttpServer;
  readonly registry: Registry;
  readonly city: CityRoom;
  /** What the books say of a month, to look at it before it is closed. */
  readonly gathering: Gathering;
  readonly books: Books;
  readonly screens: CityScreens;
  branches(): Promise<BranchStand[]>;
  /** Answers what was asked, and lets go of the files. */
  stop(): Promise<void>;
}

/** @throws when its own files are damaged: who is enrolled, or what was refused */
export async function createCenter(parts: CenterParts): Promise<Center> {
  const { disk, folder, clock, say, log = noLog, access = onlyThisMachine } = parts;
  const place = { disk, folder };
  const roster = new Roster(place);
  await roster.read();
  const evidence = new Evidence(place);
  await evidence.read();
  const key = await openKey(disk, folder, roster.all().length > 0);
  const intake = new Intake({
    ...{ ...place, key, clock, evidence, log, say },
    heard: (branch) => screens.heard(branch),
  });
  const desk = new Desk({
    ...{ place, roster, key, clock, log, say },
    headOf: async (member) => (await intake.standOf(member)).head,
  });
  const books = booksOf({ place, roster, intake });
  const { registry, refused } = metricsOf(roster, evidence);
  const branches = standsOf({ roster, intake, evidence });
  const gathering = new Gathering({ books, stands: branches });
  const kept = { disk, folder: cityFolder(folder) };
  const cityLog = parts.cityLog ?? (await CityFiles.open(kept, key));
  const city = await CityRoom.open({ clock, log: cityLog, gather: gatherFor(gathering) });
  const headOf = async (member: Member) => (await intake.standOf(member)).head;
  const { pages = null, adapter, timeZone = 'Asia/Shanghai' } = parts;
  const screens: CityScreens = openCityScreens({
    ...{ room: city, books, gathering, branches, clock, log, say, access, pages, timeZone },
    ...enrolling({ place, roster, clock, headOf }),
    vault: parts.vault ?? (await FileVault.open(place)),
    ...(adapter && { adapter }),
  });
  const routes = createRoutes({
    ...{ access, log, roster, intake, desk, key, refused, branches, metrics: registry },
    nonces: new Nonces(key, () => clock.now().at),
    readiness: () => readinessOf(parts),
    more: (app) => screens.routes(app),
  });
  const http = serverFor(routes, access);
  screens.attach(http);
  return {
    ...{ http, registry, books, city, gathering, branches, screens },
    async stop() {
      const closed = new Promise<void>((done) => http.close(() => done()));
      await screens.close();
      await intake.close();
      http.closeAllConnections();
      await closed;
      await city.close();
      await roster.close();
      await evidence.close();
    },
  };
}

const booksOf = (of: { place: Place; roster: Roster; intake: Intake }) =>
  new FilesBooks({
    ...of.place,
    enrolled: () => of.roster.all(),
    headOf: async ({ branch, epoch }) => {
      const member = of.roster.of(branch, epoch);
      return member ? (await of.intake.standOf(member)).head : GENESIS;
    },
  });

/** How every branch stands, as the center has it. */
const standsOf =
  ({ roster, intake, evidence }: { roster: Roster; intake: Intake; evidence: Evidence }) =>
  async (): Promise<BranchStand[]> => {
    const stands: BranchStand[] = [];
    for (const id of roster.branches()) {
      const member = roster.current(id);
      if (!member) continue;
      const { head, contact } = await intake.standOf(member);
      const { branch, name, epoch, at: enrolledAt } = member;
      const { seq, hash, at } = head;
      const { seenAt, receivedAt, offset } = contact;
      stands.push({
        ...{ branch, name, epoch, enrolledAt, head: { seq, hash, at } },
        ...{ seenAt, receivedAt, offset, refused: evidence.last.get(branch) ?? null },
      });
    }
    return stands;
  };

const ENOUGH = 500 * 1024 * 1024;
const BEFORE = Date.UTC(2026, 0, 1);

async function readinessOf({ clock, free = async () => null }: CenterParts) {
  const bytes = await free().catch(() => null);
  const checks = {
    disk: bytes === null ? 'unknown' : bytes < ENOUGH ? 'nearly full' : 'free',
    clock: clock.now().wall < BEFORE ? 'wrong' : 'sane',
  };
  return { ok: checks.disk !== 'nearly full' && checks.clock === 'sane', checks };
}

/** Prometheus; no branch is a label: there may be thousands. */
function metricsOf(roster: Roster, evidence: Evidence) {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `tingtang_center_${name}`, help, registers },
      collect() {
        this.set(read());
      },
    });
  gauge('branches', 'Branches enrolled', () => roster.branches().length);
  gauge('branches_refused', 'Branches whose ledger was ever refused', () => evidence.last.size);
  const refusals = new Counter({
    ...{ name: 'tingtang_center_refusals_total', help: 'Requests refused', registers },
    labelNames: ['code'],
  });
  return { registry, refused: (code: CenterRefusal) => refusals.inc({ code }) };
}
