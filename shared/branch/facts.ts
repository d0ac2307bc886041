import type { StaffId } from '../ids.ts';

/**
 * What stands beside the settings, staff and PINs that the same entry brings: that they came as one set-up,
 * which can be set back as one.
 */
export type BranchFact =
  | { readonly type: 'branch.setUp'; readonly at: number; readonly staff: readonly StaffId[] }
  | { readonly type: 'branch.setBack'; readonly at: number };
