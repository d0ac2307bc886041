import { words } from '../../../shared/screen/language.ts';
import { LINE_AT, type Reach } from '../../../shared/screen/lineLayout.ts';
import type { TicketClass } from '../../../shared/visit/ticket.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import './track.css';

interface TrackProps {
  readonly class: TicketClass;
  /** 0…1 of the axis. */
  readonly place: number;
  readonly reach: Reach;
}

/** The line with one mark on it, as small as can be. */
export function Track({ class: cls, place, reach }: TrackProps) {
  const w = words(lineWords);
  const said = reach === 'within' ? w.within : w.past[reach];
  return (
    <span class="track" role="img" aria-label={said} data-reach={reach}>
      {Object.entries(LINE_AT).map(([name, at]) => (
        <u key={name} style={{ left: `${at * 100}%` }} />
      ))}
      <i class={`shape shape-${cls}`} style={{ left: `${(place * 100).toFixed(1)}%` }} />
    </span>
  );
}
