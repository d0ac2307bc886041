import { addDays, isRealDate } from '../../calendar.ts';
import { type CareRules, careRulesOf, LAW } from '../../careRules.ts';
import type { BusinessDate } from '../../ids.ts';
import type { Settings } from '../../settings.ts';
import type { Approval } from './facts.ts';
import type { Complaint } from './state.ts';

export type DeadlineRefusal =
  | 'complaint.extendTooLate'
  | 'complaint.needsApproval'
  | 'complaint.notLater'
  | 'complaint.pastLimit'
  | 'date.ahead'
  | 'date.past'
  | 'date.unknown';

type Fault = { readonly code: DeadlineRefusal; readonly date: BusinessDate } | null;

/** The last day as it is first set: calendar days from receipt, that day not counted. */
export const firstDue = (rules: CareRules, receivedOn: BusinessDate, complex: boolean) =>
  addDays(receivedOn, complex ? rules.complexDays : rules.simpleDays);

/** The last day there can ever be. */
export const limitOf = (rules: CareRules, receivedOn: BusinessDate) =>
  addDays(receivedOn, rules.complexDays + rules.extensionDays);

/** When a complaint came in: today, or before, as far back as the law's limit reaches. */
export function faultOfReceipt(date: BusinessDate, today: BusinessDate): Fault {
  if (!isRealDate(date)) return { code: 'date.unknown', date };
  if (date > today) return { code: 'date.ahead', date };
  return date < addDays(today, -(LAW.complex + LAW.extension)) ? { code: 'date.past', date } : null;
}

/**
 * Whether the last day may be put off to `until`. Up to the days of a complex case a reason is
 * enough; beyond them it takes a superior's approval, and the complainant told in time.
 */
export function faultOfExtension(
  { receivedOn, due, openedAt: _ }: Complaint,
  until: BusinessDate,
  given: { approval: Approval | undefined; today: BusinessDate; settings: Settings },
): Fault {
  const { approval, today, settings } = given;
  const rules = careRulesOf(settings);
  if (!isRealDate(until)) return { code: 'date.unknown', date: until };
  if (today > due) return { code: 'complaint.extendTooLate', date: due };
  if (until <= due) return { code: 'complaint.notLater', date: due };
  const limit = limitOf(rules, receivedOn);
  if (until > limit) return { code: 'complaint.pastLimit', date: limit };
  const without = addDays(receivedOn, rules.complexDays);
  if (until > without && !approval) return { code: 'complaint.needsApproval', date: without };
  if (!approval) return null;
  const { toldOn } = approval;
  if (!isRealDate(toldOn)) return { code: 'date.unknown', date: toldOn };
  if (toldOn > today) return { code: 'date.ahead', date: toldOn };
  return toldOn < receivedOn ? { code: 'date.past', date: toldOn } : null;
}
