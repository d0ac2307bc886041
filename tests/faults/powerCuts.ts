import { dice } from '../kit/dice.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { aftermath } from './aftermath.ts';
import { Breath, Life } from './life.ts';
import { Failures, type Outcome, type Section } from './section.ts';
import { NINE, PRESSES, playShortDay, type Told } from './shortDay.ts';
import { World } from './world.ts';

interface Scene {
  readonly world: World;
  readonly medium: MemoryDisk;
  readonly spoil: Section['spoil'];
  readonly seed: number;
}

/** A hub that lives for so many calls to its disk, and what its screens were told. */
async function lived({ world, medium, spoil, seed }: Scene, breath: Breath): Promise<Told> {
  const life = await Life.begin({ world, disk: spoil(medium) }, breath);
  if (!life) return new Map();
  const told = await playShortDay(life, world, { seed });
  await (life.alive ? life.stop() : life.kill());
  return told;
}

const scene = (seed: number, spoil: Section['spoil']): Scene => ({
  world: new World(NINE),
  medium: new MemoryDisk(),
  spoil,
  seed,
});

/** @throws when a press is refused though nothing fails: then the rig would prove nothing */
export async function callsOfShortDay(): Promise<number> {
  const at = scene(1, (disk) => disk);
  const told = await lived(at, new Breath());
  if (told.size !== PRESSES) throw new Error(`of ${PRESSES} presses ${told.size} were accepted`);
  return at.medium.calls.length;
}

/**
 * The power is cut before each call to the disk in turn, torn at 512 bytes and at 4 KiB by turns, the
 * other way round the next time; what was not flushed survives by chance, sector by sector and name by
 * name.
 */
export async function powerCuts({
  seed: first,
  runs,
  spoil,
}: Section): Promise<Outcome<{ images: number; ackedLost: number; unbootable: number }>> {
  const counts = { images: 0, ackedLost: 0, unbootable: 0 };
  const failures = new Failures('powerCuts');
  const calls = await callsOfShortDay();
  for (let seed = first; seed < first + runs; seed++) {
    const at = scene(seed, spoil);
    const die = dice(seed);
    const told = await lived(at, new Breath(seed % calls));
    const share = die();
    const keeps = () => die() < share;
    const sector = (seed + Math.floor(seed / calls)) % 2 === 0 ? 512 : 4096;
    at.medium.powerCut({ sector, keeps, keepsNames: keeps });
    const parts = { world: at.world, medium: at.medium, disk: spoil(at.medium) };
    const { down, lost } = await aftermath(parts, told.keys());
    counts.images++;
    counts.unbootable += failures.note(seed, `after a cut: ${down}`, down ? 1 : 0);
    counts.ackedLost += failures.note(seed, `acknowledged and lost: ${lost}`, lost.length);
  }
  return { counts, failures: failures.lines };
}
