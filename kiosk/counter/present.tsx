import { pick, words } from '../../shared/screen/language.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { clockTime, runningTime } from '../../shared/screen/time.ts';
import type { CounterView, Present as PresentTicket } from '../../shared/views/counter.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import './present.css';

/** Who is at the counter now, with the three times; or why nobody is. */
export function Present({ view, now }: { view: CounterView; now: number }) {
  const { present } = view;
  if (!present) return <Nobody view={view} />;
  return (
    <div class="present">
      <PresentHead present={present} view={view} />
      <TicketNumber value={present.number} size="number" />
      <Times present={present} now={now} />
    </div>
  );
}

function PresentHead({ present, view }: { present: PresentTicket; view: CounterView }) {
  const w = words(counterWords);
  const service = view.services.find((s) => s.id === present.service);
  const calls = present.doing === 'called' && present.times > 1 ? w.calls(present.times) : null;
  const said = [
    words(lineWords).classes[present.class],
    service && pick(service.name),
    calls ?? (present.invited ? w.invited : null),
  ];
  return (
    <p class="present-head">
      <strong>{w.doing[present.doing]}</strong>
      <span>{said.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** Times that have ended stand still and step back. */
function Times({ present, now }: { present: PresentTicket; now: number }) {
  const w = words(counterWords).times;
  const { waited, waitFrom, calledAt, startedAt } = present;
  const times = [
    { name: w.waited, ms: waited ?? now - waitFrom, runs: waited === null },
    { name: w.called, ms: (startedAt ?? now) - calledAt, runs: startedAt === null },
    { name: w.serving, ms: startedAt === null ? null : now - startedAt, runs: startedAt !== null },
  ];
  return (
    <dl class="times">
      {times.map(({ name, ms, runs }) => (
        <div key={name} data-runs={runs || undefined}>
          <dt>{name}</dt>
          <dd>{ms === null ? '–' : runningTime(ms)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Nobody({ view }: { view: CounterView }) {
  const w = words(counterWords);
  const { situation, since, branch } = view;
  const is = situation.is === 'open' ? 'free' : situation.is;
  const reason = situation.is === 'paused' ? w.pauseReasons[situation.reason] : null;
  const from = since > 0 && is !== 'free' ? w.since(clockTime(branch, since)) : null;
  return (
    <div class="present present-nobody">
      <p class="present-state">{w.situation[is]}</p>
      <p class="present-head">
        {[reason, from].filter(Boolean).join(' · ') ||
          (view.waiting > 0 && w.waiting(view.waiting))}
      </p>
    </div>
  );
}
