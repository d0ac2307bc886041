import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../shared/screen/button.tsx';
import { lang, words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { usePress } from '../../../shared/screen/press.ts';
import { dateLine } from '../../../shared/screen/time.ts';
import type {
  RectificationCard,
  RectificationsView,
} from '../../../shared/views/rectifications.ts';
import { alerts as alertWords } from '../../../shared/words/alerts.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';
import { figureText, lineText, titleOf, trackName } from './figure.ts';
import { Plan } from './plan.tsx';
import { Say } from './say.tsx';
import { Spark } from './spark.tsx';

interface CardProps {
  readonly card: RectificationCard;
  readonly view: RectificationsView;
  readonly link: Link;
  /** The address names this one. */
  readonly isMarked: boolean;
}

/** One thing that is put right: its figure, who, until when, and the one next step. */
export function Card({ card, view, link, isMarked }: CardProps) {
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) own.current?.scrollIntoView({ block: 'center' });
  }, [isMarked]);
  return (
    <li ref={own} class={`put-right${isMarked ? ' put-right-marked' : ''}`}>
      <h3>{titleOf(card, lang.value)}</h3>
      <Figure {...{ card, view }} />
      <Terms {...{ card, view }} />
      <Steps {...{ card, view, link }} />
    </li>
  );
}

type Told = Pick<CardProps, 'card' | 'view'>;

/** The last figure large, against its line; how long it has been back. */
function Figure({ card, view }: Told) {
  const w = words(boardWords);
  const { track, line, tracked, back, stage } = card;
  if (line === null) return <p class="put-right-track">{w.measures.confirmed}</p>;
  const last = tracked.findLast((t) => t.figure !== null)?.figure ?? null;
  return (
    <div class="put-right-figure">
      <p>
        <small>{trackName(track)}</small>
        {last === null ? (
          <span class="put-right-wait">{w.noFigure}</span>
        ) : (
          <strong>{figureText(track, last)}</strong>
        )}
      </p>
      <Spark card={card} />
      <small class="put-right-line">
        <span>{lineText(track, line)}</span>
        {stage !== 'closed' && last !== null && <span>{w.back(back, view.backDays)}</span>}
      </small>
    </div>
  );
}

/** Owner, date, what was planned, and what ought not to be overlooked. */
function Terms({ card, view }: Told) {
  const w = words(boardWords);
  const a = words(alertWords);
  const { owner, plan, closed } = card;
  const name = view.people.find((p) => p.id === owner)?.name ?? owner;
  const day = (date: string) =>
    dateLine({ timeZone: 'UTC', offset: 0 }, Date.parse(`${date}T12:00Z`));
  const marks = [
    card.putOff > 0 && w.putOff(card.putOff),
    card.months > 1 && w.months(card.months),
    card.reopened > 0 && w.reopened(card.reopened),
  ].filter(Boolean);
  return (
    <div class="put-right-terms">
      <p>
        {card.ownerLeft ? <em>{w.left(owner ?? '')}</em> : (name ?? w.nobody)}
        {' · '}
        {closed ? (
          w.closedOn(dateLine(view.branch, closed.at), closed.by ?? '')
        ) : card.overdue ? (
          <em>{w.overdue(day(card.due))}</em>
        ) : (
          w.until(day(card.due))
        )}
      </p>
      {plan && (
        <p>
          {[a.causes[plan.cause], a.actions[plan.action], plan.note].filter(Boolean).join(' · ')}
        </p>
      )}
      {closed && <p>{closed.evidence}</p>}
      {marks.length > 0 && <p class="put-right-marks">{marks.join(' · ')}</p>}
    </div>
  );
}

type Doing = 'plan' | 'close' | 'reopen' | null;

/** One step is next; planning anew stays possible beside it. */
function Steps({ card, view, link }: Omit<CardProps, 'isMarked'>) {
  const w = words(boardWords);
  const press = usePress(link);
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => setDoing(null);
  const { stage, id: rectification } = card;
  const needsOwner = card.ownerLeft || card.owner === null;
  return (
    <>
      <Refusal says={press.refusal} />
      {doing === 'plan' && <Plan {...{ card, view, press }} onClose={done} />}
      {doing === 'close' && (
        <Say
          {...{ press, asks: w.evidence, does: w.close, most: 300, onClose: done }}
          command={(evidence) => ({ type: 'rectification.close', rectification, evidence })}
        />
      )}
      {doing === 'reopen' && (
        <Say
          {...{ press, asks: w.why, does: w.reopen, most: 200, onClose: done }}
          command={(why) => ({ type: 'rectification.reopen', rectification, why })}
        />
      )}
      {doing === null && (
        <div class="put-right-steps">
          {stage === 'open' && (
            <Button kind="next" onPress={() => setDoing('plan')}>
              {w.plan}
            </Button>
          )}
          {stage === 'ready' && !needsOwner && (
            <Button kind="next" onPress={() => setDoing('close')}>
              {w.close}
            </Button>
          )}
          {(stage === 'planned' || stage === 'ready') && (
            <Button kind={needsOwner ? 'next' : 'quiet'} onPress={() => setDoing('plan')}>
              {w.replan}
            </Button>
          )}
          {stage === 'closed' && (
            <Button kind="quiet" onPress={() => setDoing('reopen')}>
              {w.reopen}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
