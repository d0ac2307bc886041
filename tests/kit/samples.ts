import { randomBytes } from 'node:crypto';
import type { Sender } from '../../server/devices/gate.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Request } from '../../shared/devices/requests.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { FileQuestion, FileType } from '../../shared/questions/files.ts';
import type { Question, QuestionType } from '../../shared/questions/questions.ts';
import { circular, Road } from './down.ts';
import { sampleComplaints } from './sampleComplaints.ts';
import { proposedByHand, sampleCorrections } from './sampleCorrections.ts';
import { sampleInspections } from './sampleInspections.ts';
import { sampleRecords } from './sampleRecords.ts';

const counter = { counter: '2' };
const ticket = { ticket: '2026-11-24.900' };
const offer = randomBytes(12).toString('base64url');
const device = { device: 'dev-none' };
const person = { person: 'nobody' };
const lent = {
  ...{ date: '2026-11-24', number: 'A901', service: 'cash' },
  ...{ class: 'ordinary', issuedAt: 0 },
};
const loan = { loan: '019ab000-0000-7000-8000-000000000001' };

const rectification = { rectification: '2026-11-24.r900' };

const ofTheHouse = {
  'alert.acknowledge': { alert: '2026-11-24.a900' },
  'alert.handle': { alert: '2026-11-24.a900', cause: 'peak', action: 'other' },
  'rectification.open': { source: { from: 'alert', alert: '2026-11-24.a900' } },
  'rectification.plan': {
    ...{ ...rectification, owner: 'nobody', due: '2026-12-01' },
    ...{ cause: 'peak', action: 'other' },
  },
  'rectification.close': { ...rectification, evidence: '已复核' },
  'rectification.reopen': { ...rectification, why: '再次出现' },
  'practice.post': { title: '错峰', text: '先引导' },
  'practice.withdraw': { practice: '2026-11-24.g900' },
  'day.close': { by: 'manager' },
  'settings.change': { settings: defaultSettings },
  'device.place': { ...device, role: 'display' },
  'device.revoke': device,
  'staff.add': { person: 't1', post: 'teller' },
  'staff.post': { ...person, post: 'teller' },
  'staff.leave': person,
  'device.approve': { ...device, role: 'display' },
  'device.online': device,
  'device.offline': device,
  'staff.pinSet': { ...person, by: 'manager' },
  'staff.erase': person,
  'person.signIn': { ...person, ...device },
  'person.signOut': device,
  ...{ 'printer.online': { printer: 'p1' }, 'printer.offline': { printer: 'p1' } },
  ...{ 'terminal.online': counter, 'terminal.offline': counter },
  'day.open': { date: '2026-11-24' },
  'doors.set': { open: true },
  'hub.start': { offset: 0, since: null },
  'clock.step': { by: 3000, offset: 3000 },
  tick: {},
} as const satisfies Partial<{ [T in LobbyCommand['type']]: object }>;

/** One well-formed command of each type, as this sender would send it. */
export function sampleCommands(sender: Pick<Sender, 'role' | 'person'>): readonly LobbyCommand[] {
  const { role, person: teller } = sender;
  const by = role === 'kiosk' ? 'kiosk' : 'hand';
  const bodies: { [T in LobbyCommand['type']]: object } = {
    'ticket.issue': { service: 'cash', class: 'ordinary', by },
    'center.deliver': { item: new Road().next(circular), body: circular },
    'advice.accept': { does: 'open', ...counter },
    'ticket.handIn': lent,
    'ticket.servedMeanwhile': { tickets: ['2026-11-24.900'] },
    'numbers.borrow': loan,
    'numbers.cutOff': loan,
    'ticket.back': ticket,
    'ticket.giveUp': ticket,
    'ticket.class': { ...ticket, class: 'care', reason: 'elderly' },
    'ticket.leave': ticket,
    'ticket.hold': ticket,
    'ticket.release': ticket,
    'ticket.missed': counter,
    'call.next': counter,
    'call.ticket': { ...counter, ...ticket },
    'call.again': counter,
    'service.start': counter,
    'service.end': counter,
    'service.transfer': { ...counter, to: 'account' },
    'service.walkIn': { ...counter, service: 'cash', class: 'ordinary', reason: 'other' },
    'press.undo': counter,
    'counter.open': teller ? { ...counter, teller } : counter,
    'counter.pause': { ...counter, reason: 'lunch' },
    'counter.resume': counter,
    'counter.close': counter,
    'rating.invite': counter,
    'rating.give': { ...ticket, offer, level: 'satisfied', took: 3000 },
    'rating.change': { ...ticket, offer, level: 'fair' },
    'rating.explain': { ...ticket, offer, reasons: ['wait'] },
    'rating.byPhone': { ...ticket, level: 'satisfied' },
    'rating.decline': { ...ticket, offer },
    'rating.extend': { ...ticket, offer },
    'help.call': role === 'kiosk' ? {} : counter,
    'help.answer': { help: '2026-11-24.h900' },
    'people.count': { without: 3 },
    ...sampleRecords,
    ...ofTheHouse,
    ...sampleComplaints,
    ...sampleInspections,
    ...sampleCorrections,
    'branch.setUp': { settings: defaultSettings, staff: [] },
    'branch.setBack': {},
    'branch.change': { from: {}, to: {} },
  };
  return Object.entries(bodies).map(([type, body]) => ({ type, ...body }) as LobbyCommand);
}

const requestBodies: { [T in Request['type']]: object } = {
  'person.signIn': { ...person, pin: '918273' },
  'person.changePin': { pin: '918273', next: '918274' },
  'device.approve': { code: 'WRONGCDE', role: 'display' },
  'device.name': { ...device, name: '门口' },
  'staff.name': { ...person, name: '王' },
  'staff.setPin': { ...person, pin: '918273' },
  'staff.erase': person,
  'ticket.print': ticket,
  'branch.setUp': { settings: defaultSettings, staff: [] },
  'branch.setBack': {},
  'correction.propose': proposedByHand,
  // Last: it ends what the others need.
  'person.signOut': {},
};
export const sampleRequests = Object.entries(requestBodies).map(
  ([type, body]) => ({ type, ...body }) as Request,
);

const date = '2026-11-24';

const questionBodies: { [T in QuestionType]: object } = {
  'ticket.story': { date, number: 'A001' },
  'counter.day': { date, counter: '2' },
  'day.chart': { date },
  'usual.today': {},
  'weeks.heat': {},
  'machines.health': {},
  'settings.now': {},
  'setUp.start': {},
  'settings.effects': { from: {}, to: {} },
  report: { period: '2026-11' },
  'meetings.month': { month: '2026-11' },
  'staffing.next': {},
};
export const sampleQuestions = Object.entries(questionBodies).map(
  ([type, body]) => ({ type, ...body }) as Question,
);

const fileBodies: { [T in FileType]: object } = {
  'day.tickets': { date },
  report: { period: '2026-11', form: 'csv', language: 'zh' },
  'meetings.month': { month: '2026-11' },
};
export const sampleFiles = Object.entries(fileBodies).map(
  ([type, body]) => ({ type, ...body }) as FileQuestion,
);
