import type { MeetingKind } from '../../../shared/floor/meetings/commands.ts';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { words } from '../../../shared/screen/language.ts';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { Done } from './done.tsx';
import { Enter } from './enter.tsx';
import { Figures } from './figures.tsx';
import type { RoomProps } from './page.tsx';
import { namesOf } from './people.ts';
import { Plan } from './plan.tsx';
import { Running } from './running.tsx';
import { Start } from './start.tsx';
import { StateSign } from './stateSign.tsx';

/** 今天: one big next step, start → attendance → end, with all else filled in. */
export function TodayPage({ link }: RoomProps) {
  const view = link.view({ name: 'meetings' }).value?.view ?? null;
  const w = words(meetingWords);
  if (!view) return null;
  const { today, rules, opens, branch } = view;
  if (!today) return <p class="quiet">{w.noDay}</p>;
  const running = view.held.find((m) => m.situation.is === 'running');
  const of = (kind: MeetingKind) => view.held.filter((m) => m.kind === kind);
  const rule = opens ? w.rule(opens, rules.minutes) : w.ruleAlways(rules.minutes);
  if (running) return <Running key={running.id} {...{ link, view, meeting: running }} />;
  const isMorning = of('morning').length === 0;
  return (
    <div class="room meeting-today">
      <div class="next-step">
        <p class="quiet">{isDayOff(view) ? w.dayOff : rule}</p>
        <Verdict view={view} />
        {isMorning && branch.dayOpen && <Start {...{ link, view, kind: 'morning' }} />}
        {of('morning').map((m) => (
          <Done key={m.id} {...{ link, view, meeting: m, nameOf: namesOf(view.people) }} />
        ))}
        {!isMorning && branch.dayOpen && <Evening {...{ link, view, held: of('evening') }} />}
      </div>
      <aside>
        {isMorning && <Figures figures={view.figures} />}
        <Plan {...{ link, view }} />
        <Enter {...{ link, view }} />
      </aside>
    </div>
  );
}

const isDayOff = ({ days, today, opens }: MeetingsView) =>
  opens === null && days.some((d) => d.date !== today && d.opens !== null);

/** What the hub found of today, with its shape and its words. */
function Verdict({ view }: { view: MeetingsView }) {
  const w = words(meetingWords);
  const state = view.days.at(-1)?.state;
  if (!state || state === 'held') return null;
  const longest = view.held
    .filter((m) => m.kind === 'morning')
    .map((m) => (m.situation.is === 'over' ? Math.floor(m.situation.seconds / 60) : 0));
  const says = state === 'short' ? w.foundShort(Math.max(0, ...longest)) : w.found[state];
  return (
    <p class="verdict">
      <StateSign state={state} bare />
      {says}
    </p>
  );
}

interface EveningProps extends Pick<RoomProps, 'link'> {
  readonly view: MeetingsView;
  readonly held: readonly Meeting[];
}

/** 夕会: after the morning's, the same form, lighter. A short morning meeting may be held again. */
function Evening({ link, view, held }: EveningProps) {
  const w = words(meetingWords);
  const { evening } = view.rules;
  const state = view.days.at(-1)?.state;
  return (
    <>
      {state === null || state === 'short' ? (
        <Start {...{ link, view, kind: 'morning', again: true }} />
      ) : null}
      <section class="part">
        <header>
          <h2>{w.evening}</h2>
          {evening && <p>{w.eveningUsual(evening)}</p>}
        </header>
        {held.map((m) => (
          <Done key={m.id} {...{ link, view, meeting: m, nameOf: namesOf(view.people) }} />
        ))}
        {held.length === 0 && <Start {...{ link, view, kind: 'evening' }} />}
      </section>
    </>
  );
}
