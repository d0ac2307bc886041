import {
  ENOUGH,
  halfHourOf,
  type Usual,
  type UsualFigures,
} from '../../../shared/questions/usual.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import type { Branch } from '../../../shared/views/parts.ts';

/** What is usual at this moment of this weekday, and what that rests on. */
export interface UsualNow extends Pick<Usual, 'weekday' | 'days'> {
  /** null: too few such days, or none that was open at this hour. */
  readonly figures: UsualFigures | null;
}

/** Asked once a business day; null until it is known, and while no day is open. */
export function useUsual(link: Link, branch: Branch, now: number): UsualNow | null {
  const { day, dayOpen, timeZone, offset } = branch;
  const asked = dayOpen ? ({ type: 'usual.today' } as const) : null;
  const said = useQuestion(link, asked, day ?? '');
  if (!dayOpen || said.is !== 'known' || now === 0) return null;
  const { weekday, days, at } = said.answer;
  const figures = days < ENOUGH ? null : (at[halfHourOf(timeZone, now + offset)] ?? null);
  return { weekday, days, figures };
}
