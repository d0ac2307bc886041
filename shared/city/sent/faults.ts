import { addDays, isRealDate } from '../../calendar.ts';
import { badReference } from '../../care/complaints/reference.ts';
import { looksLikeIdentity } from '../../care/identity.ts';
import { LAW } from '../../careRules.ts';
import type { SentBodyOf } from '../../down/item.ts';
import { STANDARD } from '../../floor/inspections/standard.ts';
import type { BusinessDate } from '../../ids.ts';
import { no } from './refusals.ts';

type Fault = ReturnType<typeof no> | null;

/** Nothing of a customer's identity goes down to a branch, either. */
export const faultOfText = (texts: readonly (string | undefined)[]): Fault =>
  texts.some((text) => text && looksLikeIdentity(text)) ? no('sent.identity') : null;

/** How long after its day an inspection may be entered. */
const LATE = 62;

/** The city inspects by the standard checklist: each item once, and never more points than it has. */
export function faultOfInspection(
  body: Omit<SentBodyOf<'inspection'>, 'kind' | 'inspector'>,
  today: BusinessDate,
): Fault {
  const { on, checklist, marks, modules } = body;
  if (!isRealDate(on) || on > today || on < addDays(today, -LATE)) return no('sent.dateWrong');
  if (checklist !== STANDARD.version) return no('sent.markWrong', { item: checklist });
  const wrong = marks.find((mark, i) => {
    const item = STANDARD.items.find(({ id }) => id === mark.item);
    const isTwice = marks.findIndex((other) => other.item === mark.item) !== i;
    return !item || isTwice || !modules.includes(item.module) || mark.points > item.points;
  });
  if (wrong) return no('sent.markWrong', { item: wrong.item });
  return faultOfText(marks.map(({ remark }) => remark));
}

/** The law's days count from receipt; whoever it is about does not handle it. */
export function faultOfComplaint(
  body: Omit<SentBodyOf<'complaint'>, 'kind'>,
  today: BusinessDate,
): Fault {
  const { receivedOn, due, owner, about = [], reference, note, complex } = body;
  const oldest = addDays(today, -(LAW.complex + LAW.extension));
  if (!isRealDate(receivedOn) || receivedOn > today || receivedOn < oldest)
    return no('sent.dateWrong');
  const last = addDays(receivedOn, complex ? LAW.complex : LAW.simple);
  if (due && (!isRealDate(due) || due < today || due > last)) return no('sent.dateWrong');
  if (owner && about.includes(owner)) return no('sent.ownerInterested');
  if (reference && badReference(reference)) return no('sent.badReference');
  return faultOfText([note]);
}
