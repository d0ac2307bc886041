import { calibration } from '../../shared/screen/calibration/calibration.ts';
import { lang } from '../../shared/screen/language.ts';

/** How many readable lines a panel must hold across for each part beside the calls themselves. */
const NEEDS = { services: 9.5, foot: 11.5, counters: 22 } as const;

/** A line's height in parts of the reading distance, as in the style: Chinese fills more of it. */
const LINE = { zh: 1 / 135, en: 1 / 109 } as const;

/**
 * Whether a part has room on this panel, read from this far: what cannot be read from the last row
 * gives its place to the calls.
 */
export function fits(part: keyof typeof NEEDS): boolean {
  const { pxPerMm, distance } = calibration.value;
  const line = distance * pxPerMm * LINE[lang.value];
  return Math.min(innerWidth, innerHeight) / line >= NEEDS[part];
}
