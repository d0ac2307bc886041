import { useState } from 'preact/hooks';
import type { PresidentVisit } from '../../../shared/floor/presidents/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { duties as dutyWords } from '../../../shared/words/duties.ts';
import { sayDate } from './figures.tsx';
import { HereNow } from './here.tsx';
import type { RoomProps } from './page.tsx';
import { Arrive, StayForm } from './stayForm.tsx';

/** 行长坐堂: who is here, what is due, what is planned, and the log. */
export function PresidentsPage({ link }: RoomProps) {
  const w = words(dutyWords);
  const view = link.view({ name: 'meetings' }).value?.view ?? null;
  const [form, open] = useState<'plan' | 'enter' | null>(null);
  if (!view) return null;
  const { visits, dues } = view.presidents;
  const here = visits.filter((v) => v.situation.is === 'here');
  const turn = (name: 'plan' | 'enter') => open(form === name ? null : name);
  return (
    <div class="room">
      <section class="part" aria-label={w.presidents}>
        {dues.length === 0 && <p class="quiet">{w.noCadence}</p>}
        <ul class="lines dues">
          {dues.map((d) => (
            <li key={`${d.as} ${d.per}`}>
              <strong>
                {w.per[d.per]} · {w.due(d.as, d.kept, d.times)}
              </strong>
              <small>
                {[d.minutes > 0 && w.atLeast(d.minutes), d.planned > 0 && w.more(d.planned)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
        {here.map((v) => (
          <HereNow key={v.id} {...{ link, visit: v }} />
        ))}
        {view.branch.dayOpen && <Arrive {...{ link, view, isNext: here.length === 0 }} />}
        <div class="chips">
          <Button pressed={form === 'plan'} onPress={() => turn('plan')}>
            {w.plan}
          </Button>
          <Button pressed={form === 'enter'} onPress={() => turn('enter')}>
            {w.enter}
          </Button>
        </div>
        {form && <StayForm key={form} {...{ link, view, how: form }} onDone={() => open(null)} />}
      </section>
      <Log {...{ link, view, visits }} />
    </div>
  );
}

interface LogProps {
  readonly link: Link;
  readonly view: MeetingsView;
  readonly visits: readonly PresidentVisit[];
}

function Log({ link, view, visits }: LogProps) {
  const w = words(dutyWords);
  const listed = visits
    .filter((v) => v.situation.is !== 'here')
    .toSorted((a, b) => `${b.date}${b.from}`.localeCompare(`${a.date}${a.from}`));
  return (
    <section class="part" aria-label={w.log}>
      <h2>{w.log}</h2>
      {listed.length === 0 && <Empty says={w.nothing} />}
      <ul class="lines">
        {listed.map((v) => (
          <Stay key={v.id} {...{ link, visit: v, isToday: v.date === view.today }} />
        ))}
      </ul>
    </section>
  );
}

interface StayProps {
  readonly link: Link;
  readonly visit: PresidentVisit;
  readonly isToday: boolean;
}

function Stay({ link, visit, isToday }: StayProps) {
  const w = words(dutyWords);
  const { busy, refusal, run } = useAsk();
  const { id, as, situation } = visit;
  const drop = () => void run(() => link.send({ type: 'president.drop', visit: id }));
  const begin = () => void run(() => link.send({ type: 'president.arrive', as, visit: id }));
  return (
    <li>
      <div class="line-row">
        <strong>{as}</strong>
        <span>
          {sayDate(visit.date)} {visit.from}
          {'to' in situation && `–${situation.to}`}
        </span>
        <span>{lengthOf(visit)}</span>
        {situation.is === 'planned' && (
          <span class="line-do">
            {isToday && <Button {...{ busy, onPress: begin }}>{w.begin}</Button>}
            <Button {...{ kind: 'quiet', busy, onPress: drop }}>{w.drop}</Button>
          </span>
        )}
      </div>
      {situation.is === 'over' && situation.solved.map((line) => <small key={line}>{line}</small>)}
      <Refusal says={refusal} />
    </li>
  );
}

function lengthOf({ situation }: PresidentVisit): string {
  const w = words(dutyWords);
  if (situation.is === 'planned') return w.planned;
  if (situation.is !== 'over') return w.forgotten;
  const minutes = w.minutes(Math.floor(situation.seconds / 60));
  return situation.measured ? minutes : `${minutes} · ${w.byHand}`;
}
