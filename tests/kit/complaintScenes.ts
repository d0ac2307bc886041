import type { ComplaintRefusal } from '../../shared/care/complaints/refusals.ts';
import type { WarningRefusal } from '../../shared/care/warnings/decide.ts';
import {
  APPROVED,
  accepts,
  as,
  closes,
  contacts,
  employed,
  extend,
  FIRST,
  offers,
  opens,
  plans,
} from './complaints.ts';
import type { Story } from './story.ts';

type Scene = readonly [Story, (day: Story) => unknown];
type Code = Exclude<
  ComplaintRefusal | WarningRefusal,
  'day.closed' | 'service.unknown' | 'ticket.unknown'
>;

const opened = (more = {}) => opens(employed(), more);
const sees = (day: Story) => day.does({ type: 'warning.raise', note: '客户情绪激动' });
const warning = { warning: '2026-11-23.w1' };
const ends = (day: Story) =>
  day.does({ type: 'warning.close', ...warning, action: 'spokeToCustomer' });

/** Each refusal about complaints and early warnings, met. */
export const complaintScenes: Record<Code, Scene> = {
  'complaint.badReference': [employed(), (d) => opens(d, { reference: '13812345678' })],
  'complaint.contained': [
    opened(),
    (d) => d.does({ type: 'complaint.escalate', complaint: FIRST, to: 'onSite' }),
  ],
  'complaint.extendTooLate': [
    opened().at('2026-12-09 09:00').ticks(),
    (d) => extend(d, '2026-12-20'),
  ],
  'complaint.interested': [as(opened(), 't1'), plans],
  'complaint.needsApproval': [opened(), (d) => extend(d, '2026-12-24')],
  'complaint.needsOwner': [as(employed(), null), (d) => opens(d, { firstAsked: undefined })],
  'complaint.notContacted': [opened(), closes],
  'complaint.notLater': [opened(), (d) => extend(d, '2026-12-08')],
  'complaint.notOffered': [opened(), accepts],
  'complaint.notYours': [offers(opened(), 'b1'), accepts],
  'complaint.over': [closes(contacts(opened())), plans],
  'complaint.ownerInterested': [employed(), (d) => opens(d, { about: ['l1'] })],
  'complaint.pastLimit': [opened(), (d) => extend(d, '2027-01-23', APPROVED)],
  'complaint.sameOwner': [opened(), (d) => offers(d, 'l1')],
  'complaint.storyFull': [
    Array.from({ length: 199 }).reduce<Story>(
      (d) => d.does({ type: 'complaint.note', complaint: FIRST, note: '回访' }),
      opened(),
    ),
    (d) => d.does({ type: 'complaint.note', complaint: FIRST, note: '回访' }),
  ],
  'complaint.unknown': [employed(), plans],
  'date.ahead': [employed(), (d) => opens(d, { receivedOn: '2026-11-24' })],
  'date.past': [employed(), (d) => opens(d, { receivedOn: '2026-09-01' })],
  'date.unknown': [opened(), (d) => extend(d, '2026-11-31')],
  'member.left': [
    employed().does({ type: 'staff.leave', person: 'l1' }),
    (d) => opens(d, { firstAsked: 'l1' }),
  ],
  'member.unknown': [employed(), (d) => opens(d, { firstAsked: 'x9' })],
  'text.identity': [employed(), (d) => opens(d, { note: '电话 138 1234 5678' })],
  'warning.over': [ends(sees(employed())), ends],
  'warning.taken': [
    sees(employed()).does({ type: 'warning.take', ...warning }),
    (d) => d.does({ type: 'warning.take', ...warning }),
  ],
  'warning.unknown': [employed(), ends],
};
