import type { Complaint } from '../../care/complaints/state.ts';
import type { Rectification } from '../../care/rectifications/state.ts';
import type { BranchId } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import type { ComplaintRow } from '../board/complaints.ts';
import type { InspectionRow } from '../board/inspections.ts';
import type { BoardRow } from '../board/rectifications.ts';
import type { PersonId } from '../ids.ts';

/** 督办: what is followed over all branches of a unit. Whose work it is stays with the branch. */
export interface BoardPage {
  readonly rectifications: readonly FollowedRow[];
  readonly complaints: readonly OrderRow[];
  /** `2026-Q4`. */
  readonly quarter: string;
  readonly inspections: readonly InspectionRow[];
  /** Names of the city's own people. */
  readonly people: Readonly<Record<PersonId, string>>;
}

export interface FollowedRow extends Omit<BoardRow, 'one'> {
  readonly id: string;
  readonly track: Rectification['track'];
  readonly line: number | null;
  readonly source: Omit<Rectification['source'], 'ref'>;
  /** The name of what it is about, where the branch's settings have one. */
  readonly subject: Text | null;
  readonly due: Rectification['due'];
  readonly rolled: number;
}

export interface OrderRow extends Pick<ComplaintRow, 'level' | 'left' | 'late'> {
  readonly branch: BranchId;
  readonly id: string;
  readonly channel: Complaint['channel'];
  readonly cause: Complaint['cause'];
  readonly due: Complaint['due'];
  readonly isOver: boolean;
  /** Assigned from above. */
  readonly isSent: boolean;
}
