import type { CounterStory, CounterStretch } from '../../../../shared/questions/counterDay.ts';
import { words } from '../../../../shared/screen/language.ts';
import { clockTime } from '../../../../shared/screen/time.ts';
import { counter as counterWords } from '../../../../shared/words/counter.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import './band.css';
import { personIn } from './names.ts';

interface BandProps {
  readonly day: CounterStory;
  readonly span: { readonly from: number; readonly to: number };
  readonly place: { readonly timeZone: string; readonly offset: number };
}

const HOUR = 3_600_000;

/** A counter's day as a band: open, paused with its reason, and on it whom it served. */
export function Band({ day, span, place }: BandProps) {
  const w = words(pastWords).counter;
  const long = Math.max(1, span.to - span.from);
  const across = (from: number, to: number) => ({
    left: `${(((from - span.from) / long) * 100).toFixed(3)}%`,
    width: `${(((to - from) / long) * 100).toFixed(3)}%`,
  });
  const said = (s: CounterStretch) => {
    const name = s.is === 'open' ? w.open : words(counterWords).pauseReasons[s.reason];
    const who = personIn(day.names, s.teller);
    return w.of(who ? `${name} · ${who}` : name, clockTime(place, s.from), clockTime(place, s.to));
  };
  return (
    <figure class="band">
      <div class="band-field">
        {day.stretches.map((s) => (
          <div key={s.from} class="band-stretch" data-is={s.is} style={across(s.from, s.to)}>
            {s.is === 'paused' && <span>{words(counterWords).pauseReasons[s.reason]}</span>}
          </div>
        ))}
        {day.stays.map((s) => (
          <i
            key={`${s.ticket} ${s.startedAt}`}
            class="band-stay"
            title={w.of(
              s.number,
              clockTime(place, s.startedAt),
              clockTime(place, s.endedAt ?? span.to),
            )}
            style={across(s.startedAt, s.endedAt ?? span.to)}
          />
        ))}
      </div>
      <div class="band-hours" aria-hidden="true">
        {hoursIn(span, place.offset).map((at) => (
          <span key={at} style={{ left: across(at, at).left }}>
            {clockTime(place, at)}
          </span>
        ))}
      </div>
      <figcaption>
        <ul>
          <li data-is="open">{w.open}</li>
          <li data-is="paused">{w.paused}</li>
          <li data-is="serving">{w.serving}</li>
        </ul>
        <ol class="unseen">
          {day.stretches.map((s) => (
            <li key={s.from}>{said(s)}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

/** Whole hours of the wall within the span, a dozen at most. */
function hoursIn({ from, to }: BandProps['span'], offset: number): number[] {
  const step = HOUR * Math.max(1, Math.ceil((to - from) / HOUR / 12));
  const first = Math.ceil((from + offset) / step) * step - offset;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  const whole = Array.from({ length: count }, (_, n) => first + n * step);
  return whole.length > 0 ? whole : [from];
}
