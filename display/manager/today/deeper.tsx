import { Activity, CalendarRange, HeartPulse, Search } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { words } from '../../../shared/screen/language.ts';
import type { ManagerView } from '../../../shared/views/manager.ts';
import { past as pastWords } from '../../../shared/words/past.ts';
import { story as storyWords } from '../../../shared/words/story.ts';
import { addressOf, goTo } from '../address.ts';
import './deeper.css';

/** The ways from the first look to the second. */
export function Deeper({ view }: { view: ManagerView }) {
  const w = words(pastWords);
  const { day } = view.branch;
  return (
    <nav class="deeper" aria-label={w.deeper}>
      <a class="button button-quiet" href={addressOf('today', 'day')}>
        <Activity aria-hidden="true" />
        {w.day}
      </a>
      <a class="button button-quiet" href={addressOf('today', 'weeks')}>
        <CalendarRange aria-hidden="true" />
        {w.weeks}
      </a>
      <a class="button button-quiet" href={addressOf('today', 'machines')}>
        <HeartPulse aria-hidden="true" />
        {w.machines}
      </a>
      {day && <FindTicket date={day} />}
    </nav>
  );
}

/** A ticket by its number, of a day. */
export function FindTicket({ date }: { date: string }) {
  const w = words(storyWords);
  const [number, type] = useState('');
  const wanted = number.trim().toUpperCase();
  return (
    <search>
      <form
        class="find-ticket"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) goTo('today', 'ticket', date, wanted);
        }}
      >
        <input
          aria-label={w.ask}
          placeholder={w.ask}
          value={number}
          maxLength={7}
          size={8}
          autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="button button-quiet" aria-label={w.look} disabled={!wanted}>
          <Search aria-hidden="true" />
        </button>
      </form>
    </search>
  );
}
