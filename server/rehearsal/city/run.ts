import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessDateAt, dayAfter, dayBefore } from '../../../shared/calendar.ts';
import type { BusinessDate, MonthName } from '../../../shared/ids.ts';
import { cityNames } from '../../../shared/words/rehearsal.ts';
import { createCenter } from '../../center/center.ts';
import { makeCode } from '../../center/codes.ts';
import { FilesCodes } from '../../center/files/codes.ts';
import { openCache } from '../../center/tables.ts';
import { systemClock, type TurnedClock, turnedClock } from '../../clock.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { pagesFolder } from '../../pages.ts';
import { onEnd } from '../../run.ts';
import { listening } from '../../web/listening.ts';
import { momentOf } from '../day.ts';
import { sampleBranch } from '../sampleBranch.ts';
import { cityBranches, MOST_BRANCHES } from './branches.ts';
import type { Place } from './crew.ts';
import { Crews } from './crews.ts';
import { ADMIN, Office } from './office.ts';

export interface CityDemo {
  readonly branches: number;
  readonly port: number;
  /** Seconds of the city a second, once the months are played. */
  readonly speed: number;
  readonly seed: number;
}

const MONTHS = 3;
/** Days played in one go. Branches tell their center at noon: what it has for them is entered on open days. */
const APART = 6;
const { timeZone } = sampleBranch.branch;
const at = (date: BusinessDate, time: string) => momentOf(timeZone, date, time);

/**
 * `demo --city N`: a center with N simulated branches. Three months are played and closed in a
 * minute or two; then the present day goes on before one's eyes. All of it is gone afterwards.
 */
export async function runCityDemo({ branches, port, speed, seed }: CityDemo): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-city-'));
  const today = businessDateAt(sampleBranch, systemClock(0).now().wall);
  const from = monthsBefore(today, MONTHS);
  const clock = turnedClock({ start: at(from, '08:00'), pace: 0 });
  let code = '';
  const store = openCache(join(folder, 'center'), () => {});
  const center = await createCenter({
    ...{ disk: nodeDisk, folder: join(folder, 'center'), clock, pages: pagesFolder() },
    ...{ tables: { isRecord: false, store }, enrolling: { rate: 1, burst: MOST_BRANCHES } },
    say: (line) => {
      code = /: ([0-9A-Z-]+) {3}/.exec(line)?.[1] ?? code;
    },
  });
  const { port: own } = await listening(center.http, port, '127.0.0.1', '--port');
  const url = new URL(`http://127.0.0.1:${own}/`);
  const plans = cityBranches(seed, branches);
  const codes = new FilesCodes({ disk: nodeDisk, folder: join(folder, 'center') });
  const places: Place[] = [];
  for (const plan of plans) {
    const grant = { branch: plan.id, name: plan.name.zh, epoch: 1 };
    const code = await makeCode(codes, grant, clock.now().wall);
    places.push({ plan, code, folder: join(folder, plan.id) });
  }
  const start = clock.now().at;
  const crews = await Crews.start(places, { from, start, center: url.href });
  const end = async () => {
    await crews.stop();
    await center.stop();
    await (await store).close();
    await rm(folder, { recursive: true, force: true });
  };
  onEnd(end);
  try {
    await center.screens.start();
    const password = await founded(url, code);
    const office = new Office(center, plans, from);
    await office.setUp();
    await months(clock, crews, office, { from, today });
    clock.skipTo(at(today, '10:25'));
    await crews.playTo(clock.now().at);
    // What pages ask first is answered at once.
    await center.books.contenders(today.slice(0, 7));
    console.log(`Tingtang, a simulated city of ${branches} branches, seed ${seed}`);
    console.log(`  ${url}display/center/   account ${ADMIN}, password ${password}\nready`);
    await live(clock, crews, speed);
  } catch (error) {
    await end();
    throw error;
  }
}

/** The first administrator, as a person would: by the code that the console prints. */
async function founded(url: URL, code: string): Promise<string> {
  const password = randomBytes(6).toString('hex');
  const body = { code, person: ADMIN, name: cityNames.zh.admin, password, browser: randomUUID() };
  const answer = await fetch(new URL('/api/city/found', url), {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', origin: url.origin },
  });
  if (!answer.ok) throw new Error(`the first administrator was refused: ${await answer.text()}`);
  return password;
}

async function months(
  clock: TurnedClock,
  crews: Crews,
  office: Office,
  { from, today }: { from: BusinessDate; today: BusinessDate },
): Promise<void> {
  const playTo = async (when: number) => {
    clock.skipTo(when);
    await crews.playTo(when);
  };
  for (let date = from; date < today; date = dayAfter(date)) {
    // A day's last entry may come at four in the morning.
    const [month, ends] = [date.slice(0, 7) as MonthName, dayAfter(date)];
    const isLast = !ends.startsWith(month);
    if (isLast || Number(date.slice(8)) % APART === 0) await playTo(at(ends, '12:00'));
    if (!isLast) continue;
    await office.close(month);
    console.log(`  ${month}: closed, ranked, both circulars written`);
  }
}

/** The present day, a second of the clock on the wall at a time. */
async function live(clock: TurnedClock, crews: Crews, speed: number): Promise<void> {
  clock.setPace(speed);
  for (;;) {
    await crews.playTo(clock.now().at);
    await new Promise<void>((done) => void clock.frame(1000, done));
  }
}

/** The first day of the month so many months ago. */
function monthsBefore(date: BusinessDate, many: number): BusinessDate {
  let first = `${date.slice(0, 7)}-01` as BusinessDate;
  for (let n = 0; n < many; n++) first = `${dayBefore(first).slice(0, 7)}-01` as BusinessDate;
  return first;
}
