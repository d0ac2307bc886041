import { words } from '../../shared/screen/language.ts';
import { type PrinterCondition, prints } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';

type Wrong = Exclude<PrinterCondition, 'ok' | 'paperLow'>;

/** The customer: take it, or remember the number. `null`: there is no printer. */
export function paperWords(is: PrinterCondition | null, otherwise: string): string {
  const w = words(kiosk).paper;
  if (is === null) return otherwise;
  return prints(is) ? w.take : w[is as Wrong];
}

/** The kiosk's standing note, in the place of how to take a number, while no paper comes out. */
export const takeWords = (is: PrinterCondition | null, otherwise: string): string =>
  is === null || prints(is) ? otherwise : words(kiosk).paper.none;
