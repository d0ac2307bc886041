import { Bookkeeper } from '../../server/center/books/bookkeeper.ts';
import { TablesBooks } from '../../server/center/books/tablesBooks.ts';
import { FilesReceived } from '../../server/center/files/received.ts';
import { Intake } from '../../server/center/intake.ts';
import { keptInFiles, keptInTables } from '../../server/center/kept.ts';
import type { Segment } from '../../server/center/protocol.ts';
import type { Enrolment, Member } from '../../server/center/roster.ts';
import type { Store } from '../../server/center/store/database.ts';
import { SqlReceived } from '../../server/center/store/received.ts';
import { type Place, Reader } from '../../server/center/stretch.ts';
import { Keepsakes } from '../../server/keepsakes.ts';
import { unseal } from '../../server/ledger/entry.ts';
import type { SigningKey } from '../../server/ledger/key.ts';
import { noLog } from '../../server/log.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { handClock } from './handClock.ts';
import { keepDays } from './keptDays.ts';
import { newKey } from './keys.ts';
import type { LivelyOptions } from './lively.ts';
import { MemoryDisk } from './memoryDisk.ts';
import type { Kind } from './stores.ts';

const CITY = '/city';
const FOLDER = '/data';
const NINE = Date.parse('2026-11-24T09:00:00+08:00');

/** A branch's folder after some simulated days, and the key it signs with. */
export interface PlayedBranch {
  readonly id: string;
  readonly disk: MemoryDisk;
  readonly key: SigningKey;
}

export async function playedBranch(id: string, options: LivelyOptions): Promise<PlayedBranch> {
  const disk = new MemoryDisk();
  await keepDays(disk, FOLDER, options);
  return { id, disk, key: await new Keepsakes(disk, FOLDER).key() };
}

/** A center without its network, and with its books in a store: its record, or rows of its files. */
export async function openOffice(
  kind: Kind,
  store: Store,
  place: Place = { disk: new MemoryDisk(), folder: CITY },
) {
  const isRecord = kind === 'postgres';
  const kept = isRecord ? keptInTables(store) : await keptInFiles(place);
  const received = isRecord ? new SqlReceived(store) : new FilesReceived(place);
  const clock = handClock(NINE);
  const say = () => {};
  const intake = new Intake({ ...kept, key: newKey(), clock, log: noLog, say, due: () => 0 });
  /** As after a start: nothing is in memory. */
  const books = () => {
    const bookkeeper = new Bookkeeper({ store, received, log: noLog, ...kept });
    return new TablesBooks({ store, bookkeeper, received, ...kept });
  };
  return { kept, intake, books, store };
}

export type BooksOffice = Awaited<ReturnType<typeof openOffice>>;

export const enrolmentOf = ({ id, key }: PlayedBranch, epoch = 1): Enrolment => ({
  ...{ branch: id, name: id, epoch, key: key.publicPem(), code: `${id}-${epoch}` },
  ...{ at: NINE, after: epoch > 1 ? { epoch: epoch - 1, seq: 0, hash: '' } : null },
});

export const enrolled = ({ kept: { roster } }: BooksOffice, branch: PlayedBranch, epoch = 1) =>
  roster.add(enrolmentOf(branch, epoch));

/** Bytes; more than these branches ever have. Each stretch is read into as many, so not into many more. */
const ROOM = 2 * 1024 * 1024;

/** What a branch sends behind an entry, up to another or to its end, with the closings it has. */
export async function segmentOf(
  { disk, key }: PlayedBranch,
  after: number,
  until = Number.MAX_SAFE_INTEGER,
): Promise<Segment> {
  const days = await new Reader({ disk, folder: FOLDER }).behind(after, until, ROOM);
  const last = days.at(-1)?.lines.at(-1);
  if (!last) throw new Error(`no entry behind ${after}`);
  const { seq, hash, at } = unseal(Buffer.from(last), null);
  const closings = String(disk.peek(`${FOLDER}/closings.jsonl`) ?? '')
    .split('\n')
    .filter(Boolean);
  return {
    ...{ v: 1, head: key.sign({ seq, hash, at }), closings },
    days: days.map(({ date, lines }) => ({
      ...{ date: date as BusinessDate, lines: lines.map(String) },
    })),
  };
}

/** @throws where it is not taken */
export async function sent({ intake }: BooksOffice, member: Member, segment: Segment) {
  const answer = await intake.take(member, segment);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.details)}`);
  return answer.receipt.seq;
}
