import { ChevronLeft, ChevronRight, Download, Printer } from 'lucide-preact';
import { addDays, weekdayOf } from '../../../shared/calendar.ts';
import type { BusinessDate, MonthName } from '../../../shared/ids.ts';
import type { MeetingMonth } from '../../../shared/questions/meetingMonth.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { download } from '../../../shared/screen/download.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { useQuestion } from '../../../shared/screen/question.ts';
import type { DayCell } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { addressOf } from '../address.ts';
import { Done } from './done.tsx';
import { sayDate } from './figures.tsx';
import './month.css';
import type { RoomProps } from './page.tsx';
import { StateSign } from './stateSign.tsx';

const isMonth = (name: string | undefined): name is MonthName =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(name ?? '');

/** 月历: how each day of a month stands, its records, and the table for a superior. */
export function MonthPage({ link, path }: RoomProps) {
  const w = words(meetingWords);
  const watched = link.view({ name: 'meetings' }).value;
  const view = watched?.view ?? null;
  const [named, chosen] = path;
  const month = isMonth(named) ? named : ((view?.today?.slice(0, 7) ?? null) as MonthName | null);
  const answer = useQuestion<'meetings.month'>(
    link,
    month && { type: 'meetings.month', month },
    watched?.rev ?? '',
  );
  if (!view || !month) return null;
  return (
    <div class="room month">
      <MonthHead month={month} known={answer.is === 'known' ? answer.answer : null} />
      {answer.is === 'asking' && <p class="quiet">{w.asking}</p>}
      {answer.is === 'refused' && <Refusal says={answer.says} />}
      {answer.is === 'known' && (
        <>
          <Grid {...{ month, days: answer.answer.days, today: view.today, chosen }} />
          <Records {...{ link, view, month: answer.answer, chosen }} />
        </>
      )}
    </div>
  );
}

function MonthHead({ month, known }: { month: MonthName; known: MeetingMonth | null }) {
  const w = words(meetingWords);
  const { busy, refusal, run } = useAsk();
  const [year = '', number = ''] = month.split('-');
  const due = known?.days.filter((d) => d.state !== null) ?? [];
  const save = () =>
    void run(async () => {
      const says = await download({ type: 'meetings.month', month });
      return says ? { ok: false, code: 'hub.lost', says } : { ok: true, seq: 0 };
    });
  return (
    <header class="month-head">
      <a class="button button-quiet" href={addressOf('meetings', 'month', stepped(month, -1))}>
        <ChevronLeft aria-label={w.earlier} />
      </a>
      <h2>{w.month(year, number)}</h2>
      <a class="button button-quiet" href={addressOf('meetings', 'month', stepped(month, 1))}>
        <ChevronRight aria-label={w.later} />
      </a>
      {known && <p>{w.sum(due.filter((d) => d.state === 'held').length, due.length)}</p>}
      {known && <strong class="print-only">{pick(known.branch)}</strong>}
      <Button {...{ kind: 'quiet', busy, icon: <Download />, onPress: save }}>{w.csv}</Button>
      <Button {...{ kind: 'quiet', icon: <Printer />, onPress: () => print() }}>{w.print}</Button>
      <Refusal says={refusal} />
    </header>
  );
}

function stepped(month: MonthName, by: 1 | -1): string {
  const first = `${month}-01` as BusinessDate;
  return addDays(first, by === 1 ? 31 : -1).slice(0, 7);
}

interface GridProps {
  readonly month: MonthName;
  readonly days: readonly DayCell[];
  readonly today: BusinessDate | null;
  readonly chosen: string | undefined;
}

function Grid({ month, days, today, chosen }: GridProps) {
  const w = words(meetingWords);
  const before = weekdayOf(`${month}-01` as BusinessDate);
  return (
    <div class="month-grid">
      {w.weekdays.map((name) => (
        <b key={name} aria-hidden="true">
          {name}
        </b>
      ))}
      {days.map(({ date, opens, state }, n) => (
        <a
          key={date}
          href={addressOf('meetings', 'month', month, date)}
          style={n === 0 ? { gridColumnStart: before + 1 } : undefined}
          aria-current={date === chosen ? 'true' : undefined}
          aria-label={sayDate(date)}
          data-today={date === today || undefined}
          data-closed={opens === null || undefined}
        >
          <span>{Number(date.slice(8))}</span>
          {state && <StateSign state={state} />}
        </a>
      ))}
    </div>
  );
}

interface RecordsProps extends Pick<RoomProps, 'link'> {
  readonly view: Parameters<typeof Done>[0]['view'];
  readonly month: MeetingMonth;
  readonly chosen: string | undefined;
}

/** The records of a chosen day; on paper, of the whole month. */
function Records({ link, view, month, chosen }: RecordsProps) {
  const w = words(meetingWords);
  const nameOf = (id: keyof MeetingMonth['people']) => month.people[id] ?? id;
  const held = month.meetings.filter((m) => m.situation.is !== 'running');
  return (
    <section class="month-records" aria-label={w.records}>
      {chosen && <h2>{sayDate(chosen)}</h2>}
      {chosen && !held.some((m) => m.date === chosen) && <p class="quiet">{w.nothing}</p>}
      {held.map((m) => (
        <div key={m.id} class={m.date === chosen ? '' : 'print-only'}>
          <p class="print-only">{sayDate(m.date)}</p>
          <Done {...{ link, view, meeting: m, nameOf }} />
        </div>
      ))}
    </section>
  );
}
