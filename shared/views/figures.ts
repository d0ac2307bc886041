import type { Lobby } from '../lobby.ts';
import type { Settings } from '../settings.ts';
import { terminalOffUntil } from '../visit/evolveCounter.ts';
import { type Measures, measureByClass } from '../visit/measures.ts';
import { rowsOf } from '../visit/table.ts';
import type { TicketClass } from '../visit/ticket.ts';

/** Today's measures so far: every definition in DOMAIN's sense, per class and together. */
export interface FiguresView {
  readonly day: string | null;
  readonly targets: Settings['targets'];
  readonly lines: Settings['lines'];
  readonly minimumSample: Settings['minimumSample'];
  readonly classes: Partial<Record<TicketClass, Measures>>;
  readonly all: Measures;
  /** Milliseconds that open counters were without a rating terminal. */
  readonly terminalOff: number;
  readonly restarts: number;
}

/** Shares above these seconds are given: every line and target of the settings. */
export function thresholds({ lines, targets }: Settings): number[] {
  const all = [...Object.values(lines).flatMap((l) => Object.values(l)), ...Object.values(targets)];
  return [...new Set(all)].sort((a, b) => a - b);
}

export function figuresView({ visit }: Lobby, at: number): FiguresView {
  const { settings, restarts } = visit;
  const { points } = settings.rating;
  const off = Object.values(visit.counters).map((c) => terminalOffUntil(c, at));
  return {
    day: visit.day?.date ?? null,
    targets: settings.targets,
    lines: settings.lines,
    minimumSample: settings.minimumSample,
    ...measureByClass(rowsOf(visit.tickets), { over: thresholds(settings), points, restarts }),
    terminalOff: off.reduce((sum, ms) => sum + ms, 0),
    restarts: restarts.length,
  };
}
