import type { Segment } from '../../server/center/protocol.ts';
import type { Member } from '../../server/center/roster.ts';
import { percentile } from '../../shared/visit/spread.ts';
import { type BooksOffice, enrolled, type PlayedBranch, segmentOf } from '../kit/accounts.ts';

/** A country's day, scaled down: so many branches that each send some entries now and then. */
export interface Country {
  readonly steps: readonly Step[];
  /** Segments a second, the most that was answered in time. */
  readonly sustained: number;
  /** So many branches send that, once a minute each. */
  readonly branches: number;
}

interface Step {
  readonly offered: number;
  readonly answered: number;
  /** Milliseconds from when a segment was due to its receipt. */
  readonly p50: number;
  readonly p99: number;
}

/** Branches of the simulation; entries a minute of a busy one (400 tickets in eight hours). */
const BRANCHES = 400;
const ENTRIES = 5;
const SECONDS = 6;
const RATES = [50, 100, 200, 400, 800, 1600];
/** A step is sustained when nineteen of twenty segments are answered, and p99 is under this. */
const IN_TIME = 1000;

interface Sender {
  readonly member: Member;
  next: number;
}

/** Segments come when they are due, whether or not the center keeps up, until it does not. */
export async function country(office: BooksOffice, branch: PlayedBranch): Promise<Country> {
  const senders: Sender[] = [];
  for (let n = 0; n < BRANCHES; n++)
    senders.push({ member: await enrolled(office, { ...branch, id: `c${n}` }), next: 0 });
  const most = (RATES.reduce((a, b) => a + b, 0) * SECONDS) / BRANCHES + 1;
  const segments: Segment[] = [];
  for (let n = 0; n < most; n++)
    segments.push({
      ...(await segmentOf(branch, n * ENTRIES, (n + 1) * ENTRIES)),
      closings: [],
    });
  const steps: Step[] = [];
  for (const offered of RATES) {
    const step = await offer(office, senders, segments, offered);
    steps.push(step);
    if (!isSustained(step)) break;
  }
  const sustained = Math.max(0, ...steps.filter(isSustained).map(({ answered }) => answered));
  return { steps, sustained, branches: sustained * 60 };
}

const isSustained = ({ offered, answered, p99 }: Step) =>
  answered >= offered * 0.95 && p99 <= IN_TIME;

async function offer(
  { intake }: BooksOffice,
  senders: readonly Sender[],
  segments: readonly Segment[],
  rate: number,
): Promise<Step> {
  const took: number[] = [];
  const start = performance.now();
  const end = start + SECONDS * 1000;
  const under: Promise<void>[] = [];
  for (let n = 0; n < rate * SECONDS; n++) {
    const due = start + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 2) await new Promise((done) => setTimeout(done, early));
    const sender = senders[n % senders.length];
    const segment = sender && segments[sender.next++];
    if (!segment) break;
    under.push(
      intake.take(sender.member, segment).then(({ ok }) => {
        const now = performance.now();
        if (ok && now <= end + IN_TIME) took.push(now - due);
      }),
    );
  }
  await Promise.all(under);
  const sorted = took.sort((a, b) => a - b);
  const of = (p: number) => Math.round(percentile(sorted, p));
  return {
    offered: rate,
    answered: Math.round(took.length / SECONDS),
    p50: of(0.5),
    p99: of(0.99),
  };
}
