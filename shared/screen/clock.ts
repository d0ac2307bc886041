import type { Branch } from '../views/parts.ts';

export type Place = Pick<Branch, 'timeZone' | 'offset'>;

/** A format takes longer to make than to use. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numbers = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...numbers });
  clocks.set(timeZone, made);
  return made;
}

/** `09:05` on the branch's wall at a hub time. */
export const clockTime = ({ timeZone, offset }: Place, at: number): string =>
  clockOf(timeZone).format(at + offset);
