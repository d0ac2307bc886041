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

/** Does the least with entries that are known to be sound. */
export type Keeps = (member: Member, segments: readonly Segment[]) => Promise<void>;

/** B11: entries taken in a second, checked and kept, against the same checked in memory and kept bare. */
export async function takingIn(
  office: BooksOffice,
  branch: PlayedBranch,
  { keeps, rounds }: { readonly keeps: Keeps; readonly rounds: number },
): Promise<Rounds> {
  const segments = await pieces(branch);
  const entries = segments.at(-1)?.head.seq ?? 0;
  const members: Member[] = [];
  for (let n = 0; n < rounds; n++) members.push(await enrolled(office, { ...branch, id: `b${n}` }));
  const turn = (work: (member: Member, segments: readonly Segment[]) => Promise<void>) => {
    let round = 0;
    return async () => {
      const member = members[round++];
      if (!member) throw new Error('no branch is left');
      return (entries / (await taking(() => work(member, segments)))) * 1000;
    };
  };
  const ours = turn((member, all) => takenIn(office, member, all));
  const bare = turn(async (member, all) => {
    for (const one of all) if ('no' in checked(one, member)) throw new Error('unsound');
    await keeps(member, all);
  });
  return inTurn(rounds, ours, bare);
}

async function pieces(branch: PlayedBranch): Promise<Segment[]> {
  const whole = await segmentOf(branch, 0);
  const segments: Segment[] = [];
  const step = Math.floor(whole.head.seq / Math.ceil(JSON.stringify(whole.days).length / SEGMENT));
  for (let at = 0; at < whole.head.seq; at += step)
    segments.push({ ...(await segmentOf(branch, at, at + step)), closings: [] });
  return segments;
}

async function takenIn({ intake }: BooksOffice, member: Member, segments: readonly Segment[]) {
  for (const segment of segments) {
    const answer = await intake.take(member, segment);
    if (!answer.ok) throw new Error(answer.code);
  }
}

/** PostgreSQL's own COPY, into a table like the center's. */
export async function copying(owner: Store): Promise<Keeps> {
  await sql`create table copied (like entries including all)`.execute(owner.db);
  return async ({ branch }, segments) => {
    let seq = 0;
    const text = segments
      .flatMap(({ days }) => days)
      .flatMap(({ date, lines }) =>
        lines.map((line) => copyLine([branch, date.slice(0, 7), 1, ++seq, date, line])),
      )
      .join('');
    const client = await owner.pool?.connect();
    if (!client) throw new Error('no pool');
    await copied(client, 'copied (branch, month, epoch, seq, date, line)', text);
    client.release();
  };
}

/** One file, one write, one flush. */
export const writing =
  (folder: string): Keeps =>
  ({ branch }, segments) =>
    kept(
      join(folder, `${branch}.jsonl`),
      segments.flatMap(({ days }) => days).flatMap(({ lines }) => lines),
    );
