import { z } from 'zod';

/**
 * Ids are branded: a counter's id handed where a ticket's belongs does not compile.
 * Letters of any script are welcome in names, never in ids: ids end up in file names and addresses.
 */
const name = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/)
  // Ids are keys of plain objects: `constructor` would find what nobody put there.
  .refine((id) => !(id in {}), { message: 'this word is taken by the language itself' });

export const branchId = name.brand<'BranchId'>();
export const serviceId = name.brand<'ServiceId'>();
export const counterId = name.brand<'CounterId'>();
export const staffId = name.brand<'StaffId'>();
export const deviceId = name.brand<'DeviceId'>();
export const printerId = name.brand<'PrinterId'>();

/** What a kiosk borrows numbers under; made on its page, where it stays. */
export const loanId = z.uuid({ version: 'v7' }).brand<'LoanId'>();

/** A ticket's id: its business day and its place in that day's issue, `2026-11-23.17`. */
export const ticketId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,5}$/)
  .brand<'TicketId'>();

/** An alert's id: its business day and a running number, `2026-11-23.a4`. */
export const alertId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.a[1-9]\d{0,5}$/)
  .brand<'AlertId'>();

/** Advice that was accepted: its business day and a running number, `2026-11-23.v1`. */
export const adviceId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.v[1-9]\d{0,5}$/)
  .brand<'AdviceId'>();

/** A call for help: its business day and a running number, `2026-11-23.h2`. */
export const helpId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.h[1-9]\d{0,5}$/)
  .brand<'HelpId'>();

/** Records of a day go by its date and a letter each: `2026-11-23.m1`. */
const record = (letter: string) =>
  z.string().regex(new RegExp(`^\\d{4}-\\d{2}-\\d{2}\\.${letter}[1-9]\\d{0,5}$`));
export const meetingId = record('m').brand<'MeetingId'>();
export const presidentId = record('p').brand<'PresidentId'>();
export const trainingId = record('t').brand<'TrainingId'>();
export const noticeId = record('n').brand<'NoticeId'>();
export const complaintId = record('c').brand<'ComplaintId'>();
export const warningId = record('w').brand<'WarningId'>();
export const inspectionId = record('i').brand<'InspectionId'>();
export const correctionId = record('x').brand<'CorrectionId'>();

/** A photo goes by its content: the digest of its bytes, and what they are. */
export const photoId = z
  .string()
  .regex(/^[0-9a-f]{64}\.(jpg|png|webp)$/)
  .brand<'PhotoId'>();

/** A rectification's 整改 id: its business day and a running number, `2026-11-23.r1`. */
export const rectificationId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.r[1-9]\d{0,5}$/)
  .brand<'RectificationId'>();

/** Of good practice 先进做法 that was posted, `2026-11-23.g1`. */
export const practiceId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.g[1-9]\d{0,5}$/)
  .brand<'PracticeId'>();

/** What a center sent down 下发, the same at every branch it went to: `2026-11-23.s4`. */
export const sendingId = record('s').brand<'SendingId'>();

/** A command's id is a UUIDv7 made where the key was pressed; its first 48 bits are the time. */
export const commandId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .brand<'CommandId'>();

export const businessDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .brand<'BusinessDate'>();

/** A month of the calendar, `2026-11`. */
export const monthName = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'MonthName'>();
export type MonthName = z.infer<typeof monthName>;

export type BranchId = z.infer<typeof branchId>;
export type ServiceId = z.infer<typeof serviceId>;
export type CounterId = z.infer<typeof counterId>;
export type StaffId = z.infer<typeof staffId>;
export type DeviceId = z.infer<typeof deviceId>;
export type LoanId = z.infer<typeof loanId>;
export type PrinterId = z.infer<typeof printerId>;
export type TicketId = z.infer<typeof ticketId>;
export type AlertId = z.infer<typeof alertId>;
export type AdviceId = z.infer<typeof adviceId>;
export type HelpId = z.infer<typeof helpId>;
export type ComplaintId = z.infer<typeof complaintId>;
export type WarningId = z.infer<typeof warningId>;
export type InspectionId = z.infer<typeof inspectionId>;
export type CorrectionId = z.infer<typeof correctionId>;
export type PhotoId = z.infer<typeof photoId>;
export type MeetingId = z.infer<typeof meetingId>;
export type PresidentId = z.infer<typeof presidentId>;
export type TrainingId = z.infer<typeof trainingId>;
export type NoticeId = z.infer<typeof noticeId>;
export type RectificationId = z.infer<typeof rectificationId>;
export type PracticeId = z.infer<typeof practiceId>;
export type SendingId = z.infer<typeof sendingId>;
export type CommandId = z.infer<typeof commandId>;
export type BusinessDate = z.infer<typeof businessDate>;

export const ticketIdOf = (date: BusinessDate, ordinal: number) => `${date}.${ordinal}` as TicketId;

/** The place of a ticket in its day's issue, from 1. */
export const ordinalOf = (id: TicketId) => Number(id.slice(11));

export const dateOf = (id: TicketId) => id.slice(0, 10) as BusinessDate;

export const alertIdOf = (date: BusinessDate, n: number) => `${date}.a${n}` as AlertId;

export const adviceIdOf = (date: BusinessDate, n: number) => `${date}.v${n}` as AdviceId;

export const helpIdOf = (date: BusinessDate, n: number) => `${date}.h${n}` as HelpId;

export const complaintIdOf = (date: BusinessDate, n: number) => `${date}.c${n}` as ComplaintId;

export const warningIdOf = (date: BusinessDate, n: number) => `${date}.w${n}` as WarningId;

export const inspectionIdOf = (date: BusinessDate, n: number) => `${date}.i${n}` as InspectionId;

export const correctionIdOf = (date: BusinessDate, n: number) => `${date}.x${n}` as CorrectionId;
export const meetingIdOf = (date: BusinessDate, n: number) => `${date}.m${n}` as MeetingId;
export const presidentIdOf = (date: BusinessDate, n: number) => `${date}.p${n}` as PresidentId;
export const trainingIdOf = (date: BusinessDate, n: number) => `${date}.t${n}` as TrainingId;
export const noticeIdOf = (date: BusinessDate, n: number) => `${date}.n${n}` as NoticeId;

export const sendingIdOf = (date: BusinessDate, n: number) => `${date}.s${n}` as SendingId;

export const rectificationIdOf = (date: BusinessDate, n: number) =>
  `${date}.r${n}` as RectificationId;

export const practiceIdOf = (date: BusinessDate, n: number) => `${date}.g${n}` as PracticeId;
