import type { LiveAlarm, LiveLobby, LiveRow, LiveWait } from '../../../shared/city/views/live.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { placeOf, reachOf } from '../../../shared/screen/lineLayout.ts';
import { marksOf } from '../../../shared/views/parts.ts';
import type { BranchNow } from '../books/books.ts';
import type { BranchStand } from '../center.ts';

/** Marks on one line: more than these stand on one another. */
const MOST = 60;
/** Milliseconds after which a branch that says every minute where it stands is missed. */
const SILENCE = 3 * 60_000;
/** Milliseconds by which a clock may be off before it is worth a word. */
const APART = 10 * 60_000;
/** A fork is shown for so long after it was last seen, ms. */
const WEEK = 7 * 24 * 3_600_000;

/** How a branch stands as the center last heard of it; its lobby as it was at that moment. */
export function liveRow(
  stand: BranchStand,
  held: BranchNow | null,
  at: number,
): Omit<LiveRow, 'node'> {
  const { branch, name, offset } = stand;
  return {
    ...{ branch: branch as BranchId, ...heardOf(stand, at) },
    name: held?.lobby.visit.settings.branch.name ?? { zh: name, en: name },
    lobby: held && lobbyOf(held, Math.max(held.at, (stand.seenAt ?? 0) + offset)),
    alarms: alarmsOf(stand, at),
  };
}

/** When it was last heard of, and whether it is missed since. */
export function heardOf({ head, offset, seenAt }: BranchStand, at: number) {
  const heardAt = seenAt ?? (head.seq > 0 ? head.at - offset : null);
  return { heardAt, silent: heardAt === null || at - heardAt > SILENCE };
}

function lobbyOf({ lobby }: BranchNow, at: number): LiveLobby {
  const { visit } = lobby;
  const { settings, day } = visit;
  const waits = marksOf(visit)
    .map(({ from, class: cls, line }): LiveWait => {
      const seconds = Math.max(0, Math.round((at - from) / 1000));
      const place = Math.round(placeOf(seconds, line) * 1000) / 1000;
      return { seconds, class: cls, place, reach: reachOf(seconds, line) };
    })
    .sort((a, b) => b.place - a.place || b.seconds - a.seconds);
  const stands = settings.counters.map(({ id }) => visit.counters[id]?.situation.is ?? 'closed');
  const count = (is: string) => stands.filter((one) => one === is).length;
  return {
    at,
    doors: !day?.open ? 'closed' : visit.doors ? 'open' : 'shut',
    waits: waits.slice(0, MOST),
    waiting: waits.length,
    counters: { open: count('open'), paused: count('paused'), all: stands.length },
    alerts: lobby.care.alerts.filter(({ clearedAt }) => clearedAt === null).length,
    issued: visit.tickets.size,
  };
}

function alarmsOf(stand: BranchStand, at: number): LiveAlarm[] {
  const { refused, receivedAt, offset, differs, broken } = stand;
  const alarms: LiveAlarm[] = [];
  if (refused && isStanding(refused, receivedAt, at))
    alarms.push({ is: 'refused', code: refused.code, at: refused.at });
  if (differs) alarms.push({ is: 'sums', days: differs.days, last: differs.last });
  if (broken !== null) alarms.push({ is: 'broken', seq: broken });
  if (Math.abs(offset) > APART) alarms.push({ is: 'clock', offset });
  return alarms;
}

/** Two ledgers under one key stay two; whatever else was mended goes away with the next segment taken. */
const isStanding = (
  refused: NonNullable<BranchStand['refused']>,
  received: number | null,
  at: number,
) => (TWO.includes(refused.code) ? at - refused.at < WEEK : refused.at >= (received ?? 0));
const TWO: readonly string[] = ['center.fork', 'center.rollback', 'center.forged'];

/** How far the worst of a branch has come along its line, 0…1; −1 where nobody waits. */
export const worstOf = ({ lobby, silent }: Pick<LiveRow, 'lobby' | 'silent'>): number =>
  silent ? -1 : (lobby?.waits[0]?.place ?? -1);

/** Somebody there has waited past the orange line. */
export const isOver = ({ lobby, silent }: Pick<LiveRow, 'lobby' | 'silent'>): boolean =>
  !silent && (lobby?.waits.some(({ reach }) => reach === 'orange' || reach === 'red') ?? false);
