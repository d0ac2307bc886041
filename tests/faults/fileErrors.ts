import { MemoryDisk } from '../kit/memoryDisk.ts';
import { aftermath } from './aftermath.ts';
import { Life } from './life.ts';
import { linesOn, rowsOn } from './onDisk.ts';
import { callsOfShortDay } from './powerCuts.ts';
import { Failures, type Outcome, type Section } from './section.ts';
import { NINE, playShortDay, type Told } from './shortDay.ts';
import { World } from './world.ts';

/** A disk fails once, or so often in a row until somebody makes room; or it takes few bytes at a time. */
const KINDS = [
  ...['EIO', 'ENOSPC', 'EMFILE'].flatMap((code) => [
    { code, times: 1 },
    { code, times: 15 },
  ]),
  { code: 'short', times: 0 },
] as const;

export const pointsOfShortDay = async () => (await callsOfShortDay()) * KINDS.length;

/**
 * Every call to the disk fails in turn, in every way. Nobody may be told "saved" who was not, and the
 * hub takes presses again by itself once the disk does.
 */
export async function fileErrors({
  seed: first,
  runs,
  spoil,
}: Section): Promise<Outcome<{ points: number; falseAcks: number }>> {
  const counts = { points: 0, falseAcks: 0 };
  const failures = new Failures('fileErrors');
  const calls = await callsOfShortDay();
  for (let seed = first; seed < first + runs; seed++) {
    const call = (seed % calls) + 1;
    const kind = KINDS[(call + Math.floor(seed / calls)) % KINDS.length] ?? KINDS[0];
    const world = new World(NINE);
    const medium = new MemoryDisk();
    if (kind.code === 'short') medium.mouthful = 1 + (seed % 97);
    else medium.fail({ call, ...kind });
    const { told, stuck } = await lived(world, medium, spoil);
    medium.powerCut();
    const parts = { world, medium, disk: spoil(medium) };
    const { down, lost } = await aftermath(parts, told.keys());
    const what = `${kind.code} at call ${call}`;
    counts.points++;
    counts.falseAcks += failures.note(seed, `${what}: told "saved", and was not`, lost.length);
    const still = stuck ?? down;
    counts.falseAcks += failures.note(seed, `${what}: does not recover, ${still}`, still ? 1 : 0);
  }
  return { counts, failures: failures.lines };
}

/** A hub on a failing disk, and what is amiss once the disk works again. */
async function lived(world: World, medium: MemoryDisk, spoil: Section['spoil']) {
  const parts = { world, disk: spoil(medium) };
  // A start that fails says so and ends; whoever runs it starts it again.
  let life = await Life.begin(parts).catch(() => null);
  for (let tries = 0; !life && tries < 20; tries++)
    life = await Life.begin(parts).catch(() => null);
  if (!life) return { told: new Map() as Told, stuck: 'it does not start' };
  const told = await playShortDay(life, world);
  medium.fail(null);
  await world.leap(10_000);
  const takes = life.hub.pipeline.accepting;
  await life.stop();
  const stuck = takes ? unkept(medium) : 'it takes nothing though the disk works';
  return { told, stuck };
}

/** What the close of a day should have left beside the ledger. */
function unkept(medium: MemoryDisk): string | null {
  const closed = linesOn(medium).filter((l) => l.facts.some((f) => f.type === 'day.closed'));
  const closings = rowsOn(medium, 'closings.jsonl').map((row) => row.seq);
  const missing = closed.filter(({ seq }) => !closings.includes(seq)).map((line) => line.date);
  if (missing.length > 0) return `no closing of ${missing}`;
  return rowsOn(medium, 'checkpoint.json').length > 0 ? null : 'no checkpoint';
}
