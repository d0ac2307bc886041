import { verifyHistory } from '../../server/rebuilt.ts';
import { documentEdits, type Edit, ledgerEdits } from './edits.ts';
import { flipBits } from './flips.ts';
import { makeImage, readOnly } from './image.ts';
import { FOLDER } from './life.ts';
import { Failures, type Outcome, type Section } from './section.ts';

/** Tickets taken one by one until the ledger has 200 entries. */
const MORE = 170;

/**
 * Whatever is changed in a ledger with a signed head must be found: every bit, every entry in every
 * way, every value of the documents beside it. `runs` is the share of them: one in so many.
 */
export async function bitFlips({
  seed,
  runs: stride,
}: Section): Promise<Outcome<{ tried: number; undetected: number }>> {
  const failures = new Failures('bitFlips');
  const image = await makeImage(MORE);
  const counts = { tried: 0, undetected: 0 };
  const unseen = (what: string) => {
    counts.undetected += failures.note(seed, what);
  };
  counts.tried += await flipBits(image, { first: seed, stride }, unseen);
  const sound = await verifyHistory(readOnly(image), FOLDER);
  if (!sound.ok) throw new Error('the rig made a folder that is not sound');
  for (const edits of [ledgerEdits(image), documentEdits(image)])
    for (const edit of everyNth(edits, stride, seed)) counts.tried += await tryEdit(edit, unseen);
  return { counts, failures: failures.lines };
}

/** A ledger without its first day may have been pruned: the verdict says so, and where it begins. */
async function tryEdit({ what, image }: Edit, unseen: (what: string) => void): Promise<number> {
  const { ledgers } = await verifyHistory(readOnly(image), FOLDER);
  if (ledgers.every((found) => found.ok && found.first === 1)) unseen(what);
  return 1;
}

/** Of a few thousand edits more than of a million bits. */
function* everyNth(edits: Iterable<Edit>, stride: number, seed: number): Generator<Edit> {
  const n = Math.max(1, Math.floor(stride / 8));
  let i = seed;
  for (const edit of edits) if (i++ % n === 0) yield edit;
}
