import { generateKeyPairSync } from 'node:crypto';
import { Intake } from '../../server/center/intake.ts';
import { keptInFiles } from '../../server/center/kept.ts';
import type { No, Segment, Taken } from '../../server/center/protocol.ts';
import { Reader } from '../../server/center/stretch.ts';
import { unseal } from '../../server/ledger/entry.ts';
import { SigningKey } from '../../server/ledger/key.ts';
import { noLog } from '../../server/log.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { CITY } from './center.ts';
import { handClock } from './handClock.ts';
import { NINE } from './hub.ts';
import { FOLDER, filledDisk } from './ledgers.ts';
import type { MemoryDisk } from './memoryDisk.ts';

const newKey = () =>
  new SigningKey(
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );

export const branchKey = newKey();
export const strangersKey = newKey();
const cityKey = newKey();

export const EAST = 'east';
export const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25'];

/** A center's intake on a disk, as it stands after a start; `east` is enrolled there. */
export async function startIntake(disk: MemoryDisk) {
  const place = { disk, folder: CITY };
  const said: string[] = [];
  const { roster, evidence, shelves } = await keptInFiles(place);
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
  { intake, member }: Office,
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
