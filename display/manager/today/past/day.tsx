import { words } from '../../../../shared/screen/language.ts';
import { useNow } from '../../../../shared/screen/now.ts';
import { useQuestion } from '../../../../shared/screen/question.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { goTo } from '../../address.ts';
import type { TabProps } from '../../tabs.ts';
import { Charts } from './charts.tsx';
import { Download } from './download.tsx';
import { Answered, Days, dateIn, Head } from './head.tsx';

/** Hub milliseconds after which today's chart is drawn anew. */
const ANEW = 60_000;

/** `#today/day/2026-11-24`: who waited, how long, and how many counters were open. */
export function Page({ link, view, path }: TabProps) {
  const w = words(pastWords);
  const { day } = view.branch;
  const date = dateIn(path[0], day);
  const now = useNow(link, ANEW);
  const isToday = date === day;
  const asked = date ? ({ type: 'day.chart', date } as const) : null;
  const said = useQuestion(link, asked, isToday ? Math.floor(now / ANEW) : '');
  if (!day) return <p class="past-says">{w.heat.none}</p>;
  return (
    <div class="past">
      <Head title={isToday ? w.day : w.dayOf(date)}>
        <Download file={{ type: 'day.tickets', date }} />
        <Days
          {...{ date, last: dateIn(undefined, day) }}
          goTo={(other) => goTo('today', 'day', other)}
        />
      </Head>
      <Answered of={said}>{(chart) => <Charts key={date} chart={chart} />}</Answered>
    </div>
  );
}
