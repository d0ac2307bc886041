import { defaultSettings } from '../../shared/defaults.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { dice } from '../kit/dice.ts';
import { unsound } from './aftermath.ts';
import { Branch } from './days/branch.ts';
import { floor, kiosk, terminal } from './days/customers.ts';
import { checkCalls, checkDate, checkDurations, checkSums } from './days/invariants.ts';
import { checkLent, loner } from './days/loners.ts';
import { mishaps } from './days/mishaps.ts';
import { teller } from './days/tellers.ts';
import { checkTold, foldedFrom } from './days/told.ts';
import { Failures, type Outcome, type Section } from './section.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A short working day: what goes wrong in it comes thick enough. One in so many is twice as long. */
const OPEN = 2 * HOUR;
const LONGER = 5;
/** On one day of so many the hub looks ahead, which costs as much as all the rest of the day. */
const LOOKS_AHEAD = 10;

/** 07:30 on a branch's morning; in two of the zones the clocks change in the night to come. */
const PLACES = [
  { timeZone: 'Asia/Shanghai', morning: Date.UTC(2026, 10, 23, 23, 30) },
  { timeZone: 'Europe/Berlin', morning: Date.UTC(2026, 2, 28, 6, 30) },
  { timeZone: 'America/New_York', morning: Date.UTC(2026, 9, 31, 11, 30) },
] as const;

/** Whole branch-days over the hub's own code, with everything that can go wrong going wrong. */
export async function days({
  seed: first,
  runs,
  spoil,
}: Section): Promise<Outcome<{ runs: number; violations: number }>> {
  const counts = { runs: 0, violations: 0 };
  const failures = new Failures('days');
  for (let seed = first; seed < first + runs; seed++) {
    const violations = await oneDay(seed, spoil);
    const what = [...new Set(violations)].slice(0, 3).join('; ');
    counts.runs++;
    counts.violations += failures.note(seed, what, violations.length);
  }
  return { counts, failures: failures.lines };
}

async function oneDay(seed: number, spoil: Section['spoil']): Promise<readonly string[]> {
  const die = dice(seed);
  const { timeZone, morning } = PLACES[seed % PLACES.length] ?? PLACES[0];
  const settings: Settings = {
    ...defaultSettings,
    branch: { ...defaultSettings.branch, timeZone },
  };
  const lag = 15_000 + Math.floor(die() * 45) * 1000;
  const evening = morning + (seed % LONGER === 0 ? 2 : 1) * OPEN;
  const foresees = seed % LOOKS_AHEAD === LOOKS_AHEAD - 1;
  const branch = new Branch({ now: morning, evening, settings, die, spoil, lag, foresees });
  try {
    await branch.start();
    opens(branch, morning, evening);
    await branch.world.run(morning + 25 * HOUR);
    await closes(branch);
  } catch (error) {
    branch.blame(`the run broke off: ${error instanceof Error ? error.stack : error}`);
    await branch.end('kill');
  }
  return branch.violations;
}

function opens(branch: Branch, morning: number, evening: number): void {
  const { world, die, settings } = branch;
  const mean = 200 + die() * 600;
  for (let n = 0; n < 3; n++) kiosk(branch, mean, evening - HOUR / 2);
  for (let n = 1; n <= 2; n++) loner(branch, n, mean, evening - HOUR / 2);
  for (const { id } of settings.counters) {
    teller(branch, id, evening);
    terminal(branch, id, evening);
  }
  floor(branch, evening);
  mishaps(branch, morning + 10 * MINUTE, die() < 0.5 ? evening : morning + 24 * HOUR);
  const looks = () => {
    checkDate(branch);
    if (world.now < morning + 25 * HOUR) world.after(7 * MINUTE, looks);
  };
  world.after(7 * MINUTE, looks);
}

/** The last look: down and up once more, everything compared, and old presses sent again. */
async function closes(branch: Branch): Promise<void> {
  branch.medium.fail(null);
  await branch.world.leap(10 * MINUTE);
  await branch.start();
  await branch.world.leap(10 * MINUTE);
  checkTold(branch, foldedFrom(branch));
  await branch.end('stop');
  const wrong = await unsound(branch.medium);
  if (wrong) branch.blame(wrong);
  await branch.start();
  for (const [id] of [...branch.told].filter((_, i) => i % 7 === 0)) {
    const command = branch.pressed.get(id) as (LobbyCommand & { id: string }) | undefined;
    const again = command && (await branch.deliver(command));
    if (!again?.ok) branch.blame(`P7: ${id} was accepted, and is refused when sent again`);
  }
  const folded = foldedFrom(branch);
  checkTold(branch, folded);
  checkDurations(branch, folded);
  checkCalls(branch, folded);
  checkLent(branch, folded);
  checkSums(branch, folded);
  await branch.end('kill');
}
