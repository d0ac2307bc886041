import type { TicketStory } from '../../../../shared/questions/ticketStory.ts';
import { lang, words } from '../../../../shared/screen/language.ts';
import { TicketNumber } from '../../../../shared/screen/number.tsx';
import { clockSeconds, runningTime } from '../../../../shared/screen/time.ts';
import { line as lineWords } from '../../../../shared/words/line.ts';
import { story as storyWords, tell } from '../../../../shared/words/story.ts';
import { personIn, sayWith } from './names.ts';
import './ticket.css';

/** Everything that happened to one ticket, in its order: the same on the panel and at the center. */
export function Story({ story, timeZone }: { story: TicketStory; timeZone: string }) {
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
