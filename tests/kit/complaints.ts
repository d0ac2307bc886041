import type { Settings } from '../../shared/settings.ts';
import { type Story, story } from './story.ts';

const STAFF = [
  ['t1', 'teller'],
  ['t2', 'teller'],
  ['l1', 'lobbyManager'],
  ['s1', 'serviceSpecialist'],
  ['b1', 'branchManager'],
] as const;

/** A branch with its people; the service specialist is signed in. */
export function employed(change: Partial<Settings> = {}): Story {
  const day = story(change);
  for (const [person, post] of STAFF) day.does({ type: 'staff.add', person, post });
  return as(day, 's1');
}

/** From here on somebody else presses. */
export function as(day: Story, person: string | null): Story {
  day.person = person;
  return day;
}

/** The first complaint of the first day. */
export const FIRST = '2026-11-23.c1';
const first = { complaint: FIRST };

type More = { readonly [field: string]: unknown };

/** `l1` was turned to first, at the counter of `t1`, whom the complaint is about. */
export const opens = (day: Story, more: More = {}) =>
  day.does({
    ...{ type: 'complaint.open', channel: 'hotline', cause: 'attitude', firstAsked: 'l1' },
    ...{ about: ['t1'], ...more },
  });
export const contacts = (day: Story) => day.does({ type: 'complaint.contact', ...first });
export const plans = (day: Story, note = '致歉并回访') =>
  day.does({ type: 'complaint.plan', ...first, note });
export const closes = (day: Story) =>
  day.does({ type: 'complaint.close', ...first, root: 'conduct', action: '服务规范培训' });
export const offers = (day: Story, to: string) =>
  day.does({ type: 'complaint.handOver', ...first, to });
export const accepts = (day: Story) => day.does({ type: 'complaint.accept', ...first });
export const extend = (day: Story, until: string, approval?: More) =>
  day.does({
    ...{ type: 'complaint.extend', ...first, until, reason: '须调阅录像' },
    ...(approval && { approval: approval as never }),
  });
export const APPROVED = { post: '分行运管部负责人', id: 'c9', toldOn: '2026-12-20' };

export function order(day: Story, n = 1) {
  const found = day.lobby.care.complaints.orders[n - 1];
  if (!found) throw new Error(`there is no complaint ${n}`);
  return found;
}
export function warning(day: Story, n = 1) {
  const found = day.lobby.care.warnings.all[n - 1];
  if (!found) throw new Error(`there is no early warning ${n}`);
  return found;
}
