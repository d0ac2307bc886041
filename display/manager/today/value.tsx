import type { ComponentChildren } from 'preact';
import { words } from '../../../shared/screen/language.ts';
import { past as pastWords } from '../../../shared/words/past.ts';

interface ValueProps {
  /** null: nothing to say yet; then the note says why. */
  readonly of: string | number | null;
  readonly unit?: string | undefined;
  /** A thin picture of the value between it and its note. */
  readonly picture?: ComponentChildren;
  readonly note: ComponentChildren;
  /** What it usually is at this hour of this weekday, ready to be read; null: nothing is usual. */
  readonly usual?: string | null;
}

/** A figure in rows that all six share: the value, its picture, its note, what is usual. */
export function Value({ of: value, unit, picture, note, usual }: ValueProps) {
  return (
    <span class="value">
      <b data-none={value === null || undefined}>
        {value ?? '–'}
        {unit && value !== null && <i class="unit">{unit}</i>}
      </b>
      <span class="picture">{picture}</span>
      <span class="note">{note}</span>
      {usual && <span class="usual">{words(pastWords).usual(usual)}</span>}
    </span>
  );
}

interface GaugeProps {
  /** 0…1 of the whole width. */
  readonly share: number;
  /** Where the target stands, 0…1. */
  readonly target?: number;
}

export function Gauge({ share, target }: GaugeProps) {
  const width = `${(Math.min(1, share) * 100).toFixed(1)}%`;
  return (
    <span class="gauge" aria-hidden="true">
      <i style={{ width }} />
      {target !== undefined && <u style={{ left: `${target * 100}%` }} />}
    </span>
  );
}
