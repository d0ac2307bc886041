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
import { systemClock, type TurnedClock, turnedClock } from '../../clock.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { pagesFolder } from '../../pages.ts';
import { onEnd } from '../../run.ts';
import { listening } from '../../web/listening.ts';
import { momentOf } from '../day.ts';
import { sampleBranch } from '../sampleBranch.ts';
import { SimulatedBranch } from './branch.ts';
import { cityBranches } from './branches.ts';
import { ADMIN, Office } from './office.ts';

export interface CityDemo {
  readonly branches: number;
  readonly port: number;
  /** Seconds of the city a second, once the months are played. */
  readonly speed: number;
  readonly seed: number;
}

const MONTHS = 3;
const { timeZone } = sampleBranch.branch;
const at = (date: BusinessDate, time: string) => momentOf(timeZone, date, time);

/**
 * `demo --city N`: a center with N simulated branches. Three months are played and closed in about a
 * minute; then the present day goes on before one's eyes. All of it is gone afterwards.
 */
export async function runCityDemo({ branches, port, speed, seed }: CityDemo): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-city-'));
  const today = businessDateAt(sampleBranch, systemClock(0).now().wall);
  const from = monthsBefore(today, MONTHS);
  const clock = turnedClock({ start: at(from, '08:00'), pace: 0 });
  let code = '';
  const center = await createCenter({
    ...{ disk: nodeDisk, folder: join(folder, 'center'), clock, pages: pagesFolder() },
    say: (line) => {
      code = /: ([0-9A-Z-]+) {3}/.exec(line)?.[1] ?? code;
    },
  });
  const { port: own } = await listening(center.http, port, '127.0.0.1', '--port');
  const url = new URL(`http://127.0.0.1:${own}/`);
  const plans = cityBranches(seed, branches);
  const codes = new FilesCodes({ disk: nodeDisk, folder: join(folder, 'center') });
  const played: SimulatedBranch[] = [];
  for (const plan of plans) {
    const grant = { branch: plan.id, name: plan.name.zh, epoch: 1 };
    const own = { code: await makeCode(codes, grant, clock.now().wall), center: url, clock };
    const place = { disk: nodeDisk, folder: join(folder, plan.id) };
    played.push(await SimulatedBranch.open({ ...place, plan, seed, from, ...own }));
  }
  onEnd(async () => {
    for (const branch of played) await branch.stop();
    await center.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await center.screens.start();
  const password = await founded(url, code);
  const office = new Office(center, plans, from);
  await office.setUp();
  await months(clock, played, office, { from, today });
  console.log(`Tingtang, a simulated city of ${branches} branches, seed ${seed}`);
  console.log(`  ${url}display/center/   account ${ADMIN}, password ${password}\nready`);
  live(clock, played, speed);
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
  branches: readonly SimulatedBranch[],
  office: Office,
  { from, today }: { from: BusinessDate; today: BusinessDate },
): Promise<void> {
  for (let date = from; date < today; date = dayAfter(date)) {
    clock.skipTo(at(date, '23:00'));
    for (const branch of branches) await branch.playTo(at(date, '23:00'));
    const month = date.slice(0, 7) as MonthName;
    if (dayAfter(date).startsWith(month)) continue;
    // The last day is closed at four in the morning at the latest.
    clock.skipTo(at(dayAfter(date), '08:00'));
    for (const branch of branches) await branch.playTo(at(dayAfter(date), '08:00'));
    await office.close(month);
    console.log(`  ${month}: closed, ranked, both circulars written`);
  }
}

/** The present day, a second of the clock on the wall at a time. */
function live(clock: TurnedClock, branches: readonly SimulatedBranch[], speed: number): void {
  clock.skipTo(at(businessDateAt(sampleBranch, systemClock(0).now().wall), '10:25'));
  clock.setPace(speed);
  const step = async () => {
    for (const branch of branches) await branch.playTo(clock.now().at);
    clock.frame(1000, () => void step());
  };
  void step();
}

/** The first day of the month so many months ago. */
function monthsBefore(date: BusinessDate, many: number): BusinessDate {
  let first = `${date.slice(0, 7)}-01` as BusinessDate;
  for (let n = 0; n < many; n++) first = `${dayBefore(first).slice(0, 7)}-01` as BusinessDate;
  return first;
}
