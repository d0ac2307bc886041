import type { CounterCell } from '../views/parts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { counter as counterWords } from '../words/counter.ts';
import './cells.css';
import { pick, words } from './language.ts';
import { TicketNumber } from './number.tsx';
import { runningTime } from './time.ts';

interface CounterCellsProps {
  readonly cells: readonly CounterCell[];
  readonly now: number;
  /** Where a counter's own page is, on a screen that has one. */
  readonly address?: (counter: CounterCell['id']) => string;
}

/** The counters as a row of cells: who is there, what is being done, how long already. */
export function CounterCells({ cells, now, address }: CounterCellsProps) {
  return (
    <ul class="cells">
      {cells.map((cell) => (
        <Cell key={cell.id} cell={cell} now={now} address={address?.(cell.id)} />
      ))}
    </ul>
  );
}

interface CellProps {
  readonly cell: CounterCell;
  readonly now: number;
  readonly address: string | undefined;
}

function Cell({ cell, now, address }: CellProps) {
  const { doing, number, usual } = cell;
  const since = doing ? cell.doingSince : cell.since;
  const ms = since > 0 ? Math.max(0, now - since) : 0;
  const share = usual ? Math.min(1, ms / 1000 / usual) : 0;
  return (
    <li class="cell" data-is={doing ?? cell.situation.is}>
      <p class="cell-name">{address ? <a href={address}>{pick(cell.name)}</a> : pick(cell.name)}</p>
      <p class="cell-who">{number ? <TicketNumber value={number} /> : stateOf(cell)}</p>
      <p class="cell-time">
        {number && <span>{stateOf(cell)}</span>}
        {since > 0 && cell.situation.is !== 'closed' && <span>{runningTime(ms)}</span>}
      </p>
      {/* Against its usual duration; how far over it is, the time says. */}
      <div
        class="cell-share"
        title={usual ? words(alertWords).usual(runningTime(usual * 1000)) : ''}
      >
        <i style={{ transform: `scaleX(${share})` }} />
      </div>
    </li>
  );
}

function stateOf({ doing, situation }: CounterCell): string {
  const w = words(alertWords);
  if (doing) return w.doing[doing];
  if (situation.is === 'paused') return words(counterWords).pauseReasons[situation.reason];
  return w.situation.closed;
}
