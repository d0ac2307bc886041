import { words } from '../../../../shared/screen/language.ts';
import { useQuestion } from '../../../../shared/screen/question.ts';
import { story as storyWords } from '../../../../shared/words/story.ts';
import { goTo } from '../../address.ts';
import type { TabProps } from '../../tabs.ts';
import { FindTicket } from '../deeper.tsx';
import { Answered, Days, dateIn, Head } from './head.tsx';
import { Story } from './story.tsx';

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
