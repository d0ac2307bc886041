import { join } from 'node:path';
import { sql } from 'kysely';
import { checked } from '../../../server/center/check.ts';
import type { Segment } from '../../../server/center/protocol.ts';
import type { Member } from '../../../server/center/roster.ts';
import type { Store } from '../../../server/center/store/database.ts';
import { type BooksOffice, enrolled, type PlayedBranch, segmentOf } from '../../kit/accounts.ts';
import { copied, copyLine } from '../limits/copying.ts';
import { kept } from '../limits/keeping.ts';
import { inTurn, type Rounds, taking } from '../rounds.ts';

/** As an uplink sends them: so many bytes a segment. */
const SEGMENT = 262_144;

/** What one branch sends, one segment after the other. */
interface Sending {
  readonly member: Member;
  readonly segments: readonly Segment[];
}

/** Does the least with entries that are known to be sound. */
export type Keeps = (all: readonly Sending[]) => Promise<void>;

export interface TakingTerms {
  readonly keeps: Keeps;
  readonly rounds: number;
  /** Branches that send side by side, each one segment after the other. */
  readonly atATime: number;
}

/** B11: entries taken in a second, checked and kept, against the same checked in memory and kept bare. */
export async function takingIn(
  office: BooksOffice,
  branch: PlayedBranch,
  { keeps, rounds, atATime }: TakingTerms,
): Promise<Rounds> {
  const segments = await pieces(branch);
  const entries = segments.at(-1)?.head.seq ?? 0;
  const sendings: Sending[] = [];
  for (let n = 0; n < (WARM + rounds) * atATime; n++) {
    const member = await enrolled(office, { ...branch, id: senderName(atATime, n) });
    sendings.push({ member, segments });
  }
  const turn = (work: Keeps) => {
    let next = 0;
    return async () => {
      const all = sendings.slice(next, next + atATime);
      next += atATime;
      return ((all.length * entries) / (await taking(() => work(all)))) * 1000;
    };
  };
  const ours = turn(async (all) => {
    await Promise.all(all.map((one) => takenIn(office, one)));
  });
  const bare = turn((all) => {
    for (const { member, segments } of all)
      for (const one of segments) if ('no' in checked(one, member)) throw new Error('unsound');
    return keeps(all);
  });
  await inTurn(WARM, ours, bare);
  return inTurn(rounds, ours, bare);
}

/** Rounds that warm both up. */
const WARM = 2;

export const senderName = (atATime: number, n: number) => `b${atATime}-${n}`;

async function pieces(branch: PlayedBranch): Promise<Segment[]> {
  const whole = await segmentOf(branch, 0);
  const segments: Segment[] = [];
  const step = Math.floor(whole.head.seq / Math.ceil(JSON.stringify(whole.days).length / SEGMENT));
  for (let at = 0; at < whole.head.seq; at += step)
    segments.push({ ...(await segmentOf(branch, at, at + step)), closings: [] });
  return segments;
}

async function takenIn({ intake }: BooksOffice, { member, segments }: Sending) {
  for (const segment of segments) {
    const answer = await intake.take(member, segment);
    if (!answer.ok) throw new Error(answer.code);
  }
}

/** PostgreSQL's own COPY, into a table like the center's. */
export async function copying(owner: Store): Promise<Keeps> {
  await sql`create table copied (like entries including all)`.execute(owner.db);
  return async (all) => {
    const text = all.map(rowsOf).join('');
    const client = await owner.pool?.connect();
    if (!client) throw new Error('no pool');
    await copied(client, 'copied (branch, month, epoch, seq, date, line)', text);
    client.release();
  };
}

function rowsOf({ member: { branch }, segments }: Sending): string {
  let seq = 0;
  return segments
    .flatMap(({ days }) => days)
    .flatMap(({ date, lines }) =>
      lines.map((line) => copyLine([branch, date.slice(0, 7), 1, ++seq, date, line])),
    )
    .join('');
}

/** One file, one write, one flush. */
export const writing =
  (folder: string): Keeps =>
  (all) =>
    kept(
      join(folder, `${all[0]?.member.branch}.jsonl`),
      all.flatMap(({ segments }) => segments.flatMap(({ days }) => days).flatMap((d) => d.lines)),
    );
