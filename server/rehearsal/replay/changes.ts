import type { AlertLine, Settings } from '../../../shared/settings.ts';
import { Plain } from '../../plainly.ts';
import type { SimulationOptions } from './simulated.ts';

const LINES = ['premium', 'ordinary'] as const;
const RULES = ['passedOverAtMost', 'ordinaryBetweenPremium'] as const;

export type Lines = Readonly<Partial<Record<(typeof LINES)[number], number>>>;

/**
 * What `--lines` and `--rules` ask for; undefined where neither was given.
 *
 * @throws Plain when one of them makes no sense
 */
export function changeOf(asked: {
  readonly lines: string | undefined;
  readonly rules: string | undefined;
}): SimulationOptions['change'] {
  if (asked.lines === undefined && asked.rules === undefined) return undefined;
  const lines = pairs('lines', asked.lines, LINES, 1);
  const rules = pairs('rules', asked.rules, RULES, 0);
  return (settings) => ({
    ...withLines(settings, lines),
    rules: { ...settings.rules, ...rules },
  });
}

/** Only orange decides who is next; the other two stand around it. */
export function withLines(settings: Settings, lines: Lines): Settings {
  const own = Object.entries(lines).map(([cls, seconds]) => [cls, lineAt(seconds)] as const);
  return { ...settings, lines: { ...settings.lines, ...Object.fromEntries(own) } };
}

const lineAt = (orange: number): AlertLine => ({
  yellow: Math.floor(orange / 2),
  orange,
  red: orange * 2,
});

function pairs<K extends string>(
  option: string,
  text: string | undefined,
  names: readonly K[],
  least: number,
): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  for (const pair of text?.split(',') ?? []) {
    const [key, value = ''] = pair.split('=');
    const name = names.find((known) => known === key);
    const number = Number(value);
    if (!name || !/^\d{1,5}$/.test(value) || number < least)
      throw new Plain(`--${option} "${text}" is not known: write ${example(names)}.`);
    found[name] = number;
  }
  return found;
}

const example = (names: readonly string[]) => names.map((name) => `${name}=60`).join(',');
