import type { MonthName, NoticeId, SendingId, StaffId } from '../../ids.ts';
import type { NoticeKind } from './commands.ts';

type Of<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly notice: NoticeId;
} & Readonly<Body>;

/** What comes with a notice from the center 市分行. */
export interface FromCenter {
  readonly sent: SendingId;
  /** 文号. */
  readonly number?: string;
  readonly file?: NoticeFile;
  readonly figures?: LateHours;
}

/** The document it stands for; the center hands it out. */
export interface NoticeFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A branch's own waits over the line in a month, and its worst half-hours. */
export interface LateHours {
  readonly month: MonthName;
  /** Waits measured, and how many of them were over orange. */
  readonly n: number;
  readonly late: number;
  /** Share of waits over orange above which a branch is told. */
  readonly line: number;
  /** Half-hours `HH:MM`, the worst first. */
  readonly hours: readonly { readonly at: string; readonly n: number; readonly late: number }[];
}

export type NoticeFact =
  | Of<
      'notice.posted',
      {
        kind: NoticeKind;
        title: string;
        lines: readonly string[];
        tag?: string | undefined;
        by: StaffId | null;
        /** What it was posted as, and the how manyth about its problem, once repeats made it a warning. */
        escalated?: { readonly from: NoticeKind; readonly times: number };
      } & Partial<FromCenter>
    >
  /** With a reason where the center took back what it had sent: that stays on the board. */
  | Of<'notice.withdrawn', { why?: string }>
  | Of<'notice.read', { person: StaffId }>;
