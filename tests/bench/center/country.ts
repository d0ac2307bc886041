import { nearestRank } from '../rounds.ts';

/** A country's day, scaled down: so many branches that each send a few entries now and then. */
export interface Country {
  readonly steps: readonly Step[];
  /** Segments a second, the most that was answered in time. */
  readonly sustained: number;
  /** So many branches send that, once a minute each. */
  readonly branches: number;
}

export interface Step {
  readonly offered: number;
  readonly answered: number;
  /** Milliseconds from when a segment was due to its receipt. */
  readonly p50: number;
  readonly p99: number;
}

/** The way by which segments reach a center. */
export interface Road {
  /** One branch's next segment; whether its receipt came. */
  send(branch: number, piece: number): Promise<boolean>;
}

/** Branches that take turns, and the entries a busy one has in a minute (400 tickets in eight hours). */
export const BRANCHES = 400;
export const ENTRIES = 5;

/** Segments a second, one step after the other. */
export interface Pace {
  readonly rates: readonly number[];
  readonly seconds: number;
}
export const PACE: Pace = { rates: [100, 200, 300, 400, 600, 800, 1200, 1600], seconds: 3 };
export const QUICK: Pace = { rates: [50, 100], seconds: 2 };

/** A step is sustained when nineteen of twenty segments are answered, and p99 is under this. */
const IN_TIME = 1000;

/** Not counted: a center that has just begun is still opening its database. */
const WARM = { rate: 50, seconds: 3 };

/** As many segments of each branch as all steps can need. */
export const piecesFor = ({ rates, seconds }: Pace) => {
  const all = rates.reduce((sum, rate) => sum + rate * seconds, WARM.rate * WARM.seconds);
  return Math.ceil(all / BRANCHES) + 1;
};

/** Segments come when they are due, whether or not the center keeps up, until it does not. */
export async function country(road: Road, { rates, seconds }: Pace): Promise<Country> {
  const steps: Step[] = [];
  await offered(road, { ...WARM, from: 0 });
  let sent = WARM.rate * WARM.seconds;
  for (const rate of rates) {
    const step = await offered(road, { rate, seconds, from: sent });
    sent += rate * seconds;
    steps.push(step);
    if (!isSustained(step)) break;
  }
  const sustained = Math.max(0, ...steps.filter(isSustained).map(({ answered }) => answered));
  return { steps, sustained, branches: sustained * 60 };
}

const isSustained = ({ offered, answered, p99 }: Step) =>
  answered >= offered * 0.95 && p99 <= IN_TIME;

interface Offer {
  readonly rate: number;
  readonly seconds: number;
  /** Segments sent before, by all branches together. */
  readonly from: number;
}

async function offered(road: Road, { rate, seconds, from }: Offer): Promise<Step> {
  const took: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const under: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    const due = start + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 2) await new Promise((done) => setTimeout(done, early));
    const all = from + n;
    const answer = road.send(all % BRANCHES, Math.floor(all / BRANCHES));
    under.push(
      answer.then((ok) => {
        const now = performance.now();
        if (ok && now <= end + IN_TIME) took.push(now - due);
      }),
    );
  }
  await Promise.all(under);
  const of = (share: number) => Math.round(nearestRank(took, share));
  return {
    offered: rate,
    answered: Math.round(took.length / seconds),
    p50: of(0.5),
    p99: of(0.99),
  };
}

export const sayCountry = (road: string, { steps, sustained, branches }: Country): string =>
  [
    ...steps.map(
      (s) =>
        `country, ${road}: ${s.offered} segments a second, ${s.answered} answered, p50 ${s.p50} ms, p99 ${s.p99} ms`,
    ),
    `country, ${road}: sustained ${sustained} segments a second, ${branches.toLocaleString('en')} branches that send once a minute`,
  ].join('\n');
