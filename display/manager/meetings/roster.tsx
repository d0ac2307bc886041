import { addDays, mondayOf } from '../../../shared/calendar.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { RosterView } from '../../../shared/views/roster.ts';
import { roster as rosterWords } from '../../../shared/words/roster.ts';
import { addressOf } from '../address.ts';
import { sayDate } from './figures.tsx';
import type { RoomProps } from './page.tsx';
import { namesOf } from './people.ts';
import './roster.css';
import { Against } from './rosterAgainst.tsx';
import { DayCard, type PlanOf } from './rosterDay.tsx';

/** 排班: a week at a time, each day opened by a touch; and what differs from today's right now. */
export function RosterPage({ link, path }: RoomProps) {
  const w = words(rosterWords);
  const view = link.view({ name: 'roster' }).value?.view ?? null;
  if (!view?.today) return null;
  const [named = mondayOf(view.today), chosen] = path;
  const isUsual = named === 'usual';
  const days = isUsual
    ? usualDays(view)
    : view.days.filter((d) => mondayOf(d.date) === named).map((d) => dayOf(d, view));
  return (
    <div class="room">
      <Against view={view} />
      <nav class="rooms" aria-label={w.weeks}>
        {weeksOf(view).map((monday) => (
          <a
            key={monday}
            href={addressOf('meetings', 'roster', monday)}
            aria-current={monday === named ? 'page' : undefined}
          >
            {weekName(monday, view.today)}
          </a>
        ))}
        <a
          href={addressOf('meetings', 'roster', 'usual')}
          aria-current={isUsual ? 'page' : undefined}
        >
          {w.usual}
        </a>
      </nav>
      {isUsual ? (
        <p class="quiet">{w.usualMeans}</p>
      ) : (
        <Copy {...{ link, to: named as BusinessDate, today: view.today }} />
      )}
      <ol class="week">
        {days.map((plan) => (
          <DayCard
            key={plan.key}
            {...{ link, view, plan, isOpen: plan.key === chosen }}
            address={(open) => addressOf('meetings', 'roster', named, ...(open ? [plan.key] : []))}
          />
        ))}
      </ol>
    </div>
  );
}

const weeksOf = (view: RosterView) => [...new Set(view.days.map((d) => mondayOf(d.date)))];

function weekName(monday: BusinessDate, today: BusinessDate | null): string {
  const w = words(rosterWords);
  const own = today && mondayOf(today);
  if (own && monday === addDays(own, -7)) return w.lastWeek;
  if (monday === own) return w.thisWeek;
  return own && monday === addDays(own, 7) ? w.nextWeek : w.weekOf(sayDate(monday));
}

function dayOf(day: RosterView['days'][number], { today }: RosterView): PlanOf {
  const { date, head, shifts, dayOff, planned, hours } = day;
  return {
    ...{ key: date, name: sayDate(date), head, shifts, dayOff },
    ...{ isToday: date === today, isPast: today !== null && date < today, byUsual: !planned },
    hours: hours && { from: hours.open, to: hours.close },
  };
}

const usualDays = ({ week }: RosterView): PlanOf[] =>
  words(rosterWords).weekdays.map((name, n) => ({
    ...{ key: `usual-${n}`, name, head: week[n]?.head ?? null, shifts: week[n]?.shifts ?? [] },
    ...{ dayOff: false, isToday: false, isPast: false, byUsual: false, hours: null },
  }));

interface CopyProps extends Pick<RoomProps, 'link'> {
  readonly to: BusinessDate;
  readonly today: BusinessDate;
}

/** What was planned for the week before, for every day of this one that is still to come. */
function Copy({ link, to, today }: CopyProps) {
  const w = words(rosterWords);
  const { busy, refusal, run } = useAsk();
  if (addDays(to, 6) < today) return null;
  const copy = () =>
    void run(() => link.send({ type: 'shift.copyWeek', from: addDays(to, -7), to }));
  return (
    <div class="week-do">
      <Button {...{ busy, onPress: copy }}>{w.copy}</Button>
      <Refusal says={refusal} />
    </div>
  );
}

/** A counter by its own name. */
export const counterName = (view: RosterView, id: string | null | undefined): string => {
  const counter = view.counters.find((k) => k.id === id);
  return counter ? pick(counter.name) : (id ?? words(rosterWords).anyCounter);
};

export const rosterNames = (view: RosterView) => namesOf(view.people);
