import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { dayAfter, dayBefore } from '../../../../shared/calendar.ts';
import type { BusinessDate } from '../../../../shared/ids.ts';
import type { QuestionType } from '../../../../shared/questions/questions.ts';
import { pick, words } from '../../../../shared/screen/language.ts';
import type { Answering } from '../../../../shared/screen/question.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { addressOf } from '../../address.ts';
import './past.css';

interface HeadProps {
  readonly title: ComponentChildren;
  /** Stands at the right: a day to choose, or a way to look at it. */
  readonly children?: ComponentChildren;
}

/** The top of a page one touch deeper, with the way back. */
export function Head({ title, children }: HeadProps) {
  return (
    <header class="past-head">
      <a class="button button-quiet" href={addressOf('today')} aria-label={words(pastWords).back}>
        <ArrowLeft aria-hidden="true" />
      </a>
      <h1>{title}</h1>
      {children}
    </header>
  );
}

interface DaysProps {
  readonly date: BusinessDate;
  /** The newest day there can be. */
  readonly last: BusinessDate;
  readonly goTo: (date: string) => void;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Steps from day to day, or to any one. */
export function Days({ date, last, goTo }: DaysProps) {
  const w = words(pastWords);
  return (
    <div class="past-days">
      <button
        type="button"
        class="button button-quiet"
        aria-label={w.before}
        onClick={() => goTo(dayBefore(date))}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <input
        type="date"
        aria-label={w.date}
        value={date}
        max={last}
        onChange={({ currentTarget: { value } }) => DATE.test(value) && goTo(value)}
      />
      <button
        type="button"
        class="button button-quiet"
        aria-label={w.after}
        disabled={date >= last}
        onClick={() => goTo(dayAfter(date))}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </div>
  );
}

/** A date out of the address, or the present day. */
export const dateIn = (text: string | undefined, day: string | null) =>
  (text && DATE.test(text) ? text : (day ?? '')) as BusinessDate;

interface AnsweredProps<T extends QuestionType> {
  readonly of: Answering<T>;
  readonly children: (
    answer: Extract<Answering<T>, { is: 'known' }>['answer'],
  ) => ComponentChildren;
}

/** What the hub answered; while it reads, and where it will not say, a sentence. */
export function Answered<T extends QuestionType>({ of: said, children }: AnsweredProps<T>) {
  if (said.is === 'known') return <>{children(said.answer)}</>;
  const asking = said.is === 'asking';
  return (
    <p class="past-says" data-asking={asking || undefined} role={asking ? 'status' : 'alert'}>
      {asking ? words(pastWords).asking : pick(said.says)}
    </p>
  );
}
