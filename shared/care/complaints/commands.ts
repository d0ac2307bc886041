import { z } from 'zod';
import { businessDate, complaintId, serviceId, staffId, ticketId, warningId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';

/** 渠道: how a complaint came in. */
export const channel = z.enum([
  'onSite',
  'phone',
  'letter',
  'hotline',
  'online',
  'superior',
  'regulator',
  'other',
]);
export type Channel = z.infer<typeof channel>;

/** 原因: 服务态度 is a class of its own; the others follow JR/T 0169-2018 in words, its codes are not public. */
export const complaintCause = z.enum([
  'attitude',
  'quality',
  'facilities',
  'process',
  'marketing',
  'disclosure',
  'returns',
  'freeChoice',
  'contract',
  'fundSafety',
  'infoSafety',
  'other',
]);
export type ComplaintCause = z.infer<typeof complaintCause>;

/** 根因: what was really behind it. */
export const rootCause = z.enum([
  'conduct',
  'skill',
  'staffing',
  'process',
  'system',
  'product',
  'environment',
  'misunderstanding',
  'other',
]);
export type RootCause = z.infer<typeof rootCause>;

/** 化解层级: on the spot, within the bank's own systems, or with the supervisor; it only rises. */
export const containment = z.enum(['onSite', 'inBank', 'regulator']);
export type Containment = z.infer<typeof containment>;

/** One line of what happened or was done; nothing of a customer's identity. */
export const note = plainLine(1, 300);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });
const of = { complaint: complaintId };
const people = z.array(staffId).max(10);

/** 投诉工单: what staff press. */
export const complaintCommands = [
  command('complaint.open', {
    channel,
    cause: complaintCause,
    service: serviceId.optional(),
    /** The number in the bank's own system. */
    reference: z.string().max(40).optional(),
    ticket: ticketId.optional(),
    /** 首问: whom the customer turned to first; whoever is signed in, if left out. */
    firstAsked: staffId.optional(),
    /** Who handles it; the first asked, if left out. */
    owner: staffId.optional(),
    /** 被投诉人. */
    about: people.optional(),
    /** 涉事人: whoever had a part in it. */
    involved: people.optional(),
    complex: z.literal(true).optional(),
    /** Today, if left out. */
    receivedOn: businessDate.optional(),
    note: note.optional(),
    /** The early warning it came of. */
    warning: warningId.optional(),
  }),
  command('complaint.contact', { ...of, note: note.optional() }),
  command('complaint.plan', { ...of, note }),
  command('complaint.handOver', { ...of, to: staffId }),
  command('complaint.accept', of),
  command('complaint.decline', { ...of, note: note.optional() }),
  command('complaint.involve', { ...of, person: staffId, as: z.enum(['about', 'involved']) }),
  command('complaint.escalate', { ...of, to: containment }),
  command('complaint.extend', {
    ...of,
    until: businessDate,
    reason: note,
    /** 上级批准: needed for the last extension. */
    approval: z
      .strictObject({ post: plainLine(1, 40), id: staffId, toldOn: businessDate })
      .optional(),
  }),
  command('complaint.note', { ...of, note }),
  command('complaint.close', {
    ...of,
    root: rootCause,
    /** 整改措施: what keeps it from happening again. */
    action: note,
    /** What was found behind it, where the class does not say enough. */
    found: note.optional(),
    /** Followed up as a rectification 整改. */
    rectify: z.literal(true).optional(),
  }),
  command('complaint.withdraw', { ...of, note: note.optional() }),
] as const;

export const complaintCommand = z.discriminatedUnion('type', complaintCommands);
export type ComplaintCommand = z.infer<typeof complaintCommand>;
export type ComplaintCommandOf<T extends ComplaintCommand['type']> = Extract<
  ComplaintCommand,
  { type: T }
>;
