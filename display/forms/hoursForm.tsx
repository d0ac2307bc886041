import { CalendarPlus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BusinessDate } from '../../shared/ids.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Hours } from '../../shared/settings.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { settingsNow } from '../../shared/words/settingsNow.ts';
import { Minutes } from './rows.tsx';
import './forms.css';

type Span = Hours['week'][number];
const USUAL = { open: '09:00', close: '17:00' };

/** What a branch that begins to keep hours begins with. */
export const usualHours = (): Hours => ({
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? USUAL : null)),
  exceptions: {},
  ticketsBeforeMinutes: 15,
});

interface HoursProps {
  readonly value: Hours | null;
  readonly onValue: (value: Hours | null) => void;
}

/** 营业时间: by weekday, with the dates that differ; or none at all. */
export function HoursForm({ value, onValue }: HoursProps) {
  const w = words(settingsForms);
  return (
    <>
      <div class="chips">
        <Button pressed={value !== null} onPress={() => value ?? onValue(usualHours())}>
          {w.byHours}
        </Button>
        <Button pressed={value === null} onPress={() => onValue(null)}>
          {w.always}
        </Button>
      </div>
      {value && <Week {...{ value, onValue }} />}
      {value && <Dates {...{ value, onValue }} />}
    </>
  );
}

interface SetProps {
  readonly value: Hours;
  readonly onValue: (value: Hours) => void;
}

function Week({ value, onValue }: SetProps) {
  const w = words(settingsForms);
  const { days } = words(settingsNow);
  const { week } = value;
  const set = (day: number, span: Span) =>
    onValue({ ...value, week: week.map((was, i) => (i === day ? span : was)) });
  return (
    <>
      <ul class="form-week">
        {days.map((day, i) => (
          <li key={day}>
            <SpanFields name={day} span={week[i] ?? null} onSpan={(span) => set(i, span)} />
          </li>
        ))}
      </ul>
      <div class="form-beside">
        <Button
          onPress={() =>
            onValue({ ...value, week: week.map((was, i) => (i < 5 ? (week[0] ?? null) : was)) })
          }
        >
          {w.likeMonday}
        </Button>
        <Minutes
          {...{ label: w.early, value: value.ticketsBeforeMinutes * 60, most: 240 }}
          onValue={(seconds) => onValue({ ...value, ticketsBeforeMinutes: seconds / 60 })}
        />
      </div>
    </>
  );
}

interface SpanProps {
  readonly name: string;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}

function SpanFields({ name, span, onSpan }: SpanProps) {
  const w = words(settingsForms);
  const time = (end: 'open' | 'close', label: string) => (
    <input
      {...{ type: 'time', required: true, value: span?.[end] ?? '', disabled: !span }}
      aria-label={label}
      onInput={({ currentTarget: { value } }) => span && value && onSpan({ ...span, [end]: value })}
    />
  );
  return (
    <>
      <label class="form-check">
        <input
          type="checkbox"
          checked={span !== null}
          aria-label={w.opensOn(name)}
          onChange={() => onSpan(span ? null : USUAL)}
        />
        {name}
      </label>
      <span class="field">{time('open', w.opensAt(name))}</span>
      <span aria-hidden="true">–</span>
      <span class="field">{time('close', w.closesAt(name))}</span>
      <span class="form-off">{span ? '' : w.dayOff}</span>
    </>
  );
}

function Dates({ value, onValue }: SetProps) {
  const w = words(settingsForms);
  const [date, setDate] = useState('');
  const { exceptions } = value;
  const dates = Object.keys(exceptions).sort() as BusinessDate[];
  const put = (on: BusinessDate, span: Span) =>
    onValue({ ...value, exceptions: { ...exceptions, [on]: span } });
  const drop = (on: BusinessDate) => {
    const { [on]: _, ...rest } = exceptions;
    onValue({ ...value, exceptions: rest });
  };
  return (
    <section class="form-dates" aria-label={w.holidays}>
      <h2>{w.holidays}</h2>
      {dates.length === 0 && <p class="form-note">{w.noHolidays}</p>}
      <ul class="form-week">
        {dates.map((on) => (
          <li key={on}>
            <SpanFields name={on} span={exceptions[on] ?? null} onSpan={(span) => put(on, span)} />
            <button
              type="button"
              class="button button-quiet form-remove"
              aria-label={w.remove(on)}
              onClick={() => drop(on)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <div class="form-beside">
        <label class="field">
          <small>{w.date}</small>
          <input type="date" value={date} onInput={(e) => setDate(e.currentTarget.value)} />
        </label>
        <Button
          {...{ icon: <CalendarPlus aria-hidden="true" />, disabled: date === '' }}
          onPress={() => {
            put(date as BusinessDate, null);
            setDate('');
          }}
        >
          {w.addDate}
        </Button>
      </div>
    </section>
  );
}
