import type { LobbyCommand } from '../../shared/lobby.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { LevelSign } from '../../shared/screen/level.tsx';
import { Line } from '../../shared/screen/line.tsx';
import { reachOf } from '../../shared/screen/lineLayout.ts';
import type { Link } from '../../shared/screen/link.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { runningTime } from '../../shared/screen/time.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import type { Mark } from '../../shared/views/parts.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import './queue.css';
import type { Step } from './step.ts';

interface QueueProps {
  readonly link: Link;
  readonly view: CounterView;
  readonly now: number;
  readonly step: Step;
  readonly busy: boolean;
  readonly onCall: (command: LobbyCommand) => void;
}

/** The line this counter serves, the next five in the rule's order, and those on hold. */
export function Queue({ link, view, now, step, busy, onCall }: QueueProps) {
  const w = words(counterWords);
  const { next, held, waiting } = view;
  // Whoever can call the next one can call any one; on hold, too, when nobody waits.
  const mayCall = step.command.type === 'call.next' && step.held?.by !== 'gap' && !busy;
  const row = (mark: Mark) => (
    <Row
      key={mark.ticket}
      {...{ mark, view, now, mayCall }}
      onCall={() => onCall({ type: 'call.ticket', counter: view.id, ticket: mark.ticket })}
    />
  );
  return (
    <section class="queue">
      <Line link={link} marks={view.line} size="small" next={next[0]?.ticket} />
      <div class="queue-lists">
        {next.length > 0 && (
          <div>
            <h2>
              {w.next} <span>{w.waiting(waiting)}</span>
            </h2>
            <ul>{next.map(row)}</ul>
          </div>
        )}
        {held.length > 0 && (
          <div>
            <h2>{w.held}</h2>
            <ul>{held.map(row)}</ul>
          </div>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly mark: Mark;
  readonly view: CounterView;
  readonly now: number;
  readonly mayCall: boolean;
  readonly onCall: () => void;
}

function Row({ mark, view, now, mayCall, onCall }: RowProps) {
  const w = words(counterWords);
  const service = view.services.find((s) => s.id === mark.service);
  const waited = now - mark.from;
  const reach = reachOf(waited / 1000, mark.line);
  return (
    <li>
      <button type="button" class="row" disabled={!mayCall} onClick={onCall}>
        <i class={`shape shape-${mark.class}`} title={words(lineWords).classes[mark.class]} />
        <TicketNumber value={mark.number} />
        <span class="row-time">{runningTime(waited)}</span>
        <span>{reach !== 'within' && <LevelSign level={reach} bare />}</span>
        <span class="row-service">
          {service && pick(service.name)}
          {mark.returned && <em>{w.returned}</em>}
        </span>
      </button>
    </li>
  );
}
