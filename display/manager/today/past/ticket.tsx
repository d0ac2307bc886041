import type { TicketStory } from '../../../../shared/questions/ticketStory.ts';
import { lang, words } from '../../../../shared/screen/language.ts';
import { TicketNumber } from '../../../../shared/screen/number.tsx';
import { useQuestion } from '../../../../shared/screen/question.ts';
import { clockSeconds, runningTime } from '../../../../shared/screen/time.ts';
import { line as lineWords } from '../../../../shared/words/line.ts';
import { story as storyWords, tell } from '../../../../shared/words/story.ts';
import { goTo } from '../../address.ts';
import type { TabProps } from '../../tabs.ts';
import { FindTicket } from '../deeper.tsx';
import { Answered, Days, dateIn, Head } from './head.tsx';
import { personIn, sayWith } from './names.ts';
import './ticket.css';

/** `#today/ticket/2026-11-24/A012`: everything that happened to one ticket. */
export function Page({ link, view, path }: TabProps) {
  const w = words(storyWords);
  const date = dateIn(path[0], view.branch.day);
  const number = path[1] ?? '';
  const asked = date && number ? ({ type: 'ticket.story', date, number } as const) : null;
  // While it is under way its story grows with every press of the hall.
  const said = useQuestion(link, asked, date === view.branch.day ? (useRev(link) ?? 0) : '');
  return (
    <div class="past">
      <Head title={w.title}>
        {view.branch.day && (
          <Days
            {...{ date, last: dateIn(undefined, view.branch.day) }}
            goTo={(day) => goTo('today', 'ticket', day, number)}
          />
        )}
        <FindTicket date={date} />
      </Head>
      {asked ? (
        <Answered of={said}>
          {(story) => <Story story={story} timeZone={view.branch.timeZone} />}
        </Answered>
      ) : (
        <p class="past-says">{w.how}</p>
      )}
    </div>
  );
}

const useRev = (link: TabProps['link']) => link.view({ name: 'manager' }).value?.rev;

function Story({ story, timeZone }: { story: TicketStory; timeZone: string }) {
  const w = words(storyWords);
  const say = sayWith(story.names);
  const place = { timeZone, offset: story.offset };
  return (
    <article class="story">
      <header>
        <TicketNumber value={story.number} size="figure" />
        <p>
          <strong>{w.is[story.situation]}</strong>
          {say.service(story.service)} · {words(lineWords).classes[story.class]}
        </p>
      </header>
      <ol>
        {story.steps.map(({ fact, person }, i) => {
          const before = story.steps[i - 1]?.fact.at;
          const who = personIn(story.names, person);
          const since = before === undefined ? 0 : fact.at - before;
          return (
            <li key={i} data-kind={fact.type.split('.')[0]}>
              <time>{clockSeconds(place, fact.at)}</time>
              <small>{since >= 1000 && w.after(runningTime(since))}</small>
              <p>
                {tell(lang.value, fact, say)}
                {who && <small>{w.by(who)}</small>}
              </p>
            </li>
          );
        })}
      </ol>
    </article>
  );
}
