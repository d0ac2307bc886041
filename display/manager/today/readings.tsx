import type { ComponentChild } from 'preact';
import { words } from '../../../shared/screen/language.ts';
import { LevelSign } from '../../../shared/screen/level.tsx';
import { wholeMinutes } from '../../../shared/screen/time.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import {
  type Average,
  averagesOf,
  type FigureName,
  type FigureProps,
  inMinutes,
  longestOf,
  oneDecimal,
  percent,
  waitingByClass,
} from './figureSet.ts';
import { Track } from './track.tsx';
import { Gauge, Value } from './value.tsx';

/** How each figure reads: its value, one thin picture of it, and what it stands on. */
export const readings: Record<FigureName, (props: FigureProps) => ComponentChild> = {
  waiting: Waiting,
  longest: Longest,
  average: Averages,
  satisfaction: Satisfaction,
  invitation: Invitation,
  abandoned: GaveUp,
};

/** What is usual, as it is read; null where nothing is. */
const said = (value: number | null | undefined, how: (value: number) => string): string | null =>
  value == null ? null : how(value);

function Waiting({ view, usual }: FigureProps) {
  const w = words(managerWords);
  const { classes } = words(lineWords);
  const shapes = waitingByClass(view).map(({ class: cls, waiting }) => (
    <span key={cls} class="of-class">
      <i class={`shape shape-${cls}`} />
      <span class="unseen">{classes[cls]}</span>
      {waiting}
    </span>
  ));
  return (
    <Value
      of={view.line.length}
      picture={shapes}
      note={w.heldMissed(view.held, view.missed)}
      usual={said(usual?.figures?.waiting, (n) => String(Math.round(n)))}
    />
  );
}

function Longest({ view, now, usual }: FigureProps) {
  const w = words(managerWords);
  const { classes, past } = words(lineWords);
  const longest = longestOf(view, now);
  const most = said(usual?.figures?.longest, (s) => `${wholeMinutes(s * 1000)} ${w.minute}`);
  if (!longest) return <Value of={null} note={w.nobody} usual={most} />;
  const { mark, ms, place, reach } = longest;
  const note = (
    <>
      {reach !== 'within' && <LevelSign level={reach} bare />}
      {mark.number} {reach === 'within' ? classes[mark.class] : past[reach]}
    </>
  );
  const picture = <Track class={mark.class} place={place} reach={reach} />;
  return (
    <Value
      of={wholeMinutes(ms) || '<1'}
      unit={w.minute}
      usual={most}
      picture={picture}
      note={note}
    />
  );
}

function Averages({ figures, usual }: FigureProps) {
  if (!figures) return <Value of={null} note="" />;
  return (
    <>
      {averagesOf(figures).map((average) => (
        <AverageOf
          key={average.class}
          {...average}
          usual={said(usual?.figures?.[average.class], inMinutes)}
        />
      ))}
    </>
  );
}

/** The target stands in the middle: twice the target fills the gauge. */
function AverageOf({ class: cls, minutes, n, target, usual }: Average & { usual: string | null }) {
  const w = words(managerWords);
  const name = words(lineWords).classes[cls];
  return (
    <Value
      of={minutes === null ? null : oneDecimal(minutes)}
      unit={w.minute}
      picture={minutes !== null && <Gauge share={minutes / target / 2} target={0.5} />}
      note={n > 0 ? w.averageOf(name, n, target) : w.noneServed(name)}
      usual={usual && `${usual} ${w.minute}`}
    />
  );
}

function Satisfaction({ figures, usual }: FigureProps) {
  const w = words(managerWords);
  if (!figures) return <Value of={null} note="" />;
  const { satisfaction, given } = figures.all.rating;
  return (
    <Value
      of={satisfaction === null ? null : oneDecimal(satisfaction)}
      picture={satisfaction !== null && <Gauge share={satisfaction / 100} />}
      note={given > 0 ? w.ratings(given) : w.noRatings}
      usual={said(usual?.figures?.satisfaction, oneDecimal)}
    />
  );
}

function Invitation({ figures, usual }: FigureProps) {
  const w = words(managerWords);
  if (!figures) return <Value of={null} note="" />;
  const { invitationRate, invited, done } = figures.all.rating;
  return (
    <Value
      of={invitationRate === null ? null : percent(invitationRate)}
      picture={invitationRate !== null && <Gauge share={invitationRate} />}
      note={done > 0 ? w.of(invited, done) : w.noneDone}
      usual={said(usual?.figures?.invitation, percent)}
    />
  );
}

function GaveUp({ figures, usual }: FigureProps) {
  const w = words(managerWords);
  if (!figures) return <Value of={null} note="" />;
  const { abandoned, abandonRate, tickets } = figures.all;
  return (
    <Value
      of={tickets > 0 ? abandoned : null}
      unit={abandoned > 0 ? percent(abandonRate) : undefined}
      picture={abandonRate !== null && <Gauge share={abandonRate} />}
      note={tickets > 0 ? w.ofTickets(tickets) : w.noTickets}
      usual={said(usual?.figures?.abandoned, (n) => String(Math.round(n)))}
    />
  );
}
