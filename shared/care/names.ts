import type { StaffId } from '../ids.ts';
import type { CareContext } from './context.ts';

export type NameRefusal = 'member.left' | 'member.unknown';

/** The first of those named who does not work here now: whoever left could answer to nobody. */
export function faultOfNames(
  named: readonly StaffId[],
  { standing }: Pick<CareContext, 'standing'>,
): { readonly code: NameRefusal; readonly who: string } | null {
  for (const who of named) {
    const stands = standing(who);
    if (stands !== 'here') return { code: `member.${stands}`, who };
  }
  return null;
}
