import type { NoticeId, StaffId } from '../../ids.ts';
import type { NoticeKind } from './commands.ts';

type Of<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly notice: NoticeId;
} & Readonly<Body>;

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
      }
    >
  | Of<'notice.withdrawn'>
  | Of<'notice.read', { person: StaffId }>;
