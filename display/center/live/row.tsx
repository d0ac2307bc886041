import { TriangleAlert, Unlink } from 'lucide-preact';
import type { LiveRow } from '../../../shared/city/views/live.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import { moment } from '../../../shared/screen/time.ts';
import { cityLive } from '../../../shared/words/cityLive.ts';
import { addressOf } from '../address.ts';
import { SmallLine } from './line.tsx';

interface RowProps {
  readonly row: LiveRow;
  /** The center's time, ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** One branch in one line: who waits how long, how many counters, or since when nothing is known. */
export function Row({ row, now, timeZone }: RowProps) {
  const { lobby, silent, alarms } = row;
  const w = words(cityLive);
  const [first] = lobby?.waits ?? [];
  const isAtWork = lobby !== null && lobby.doors !== 'closed';
  return (
    <li class="live-row" data-silent={silent || undefined} data-shut={!isAtWork || undefined}>
      <a href={addressOf('branch', row.branch)}>
        <strong>
          {alarms.length > 0 && <TriangleAlert aria-label={w.sums.alarms} />}
          <span>{pick(row.name)}</span>
        </strong>
        {silent || !isAtWork ? (
          <span class="live-says">
            {silent && <Unlink aria-hidden="true" />}
            {silent ? silence(row, now, timeZone) : lobby ? w.closed : w.nothing}
          </span>
        ) : (
          <SmallLine lobby={lobby} isOld={false} />
        )}
        <span class="live-longest" data-reach={silent ? undefined : first?.reach}>
          {isAtWork && first && !silent ? w.minutes(Math.floor(first.seconds / 60)) : ''}
        </span>
        <span class="live-waiting">{isAtWork && !silent ? lobby.waiting : ''}</span>
        <span class="live-counters">
          {isAtWork && !silent && (
            <>
              <span aria-hidden="true">{w.counters(lobby.counters.open, lobby.counters.all)}</span>
              <span class="unseen">{w.countersSay(lobby.counters.open, lobby.counters.all)}</span>
            </>
          )}
        </span>
      </a>
    </li>
  );
}

const DAY = 24 * 3_600_000;

export function silence(
  { heardAt }: Pick<LiveRow, 'heardAt'>,
  now: number,
  timeZone: string,
): string {
  const w = words(cityLive);
  if (heardAt === null) return w.never;
  const days = Math.floor((now - heardAt) / DAY);
  return days > 0
    ? w.silentDays(days)
    : w.silentSince(moment({ timeZone, offset: 0 }, heardAt, now));
}
