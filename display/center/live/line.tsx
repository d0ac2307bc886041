import type { LiveLobby } from '../../../shared/city/views/live.ts';
import { words } from '../../../shared/screen/language.ts';
import { LINE_AT } from '../../../shared/screen/lineLayout.ts';
import { cityLive } from '../../../shared/words/cityLive.ts';
import './line.css';

const REACHES = ['yellow', 'orange', 'red'] as const;
const ENDS = { yellow: LINE_AT.orange, orange: LINE_AT.red, red: 1 };

/** The line 队伍 of one branch, small: each who waits is a mark on the way to its class's lines. */
export function SmallLine({ lobby, isOld }: { lobby: LiveLobby; isOld: boolean }) {
  const w = words(cityLive);
  const [first] = lobby.waits;
  const minutes = Math.floor((first?.seconds ?? 0) / 60);
  return (
    <span
      class="small-line"
      role="img"
      aria-label={first ? w.lineSays(lobby.waiting, minutes) : w.nobody}
      data-old={isOld || undefined}
    >
      {REACHES.map((reach) => (
        <i
          key={reach}
          class="small-line-stretch"
          data-reach={reach}
          style={{ left: `${LINE_AT[reach] * 100}%`, right: `${(1 - ENDS[reach]) * 100}%` }}
        />
      ))}
      {/* The nearest to the end is drawn last, on top. */}
      {[...lobby.waits].reverse().map((wait, i) => (
        <i
          key={i}
          class={`small-line-mark shape-${wait.class}`}
          data-reach={wait.reach}
          style={{ left: `${(wait.place * 100).toFixed(1)}%` }}
        />
      ))}
    </span>
  );
}
