import type { BranchId, MonthName, SendingId } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import type { Received } from '../board/readers.ts';
import type { Circular } from '../circulars/state.ts';

/** 通报 of a unit, the newest first, and how each stands at the branches it went to. */
export interface CircularsPage {
  readonly circulars: readonly CircularRow[];
}

export interface CircularRow extends Circular {
  readonly month: MonthName;
  /** 文号. */
  readonly number: Text;
  readonly texts: { readonly zh: GroupTexts; readonly en: GroupTexts };
  /** What goes down to the branches: all of it that a notice holds. */
  readonly lines: readonly string[];
  /** null: not sent down yet. */
  readonly sending: SendingId | null;
  readonly received: readonly (Pick<Received, 'branch' | 'arrived' | 'refused'> & {
    readonly read: number;
    readonly unread: number | null;
  })[];
  /** Whom it goes to when it is sent: every branch it tells of. */
  readonly branches: readonly BranchId[];
}

/** Texts to be copied into the group: 通报, 通知, and 警示 to single branches. */
interface GroupTexts {
  readonly circular: string;
  readonly notice: string;
  readonly warnings: readonly { readonly branch: string; readonly text: string }[];
}
