import { verifyFolder } from '../../server/ledger/verify.ts';
import { aftermath } from './aftermath.ts';
import { at, changed, dayFiles, diskOf, type Image, makeImage, readOnly } from './image.ts';
import { FOLDER, Life } from './life.ts';
import { linesOn } from './onDisk.ts';
import { Failures, type Outcome, type Section } from './section.ts';
import { NINE } from './shortDay.ts';
import { World } from './world.ts';

const DAYS = 3 * 24 * 3_600_000;
const NEWLINE = 10;

/** A tail as a power cut may leave it. */
interface Tail {
  readonly cut: number;
  /** NULs behind the cut: sectors that were given to the file and never written. */
  readonly nuls: number;
}

/** Cut at every byte of the last three entries, as it is and filled up to the next sector. */
function tailsOf(bytes: Buffer): Tail[] {
  const ends = [...bytes.entries()].flatMap(([i, byte]) => (byte === NEWLINE ? [i + 1] : []));
  const from = ends.at(-4) ?? 0;
  const cuts = Array.from({ length: bytes.length - from }, (_, i) => from + i);
  return cuts.flatMap((cut) => [
    { cut, nuls: 0 },
    { cut, nuls: 512 - (cut % 512) },
  ]);
}

/**
 * Every tail must be found and set aside, must cost no whole entry, and must not eat the next fact. A
 * cut between two entries leaves a sound, shorter ledger: that one, and all others, are found by the
 * signed head. As many tails as `runs` go through a whole hub.
 */
export const tornTails = (section: Section) =>
  eachTail(section, async (cut, whole) => {
    const unseen = await unseenByHead(cut);
    return unseen ?? (whole ? inHub(cut, section.spoil) : null);
  });

/** Those alone that go through a hub: a disk that leaves something out shows nowhere else. */
export const tailsInHub = (section: Section) =>
  eachTail(section, async (cut, whole) => (whole ? inHub(cut, section.spoil) : null));

const inHub = async (cut: Image, spoil: Section['spoil']) =>
  (await takesOn(cut)) ?? (await unmended(cut, spoil));

async function eachTail(
  { seed, runs }: Section,
  wrongWith: (cut: Image, whole: boolean) => Promise<string | null>,
): Promise<Outcome<{ cuts: number; undetected: number }>> {
  const counts = { cuts: 0, undetected: 0 };
  const failures = new Failures('tornTails');
  const image = await makeImage();
  const path = dayFiles(image).at(-1) ?? '';
  const bytes = image.get(path) ?? Buffer.alloc(0);
  const tails = tailsOf(bytes);
  for (const [i, tail] of tails.entries()) {
    const left = Buffer.concat([bytes.subarray(0, tail.cut), Buffer.alloc(tail.nuls)]);
    const cut = changed(image, path, left);
    const whole = (i + seed) % Math.ceil(tails.length / runs) === 0;
    const why = await wrongWith(cut, whole);
    const what = `cut at byte ${tail.cut} with ${tail.nuls} NULs: ${why}`;
    counts.cuts++;
    counts.undetected += failures.note(seed, what, why ? 1 : 0);
  }
  return { counts, failures: failures.lines };
}

async function unseenByHead(cut: Image): Promise<string | null> {
  const { ok } = await verifyFolder(readOnly(cut), FOLDER);
  return ok ? 'the signed head does not miss what was cut off' : null;
}

async function takesOn(cut: Image): Promise<string | null> {
  const life = await Life.begin({ world: new World(NINE + DAYS), disk: diskOf(cut) });
  const takes = life?.hub.pipeline.accepting;
  await life?.kill();
  return takes ? 'the hub takes presses though signed entries are missing' : null;
}

/** A power cut before the head was signed: the start mends it, or says what it did not. */
async function unmended(cut: Image, spoil: Section['spoil']): Promise<string | null> {
  const medium = diskOf(changed(cut, at('heads.jsonl'), null));
  const path = dayFiles(cut).at(-1) ?? '';
  const tail = tailOf(cut.get(path) ?? Buffer.alloc(0));
  const whole = linesOn(medium).map(({ id }) => id);
  const world = new World(NINE + DAYS);
  const life = await Life.begin({ world, disk: spoil(medium) });
  const said = life?.resumed.torn?.bytes ?? 0;
  await life?.kill();
  if (said !== tail) return `${tail} torn bytes, ${said} set aside`;
  const { down, lost } = await aftermath({ world, medium, disk: spoil(medium) }, whole);
  return down ?? (lost.length > 0 ? `lost: ${lost}` : null);
}

/** Bytes behind the last newline. */
const tailOf = (bytes: Buffer) => bytes.length - (bytes.lastIndexOf(NEWLINE) + 1);
