import { defaultSettings } from '../../../shared/defaults.ts';
import type { Branch } from './branch.ts';
import { Link } from './link.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What goes wrong between two moments, at times and in ways that the die decides. */
export function mishaps(branch: Branch, from: number, to: number): void {
  const { world, die } = branch;
  const sometime = () => from + die() * (to - from);
  const many = (most: number) => Math.floor(die() * (most + 1));
  for (let n = many(4); n > 0; n--) world.at(sometime(), () => world.during(falls(branch)));
  for (let n = many(2); n > 0; n--) world.at(sometime(), () => branch.stepWall(step(die)));
  for (let n = many(1); n > 0; n--) world.at(sometime(), () => fills(branch));
  if (die() < 0.3) world.at(sometime(), () => changes(branch));
  if (die() < 0.2) world.at(sometime(), () => closes(branch));
}

function step(die: () => number): number {
  const steps = [HOUR, -HOUR, DAY, -DAY, 3 * SECOND, -3 * SECOND];
  return steps[Math.floor(die() * steps.length)] ?? HOUR;
}

/** The hub goes, by itself or by somebody's hand, and comes back after a while. */
async function falls(branch: Branch): Promise<void> {
  const { world, die, life } = branch;
  if (!life) return;
  const roll = die();
  if (roll < 0.2) await branch.end('stop');
  else if (roll < 0.4) await branch.end('kill');
  else if (roll < 0.6) await branch.end('power');
  else {
    // In the middle of its work: at one of the next calls to its disk.
    life.killAt(1 + Math.floor(die() * 40));
    return watches(branch, roll < 0.8 ? 'kill' : 'power');
  }
  world.after(back(die), () => world.during(branch.start()));
}

function watches(branch: Branch, how: 'kill' | 'power'): void {
  const { world, die, life } = branch;
  world.after(2 * SECOND, () => {
    if (branch.life !== life) return;
    if (life?.alive) return watches(branch, how);
    world.during(branch.end(how));
    world.after(back(die), () => world.during(branch.start()));
  });
}

const back = (die: () => number) => (die() < 0.8 ? die() * MINUTE : die() * 2 * HOUR);

/** Somebody makes room a minute later. */
function fills({ world, medium, die }: Branch): void {
  medium.fail({ call: 1 + Math.floor(die() * 20), code: 'ENOSPC', forGood: true });
  world.after(MINUTE, () => medium.fail(null));
}

function changes(branch: Branch): void {
  const rules = { ...defaultSettings.rules, callGap: 5 + Math.floor(branch.die() * 20) };
  const settings = { ...branch.settings, rules };
  new Link(branch).send({ type: 'settings.change', settings }, () => {}, true);
}

function closes(branch: Branch): void {
  new Link(branch).send({ type: 'day.close', by: 'manager' }, () => {});
}
