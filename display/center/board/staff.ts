import type { BranchNowPage } from '../../../shared/city/views/branchNow.ts';
import { words } from '../../../shared/screen/language.ts';
import { devices } from '../../../shared/words/devices.ts';

/** A branch's people as choices, `t07 柜员`: their names stay with the branch. */
export const staffOf = (now: BranchNowPage | null) =>
  (now?.staff ?? []).map(({ id, post }) => [id, `${id} ${words(devices).posts[post]}`] as const);
