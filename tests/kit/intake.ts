import type { Refused } from '../../server/center/evidence.ts';
import { Intake } from '../../server/center/intake.ts';
import { keptInFiles, keptInTables } from '../../server/center/kept.ts';
import type { No, Segment, Taken } from '../../server/center/protocol.ts';
import type { Store } from '../../server/center/store/database.ts';
import { Reader } from '../../server/center/stretch.ts';
import { unseal } from '../../server/ledger/entry.ts';
import { noLog } from '../../server/log.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { CITY, shelfOf } from './center.ts';
import { handClock } from './handClock.ts';
import { NINE } from './hub.ts';
import { newKey } from './keys.ts';
import { FOLDER, filledDisk } from './ledgers.ts';
import { MemoryDisk } from './memoryDisk.ts';

export const branchKey = newKey();
export const strangersKey = newKey();
const cityKey = newKey();

export const EAST = 'east';
export const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25'];

/** Where a center may keep what it answers for. */
export type Home = MemoryDisk | Store;

const isDisk = (home: Home): home is MemoryDisk => !('db' in home);

/** A center's intake over its disk or its database, as after a start; `east` is enrolled there. */
export async function startIntake(home: Home) {
  const said: string[] = [];
  const { roster, evidence, shelves } = isDisk(home)
    ? await keptInFiles({ disk: home, folder: CITY })
    : keptInTables(home);
  const row = { branch: EAST, name: EAST, epoch: 1, key: branchKey.publicPem(), code: 'used' };
  const member =
    (await roster.of(EAST)).at(-1) ?? (await roster.add({ ...row, at: NINE, after: null }));
  const clock = handClock(NINE);
  const say = (line: string) => void said.push(line);
  const intake = new Intake({
    shelves,
    key: cityKey,
    clock,
    evidence,
    log: noLog,
    say,
    due: () => 0,
  });
  return { intake, member, evidence, said };
}

/** A disk with what a center holds of a branch, as a data folder in the place where its files are. */
export async function heldIn(home: Home, branch = EAST): Promise<MemoryDisk> {
  if (isDisk(home)) return home;
  const disk = new MemoryDisk();
  const put = (name: string, lines: readonly string[]) =>
    lines.length > 0 && disk.put(`${shelfOf(branch)}/${name}`, lines.map((l) => `${l}\n`).join(''));
  const from = <T extends 'entries' | 'heads' | 'closings'>(table: T) =>
    home.db
      .selectFrom(table as 'entries')
      .where('branch', '=', branch)
      .orderBy('seq');
  const entries = await from('entries').selectAll().execute();
  for (const date of new Set(entries.map((row) => row.date))) {
    const lines = entries.filter((row) => row.date === date).map(({ line }) => line);
    put(`ledger/${date}.jsonl`, lines);
  }
  const heads = home.db.selectFrom('heads').select(['seq', 'hash', 'at', 'key', 'sig']);
  const signed = await heads.where('branch', '=', branch).orderBy('seq').execute();
  put(
    'heads.jsonl',
    signed.map((head) => JSON.stringify(head)),
  );
  put(
    'closings.jsonl',
    (await from('closings').select('line').execute()).map((row) => row.line),
  );
  put('key.pub.pem', [branchKey.publicPem().trimEnd()]);
  return disk;
}

/** What was written down of refusals. */
export async function refusalsIn(home: Home): Promise<Partial<Refused>[]> {
  if (!isDisk(home)) {
    const rows = await home.db.selectFrom('refused').selectAll().orderBy('at').execute();
    return rows.map(({ seq, hash, ...row }) => ({ ...row, witnessed: { seq, hash } }));
  }
  const text = String(home.peek(`${CITY}/refused.jsonl`) ?? '');
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

export type Office = Awaited<ReturnType<typeof startIntake>>;

/** A branch's ledger on a disk of its own: so many entries on each of three days. */
export const branchDisk = (perDay: number) => filledDisk(perDay, DAYS);

/** What a branch would send behind an entry, up to another, signed at its end. */
export async function piece(
  disk: MemoryDisk,
  after: number,
  until: number,
  key = branchKey,
): Promise<Segment> {
  const days = await new Reader({ disk, folder: FOLDER }).behind(after, until, 1e6);
  const last = days.at(-1)?.lines.at(-1);
  if (!last) throw new Error(`no entry behind ${after}`);
  const { seq, hash, at } = unseal(Buffer.from(last), null);
  const told = days.map(({ date, lines }) => {
    return { date: date as BusinessDate, lines: lines.map(String) };
  });
  return { v: 1, days: told, head: key.sign({ seq, hash, at }), closings: [] };
}

/** Sends all that the center lacks, so many entries at a time. */
export async function drained(
  { intake, member }: Pick<Office, 'intake' | 'member'>,
  disk: MemoryDisk,
  until: number,
  step: number,
): Promise<(Taken | No)[]> {
  const answers: (Taken | No)[] = [];
  for (;;) {
    const { head } = await intake.standOf(member);
    if (head.seq >= until) return answers;
    const next = Math.min(head.seq + step, until);
    const answer = await intake.take(member, await piece(disk, head.seq, next));
    answers.push(answer);
    if (!answer.ok) return answers;
  }
}
