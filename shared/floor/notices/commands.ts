import { z } from 'zod';
import { noticeId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';

/** 通报, 通知, 警示. */
export const noticeKind = z.enum(['bulletin', 'notice', 'warning']);
export type NoticeKind = z.infer<typeof noticeKind>;

export const noticeCommands = [
  z.strictObject({
    type: z.literal('notice.post'),
    kind: noticeKind,
    title: plainLine(1, 80),
    /** Paragraphs, one line of text each. */
    lines: z.array(plainLine(1, 300)).max(12),
    /** The problem it is about, so that repeats are seen; none for plain news. */
    tag: plainLine(1, 24).optional(),
  }),
  z.strictObject({ type: z.literal('notice.withdraw'), notice: noticeId }),
  /** 已阅, by whoever is signed in where it is pressed. */
  z.strictObject({ type: z.literal('notice.read'), notice: noticeId }),
] as const;

const noticeCommand = z.discriminatedUnion('type', noticeCommands);
export type NoticeCommand = z.infer<typeof noticeCommand>;
export type NoticeCommandOf<T extends NoticeCommand['type']> = Extract<NoticeCommand, { type: T }>;
