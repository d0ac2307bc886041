import { dirname, join } from 'node:path';
import { defaultSettings } from '../../../shared/defaults.ts';
import { anywhere, Chain } from '../../ledger/chain.ts';
import { makeFolder, replaceFile } from '../../ledger/durable.ts';
import type { Head } from '../../ledger/entry.ts';
import { isDate, pathOf, RESTORED, RESTORING } from '../../ledger/files.ts';
import { openKey } from '../../ledger/key.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { printVerdict } from '../../ledger/verdict.ts';
import { Plain } from '../../plainly.ts';
import { verifyHistory } from '../../rebuilt.ts';
import { resume } from '../../resume.ts';
import type { Fetched } from '../protocol.ts';
import type { Receipt } from '../receipt.ts';
import type { Place } from '../stretch.ts';
import { type Client, NoAnswer } from './client.ts';
import { readMembership } from './membership.ts';
import { Receipts } from './receipts.ts';
import { Session } from './session.ts';

export interface Regained {
  /** Entries that were fetched. */
  readonly entries: number;
  readonly head: Head;
}

interface Page {
  readonly days: Fetched['days'];
  readonly receipt: Receipt | null;
}

/**
 * Puts back what the center has witnessed and a restored folder lacks: every line bound to the one before
 * it, the last one named by the center's receipt. Cut short, the same command goes on where it ended.
 *
 * @throws Plain saying why nothing, or not all, was fetched
 */
export async function regain(place: Place, client: Client): Promise<Regained> {
  const { disk, folder } = place;
  const membership = await readMembership(place);
  if (!membership)
    throw new Plain(`${folder} belongs to no center: there is no center.json in it.`);
  const session = new Session(client, membership, await openKey(disk, folder, true));
  await unmark(place);
  const before = await headIn(place);
  const ask = (head: Head) => pageBehind(session, head);
  const first = await ask(before.head);
  if (!first.receipt || first.receipt.seq <= before.head.seq)
    return { entries: 0, head: before.head };
  const { url } = membership;
  const mark = Buffer.from(`${JSON.stringify({ center: url, after: before.head.seq })}\n`);
  await replaceFile(disk, join(folder, RESTORING), mark);
  const receipt = await fetchAll(place, before, first, ask);
  await disk.rename(join(folder, RESTORING), join(folder, RESTORED));
  await disk.syncFolder(folder);
  await makeSound(place, receipt);
  return { entries: receipt.seq - before.head.seq, head: receipt };
}

/** A fetch that was cut short left a sound, shorter ledger. What another restore left is not touched. */
async function unmark({ disk, folder }: Place): Promise<void> {
  const begun = join(folder, RESTORING);
  const bytes = await disk.read(begun);
  if (!bytes?.includes('"center"')) return;
  await disk.rename(begun, join(folder, RESTORED));
  await disk.syncFolder(folder);
}

interface End {
  readonly head: Head;
  /** The last business day with a file. */
  readonly date: string;
}

async function headIn({ disk, folder }: Place): Promise<End> {
  const { ledger, damage } = await openLedger({ disk, folder });
  const { file: date, ...head } = ledger.mark();
  await ledger.close();
  if (damage)
    throw new Plain(`The ledger in ${folder} is damaged: restore it from a backup first.`);
  return { head, date };
}

async function pageBehind(session: Session, { seq, hash }: Head): Promise<Page> {
  const answer = await session.ask('fetch', { after: { seq, hash } }).catch((error) => {
    if (!(error instanceof NoAnswer)) throw error;
    throw new Plain(`The center cannot be reached: ${error.message}. Try again.`);
  });
  if (!answer.ok) throw new Plain(`Nothing was fetched: ${answer.says.en}`);
  const { days, receipt } = answer as Fetched;
  const read = receipt && session.receiptIn(receipt);
  if (receipt && !read)
    throw new Plain('Nothing was fetched: the receipt is not the center’s own.');
  return { days: Array.isArray(days) ? days : [], receipt: read };
}

async function fetchAll(
  place: Place,
  { head, date }: End,
  first: Page,
  ask: (head: Head) => Promise<Page>,
): Promise<Receipt> {
  let [now, day, page] = [head, date, first];
  for (;;) {
    for (const { date: next, lines } of page.days) {
      if (!isDate(next) || next < day) throw untrue(now);
      now = await append(place, next, lines, now);
      day = next;
    }
    const { receipt } = page;
    if (receipt?.seq === now.seq && receipt.hash === now.hash) return receipt;
    if (page.days.length === 0 || !receipt || receipt.seq < now.seq) throw untrue(now);
    page = await ask(now);
  }
}

const untrue = ({ seq }: Head) =>
  new Plain(
    `What the center sent behind entry ${seq} does not continue this ledger: have the city center verify what it keeps of this branch.`,
  );

/** The day's file whole, with what is new: a power cut leaves the old one or the new one. */
async function append(place: Place, date: string, lines: readonly string[], head: Head) {
  const { disk, folder } = place;
  const chain = new Chain(head, anywhere);
  const bytes = lines.map((line) => Buffer.from(String(line)));
  try {
    // Number 2: the chain goes on from the head.
    for (const line of bytes) chain.parse(line, 2);
  } catch {
    throw untrue(head);
  }
  const path = pathOf(folder, date);
  const before = (await disk.read(path)) ?? Buffer.alloc(0);
  await makeFolder(disk, dirname(path));
  const fresh = bytes.flatMap((line) => [line, Buffer.from('\n')]);
  await replaceFile(disk, path, Buffer.concat([before, ...fresh]));
  const { seq, hash, at } = chain.head ?? head;
  return { seq, hash, at };
}

/** What stands beside the ledger is made anew where it is behind, and all of it verified. */
async function makeSound(place: Place, receipt: Receipt): Promise<void> {
  const { disk, folder } = place;
  const { keepsakes, ledger, left } = await resume({ disk, folder, settings: defaultSettings });
  for (const job of left) await job(keepsakes);
  const { seq, hash, at } = receipt;
  await keepsakes.saveHead({ seq, hash, at });
  await keepsakes.close();
  await ledger.close();
  const receipts = new Receipts(place);
  await receipts.read();
  await receipts.take(receipt, '');
  await receipts.close();
  const verdict = await verifyHistory(disk, folder);
  if (!verdict.ok) throw new Plain(`What was fetched is not sound: ${printVerdict(verdict)}`);
}
