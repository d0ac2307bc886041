import { addPhone, noPhones } from './phoneMeasures.ts';
import { addRatings, noRatings } from './satisfaction.ts';
import { type Leg, lastLeg, type Ticket, waitedIn } from './ticket.ts';

/** What the measures are computed from; durations in milliseconds. */
export const emptySums = () => ({
  ...{ tickets: 0, queued: 0, served: 0, abandoned: 0, noshow: 0, called: 0, notCalled: 0 },
  ...{ replaced: 0, walkIns: 0, forgotten: 0, servedMeanwhile: 0, acrossRestart: 0 },
  waits: [] as number[],
  gaps: [] as number[],
  services: [] as number[],
  /** Waits of those who gave up. */
  given: [] as number[],
  ratings: noRatings(),
  phones: noPhones(),
});
export type Sums = ReturnType<typeof emptySums>;

export function add(sums: Sums, ticket: Ticket, restarts: readonly number[]): void {
  const last = lastLeg(ticket);
  count(sums, ticket, last);
  const { situation } = ticket;
  // Its first time and services went on to the ticket that took its place.
  if (situation.is === 'replaced') return;
  addRatings(sums.ratings, ticket);
  addPhone(sums.phones, ticket);
  addServices(sums, ticket);
  // By voice while the hub was gone: when, nobody knows.
  if (isMeanwhile(ticket)) return;
  if (situation.is === 'abandoned' && situation.why !== 'unknown' && ticket.queued)
    sums.given.push(waitedIn(ticket.legs) + situation.at - ticket.since);
  // A forgotten service is outside every mean; a walk-in never waited.
  if (!last || !ticket.queued || last.how === 'forgotten') return;
  sums.waits.push(waitedIn(ticket.legs));
  if (ticket.legs.some((leg) => restarts.some((r) => r > leg.from && r <= leg.startedAt)))
    sums.acrossRestart++;
}

function count(sums: Sums, ticket: Ticket, last: Leg | undefined): void {
  if (last?.how === 'forgotten') sums.forgotten++;
  if (ticket.queued) sums.queued++;
  if (ticket.by === 'walkIn') {
    sums.walkIns++;
    return;
  }
  sums.tickets++;
  const { situation } = ticket;
  if (situation.is === 'replaced') sums.replaced++;
  if (isMeanwhile(ticket)) sums.servedMeanwhile++;
  else if (situation.is === 'abandoned') {
    if (situation.why === 'unknown') sums.notCalled++;
    else sums.abandoned++;
  } else if (last?.how === 'noshow') sums.noshow++;
  else if (last?.how === 'unknown') sums.called++;
  else if (last && situation.is !== 'replaced') sums.served++;
}

export const isMeanwhile = ({ situation: s }: Ticket) => s.is === 'done' && s.meanwhile === true;

/** One service time an ending: stretches that were interrupted belong to the one that ended it. */
function addServices(sums: Sums, ticket: Ticket): void {
  let so = 0;
  for (const leg of ticket.legs) {
    if (hasCallGap(ticket, leg)) sums.gaps.push(leg.startedAt - leg.calledAt);
    if (leg.endedAt === null) continue;
    so += leg.endedAt - leg.startedAt;
    if (leg.how === 'interrupted') continue;
    if (leg.how === 'done' || leg.how === 'transferred') sums.services.push(so);
    so = 0;
  }
}

/** A walk-in was never called, a recorded log knows no call, a forgotten service no mean. */
const hasCallGap = ({ by }: Ticket, leg: Leg) =>
  by !== 'walkIn' && by !== 'observed' && leg.how !== 'forgotten';
