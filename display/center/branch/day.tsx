import { useState } from 'preact/hooks';
import { addDays } from '../../../shared/calendar.ts';
import type { BranchDay } from '../../../shared/city/views/branchDay.ts';
import type { BranchId, BusinessDate } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { TicketNumber } from '../../../shared/screen/number.tsx';
import { clockTime, runningTime } from '../../../shared/screen/time.ts';
import { cityBranch } from '../../../shared/words/cityBranch.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { story as storyWords } from '../../../shared/words/story.ts';
import { Story } from '../../manager/today/past/story.tsx';
import { addressOf, goTo } from '../address.ts';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';

interface DayProps extends CityProps {
  readonly branch: BranchId;
  readonly month: string;
}

/** One day of the branch ticket by ticket, and one ticket's story. */
export function DayPart({ branch, month, path, ...props }: DayProps) {
  const w = words(cityBranch);
  const [date = '', number] = path;
  const last = addDays(`${month}-01` as BusinessDate, 30).slice(0, 7) === month ? 31 : 28;
  return (
    <section class="city-day" aria-label={w.days}>
      <header>
        <h2>{w.days}</h2>
        <input
          type="date"
          aria-label={w.day}
          value={date}
          min={`${month}-01`}
          max={`${month}-${last}`}
          onInput={(event) =>
            event.currentTarget.value && goTo('branch', branch, month, event.currentTarget.value)
          }
        />
      </header>
      {/^\d{4}-\d{2}-\d{2}$/.test(date) && (
        <Day {...props} {...{ branch, month, path, date: date as BusinessDate, number }} />
      )}
    </section>
  );
}

type OneDay = DayProps & { readonly date: BusinessDate; readonly number: string | undefined };

function Day(props: OneDay) {
  const { link, shell, branch, date, number } = props;
  const w = words(cityBranch);
  const said = useCity(link, { type: 'branch.day', branch, date }, shell.decided);
  if (said.is === 'asking') return null;
  if (said.is === 'refused') return <Empty says={w.none} means={w.noneMeans} />;
  return (
    <div class="city-day-parts">
      <Tickets {...props} day={said.answer} />
      {number && <OneStory {...props} number={number} />}
    </div>
  );
}

const FEW = 40;

function Tickets({ day, branch, month, date, number }: OneDay & { day: BranchDay }) {
  const w = words(cityBranch);
  const [all, showAll] = useState(false);
  const { tickets } = day;
  if (tickets.length === 0) return <Empty says={w.none} means={w.noneMeans} />;
  return (
    <div class="city-tickets">
      <p>{w.tickets(tickets.length)}</p>
      <ol>
        {tickets.slice(0, all ? undefined : FEW).map((one) => (
          <li key={one.ticket}>
            <a
              href={addressOf('branch', branch, month, date, one.number)}
              aria-current={one.number === number ? 'true' : undefined}
            >
              <TicketNumber value={one.number} />
              <span>{words(lineWords).classes[one.class]}</span>
              <span>{clockTime(day, one.at)}</span>
              <b>{one.wait === null ? '–' : runningTime(one.wait * 1000)}</b>
              <small>{words(storyWords).is[one.is]}</small>
            </a>
          </li>
        ))}
      </ol>
      {!all && tickets.length > FEW && (
        <Button onPress={() => showAll(true)}>{w.more(tickets.length - FEW)}</Button>
      )}
    </div>
  );
}

function OneStory({ link, shell, branch, date, number }: OneDay & { number: string }) {
  const w = words(cityBranch);
  const asked = { type: 'branch.ticket', branch, date, number } as const;
  const said = useCity(link, asked, shell.decided);
  if (said.is === 'refused') return <p role="alert">{pick(said.says)}</p>;
  if (said.is !== 'known') return null;
  return (
    <section class="city-story" aria-label={w.story(number)}>
      <Story {...said.answer} />
    </section>
  );
}
