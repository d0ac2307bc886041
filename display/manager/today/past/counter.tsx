import type { CounterId } from '../../../../shared/ids.ts';
import type { CounterStory, Stay } from '../../../../shared/questions/counterDay.ts';
import { pick, words } from '../../../../shared/screen/language.ts';
import { TicketNumber } from '../../../../shared/screen/number.tsx';
import { useQuestion } from '../../../../shared/screen/question.ts';
import { clockTime, runningTime } from '../../../../shared/screen/time.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { addressOf, goTo } from '../../address.ts';
import type { TabProps } from '../../tabs.ts';
import { Band } from './band.tsx';
import { Answered, Days, dateIn, Head } from './head.tsx';
import { personIn, sayWith } from './names.ts';

/** `#today/counter/2/2026-11-24`: how a counter's day went. */
export function Page({ link, view, path }: TabProps) {
  const w = words(pastWords);
  const counter = (path[0] ?? '') as CounterId;
  const date = dateIn(path[1], view.branch.day);
  const asked = counter && date ? ({ type: 'counter.day', counter, date } as const) : null;
  const cell = view.counters.find(({ id }) => id === counter);
  const isToday = date === view.branch.day;
  // Anew whenever something at this counter changes.
  const again = isToday && cell ? `${cell.doing} ${cell.doingSince} ${cell.since}` : '';
  const said = useQuestion(link, asked, again);
  const name = cell ? pick(cell.name) : counter;
  return (
    <div class="past">
      <Head title={w.counterDay(name)}>
        {view.branch.day && (
          <Days
            {...{ date, last: dateIn(undefined, view.branch.day) }}
            goTo={(day) => goTo('today', 'counter', counter, day)}
          />
        )}
      </Head>
      <nav class="past-others" aria-label={w.deeper}>
        {view.counters.map(({ id, name: other }) => (
          <a
            key={id}
            class="button button-quiet"
            href={addressOf('today', 'counter', id, date)}
            aria-current={id === counter ? 'page' : undefined}
          >
            {pick(other)}
          </a>
        ))}
      </nav>
      <Answered of={said}>
        {(day) => <CounterDay day={day} timeZone={view.branch.timeZone} />}
      </Answered>
    </div>
  );
}

function CounterDay({ day, timeZone }: { day: CounterStory; timeZone: string }) {
  const w = words(pastWords).counter;
  const { span } = day;
  if (!span) return <p class="past-says">{w.never}</p>;
  const place = { timeZone, offset: day.offset };
  const seconds = (s: number | null) => (s === null ? '–' : runningTime(s * 1000));
  const sums = [
    [w.open, runningTime(day.openMs)],
    [w.paused, runningTime(day.pausedMs)],
    [w.serving, runningTime(day.servingMs)],
    [w.services, w.count(day.service.n)],
    [w.mean, seconds(day.service.mean)],
    [w.gap, seconds(day.gap.mean)],
    [w.gapMax, seconds(day.gap.max)],
    [w.calls, w.times(day.calls)],
    [w.missed, w.times(day.missed)],
  ];
  return (
    <>
      <Band {...{ day, span, place }} />
      <dl class="past-sums">
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Stays {...{ day, place }} />
    </>
  );
}

interface StaysProps {
  readonly day: CounterStory;
  readonly place: { readonly timeZone: string; readonly offset: number };
}

function Stays({ day, place }: StaysProps) {
  const w = words(pastWords).counter;
  const say = sayWith(day.names);
  if (day.stays.length === 0) return <p class="past-note">{w.none}</p>;
  const heads = [w.number, w.service, w.started, w.gap, w.took, w.teller];
  const took = (stay: Stay) =>
    stay.endedAt === null ? w.running : runningTime(stay.endedAt - stay.startedAt);
  return (
    <section class="past-wide">
      <h2>{w.customers}</h2>
      <table class="past-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...day.stays].reverse().map((stay) => (
            <tr key={`${stay.ticket} ${stay.startedAt}`}>
              <td>
                <a href={addressOf('today', 'ticket', day.date, stay.number)}>
                  <TicketNumber value={stay.number} />
                </a>
              </td>
              <td>{say.service(stay.service)}</td>
              <td>{clockTime(place, stay.startedAt)}</td>
              <td>{stay.walkIn ? w.walkIn : runningTime(stay.startedAt - stay.calledAt)}</td>
              <td>{took(stay)}</td>
              <td>{personIn(day.names, stay.teller)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
