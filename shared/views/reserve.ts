import type { BusinessDate, LoanId } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { letterOf } from '../visit/lent.ts';
import type { Visit } from '../visit/state.ts';

/** What a kiosk needs to go on without the hub; it keeps this part on its own disk. */
export interface Reserve {
  readonly date: BusinessDate | null;
  /** Today's loans of all kiosks; each knows its own. */
  readonly loans: Readonly<Record<LoanId, readonly LentRange[]>>;
  /** The letter of each service for whoever showed no card, and for whoever showed one. */
  readonly letters: Readonly<Record<string, { readonly ordinary: string; premium: string }>>;
  /** When its own day ends and its doors shut. */
  readonly hours: Settings['hours'];
  readonly dayEnds: string;
}

export interface LentRange {
  readonly letter: string;
  readonly from: number;
  readonly to: number;
}

export const reservePart = ({ settings, day, loans }: Visit): Reserve => ({
  date: day?.open ? day.date : null,
  loans: Object.fromEntries(
    Object.entries(loans).map(([id, { blocks }]) => [id, blocks.map(({ handed: _, ...b }) => b)]),
  ),
  letters: Object.fromEntries(
    settings.services.map(({ id }) => [
      id,
      {
        ordinary: letterOf(settings, id, 'ordinary'),
        premium: letterOf(settings, id, 'premium'),
      },
    ]),
  ),
  hours: settings.hours,
  dayEnds: settings.rules.dayEnds,
});
