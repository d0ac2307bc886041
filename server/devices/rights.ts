import type { Request } from '../../shared/devices/requests.ts';
import type { DeviceRole, Post } from '../../shared/devices/roles.ts';
import type { Command } from '../../shared/lobby.ts';
import type { FileType } from '../../shared/questions/files.ts';
import type { QuestionType } from '../../shared/questions/questions.ts';
import type { ViewName } from '../../shared/views/views.ts';

/** One row: which devices may, and who has to be signed in there. */
export interface Right {
  readonly devices: readonly (DeviceRole | 'phone')[];
  /** null: nobody has to be signed in. */
  readonly posts: readonly Post[] | null;
  /** Without pairing, a screen on the hub's own machine may too. */
  readonly loopback: boolean;
}

/** Photos of inspections and rounds: handing one in, and looking at one. */
export type PhotoUse = 'photo.keep' | 'photo.see';

const may = (devices: readonly DeviceRole[], posts: Right['posts'] = null): Right => ({
  ...{ devices, posts, loopback: true },
});

/** The passing of days and time, who is connected, and what came of a code or a PIN. */
const theHubAlone: Right = { devices: [], posts: null, loopback: false };

/** A customer's own page, for the one ticket its token names; no device is ever paired as one. */
const onThePhone: Right = { devices: ['phone'], posts: null, loopback: false };

const heads = ['lobbyManager', 'branchManager'] as const;
const staff = ['teller', ...heads] as const;
const everybody = [...staff, 'serviceSpecialist'] as const;
const runsTheFloor = may(['floor', 'manager'], heads);
const atTheCounter = may(['counter'], staff);
const atTheTerminal = may(['rating']);
const managersOwn = may(['manager'], ['branchManager']);
/** A complaint names people: no teller's own screen shows one. */
const handlesComplaints = may(['manager'], [...heads, 'serviceSpecialist']);
const inspects = may(['manager'], [...heads, 'serviceSpecialist']);
const confirms = may(['manager'], ['branchManager', 'serviceSpecialist']);
/** Rosters and records: on the panel, or on the lobby manager's tablet. */
const keepsRecords = may(['floor', 'manager'], [...heads, 'serviceSpecialist']);
const readsNotices = may(['counter', 'floor', 'manager'], everybody);
const handlesAlerts = may(['floor', 'manager'], [...heads, 'serviceSpecialist']);
/** Names of tellers stand in the answer, or who is told of what. */
const knowsPeople = may(['manager'], [...heads, 'serviceSpecialist']);

/**
 * The one table of rights. A command, request, view or question without a row does not compile; whatever a
 * row does not name is refused.
 */
export const rights: {
  readonly commands: { readonly [T in Command['type']]: Right };
  readonly requests: { readonly [T in Request['type']]: Right };
  readonly photos: { readonly [P in PhotoUse]: Right };
  readonly views: { readonly [N in ViewName]: Right };
  /** What may be asked of the past. */
  readonly questions: { readonly [T in QuestionType]: Right };
  readonly files: { readonly [T in FileType]: Right };
} = {
  commands: {
    // A customer takes a number without anybody's leave; by hand it takes somebody signed in.
    'ticket.issue': may(['kiosk', 'floor', 'manager'], heads),
    'ticket.handIn': may(['kiosk', 'floor', 'manager'], heads),
    'ticket.servedMeanwhile': runsTheFloor,
    'numbers.borrow': may(['kiosk']),
    'numbers.cutOff': theHubAlone,
    'ticket.back': runsTheFloor,
    'ticket.giveUp': runsTheFloor,
    // A counter asks for it unless one of the heads is signed in there.
    'ticket.class': may(['counter', 'floor', 'manager'], heads),
    'ticket.leave': onThePhone,
    'ticket.hold': may(['counter', 'floor', 'manager'], staff),
    'ticket.release': may(['counter', 'floor', 'manager'], staff),
    'ticket.missed': atTheCounter,
    'call.next': atTheCounter,
    'call.ticket': atTheCounter,
    'call.again': atTheCounter,
    'service.start': atTheCounter,
    'service.end': atTheCounter,
    'service.transfer': atTheCounter,
    'service.walkIn': atTheCounter,
    'press.undo': atTheCounter,
    'counter.open': atTheCounter,
    'counter.pause': atTheCounter,
    'counter.resume': atTheCounter,
    'counter.close': atTheCounter,
    'rating.invite': atTheCounter,
    'rating.give': atTheTerminal,
    'rating.change': atTheTerminal,
    'rating.explain': atTheTerminal,
    'rating.byPhone': onThePhone,
    'rating.decline': atTheTerminal,
    'rating.extend': atTheTerminal,
    'help.call': may(['kiosk', 'rating', 'counter']),
    'help.answer': runsTheFloor,
    'people.count': runsTheFloor,
    'shift.plan': keepsRecords,
    'shift.pattern': keepsRecords,
    'shift.copyWeek': keepsRecords,
    'meeting.plan': keepsRecords,
    'meeting.start': keepsRecords,
    'meeting.record': keepsRecords,
    'meeting.end': keepsRecords,
    'meeting.enter': keepsRecords,
    // 晨会第一责任人: the branch manager alone answers for the record.
    'meeting.sign': managersOwn,
    'president.plan': keepsRecords,
    'president.drop': keepsRecords,
    'president.arrive': keepsRecords,
    'president.leave': keepsRecords,
    'president.enter': keepsRecords,
    'training.plan': keepsRecords,
    'training.drop': keepsRecords,
    'training.sign': keepsRecords,
    'notice.post': managersOwn,
    'notice.withdraw': managersOwn,
    'notice.read': readsNotices,
    'advice.accept': runsTheFloor,
    'alert.acknowledge': handlesAlerts,
    'alert.handle': handlesAlerts,
    'complaint.open': handlesComplaints,
    'complaint.contact': handlesComplaints,
    'complaint.plan': handlesComplaints,
    'complaint.handOver': handlesComplaints,
    'complaint.accept': handlesComplaints,
    'complaint.decline': handlesComplaints,
    'complaint.involve': handlesComplaints,
    'complaint.escalate': handlesComplaints,
    'complaint.extend': handlesComplaints,
    'complaint.note': handlesComplaints,
    'complaint.close': handlesComplaints,
    'complaint.withdraw': handlesComplaints,
    'warning.raise': handlesAlerts,
    'warning.take': handlesAlerts,
    'warning.close': handlesAlerts,
    'rectification.open': handlesAlerts,
    'rectification.plan': handlesAlerts,
    'rectification.close': handlesAlerts,
    'rectification.reopen': handlesAlerts,
    'practice.post': handlesAlerts,
    'practice.withdraw': handlesAlerts,
    'inspection.checklist': managersOwn,
    'inspection.plan': inspects,
    'inspection.cancel': inspects,
    'inspection.start': inspects,
    'inspection.begin': inspects,
    'inspection.mark': inspects,
    'inspection.pass': inspects,
    'inspection.finish': inspects,
    'inspection.patrol': runsTheFloor,
    'correction.propose': theHubAlone,
    'correction.confirm': confirms,
    'correction.reject': confirms,
    'center.deliver': theHubAlone,
    'day.close': runsTheFloor,
    'settings.change': managersOwn,
    'branch.change': managersOwn,
    'branch.setUp': theHubAlone,
    'branch.setBack': theHubAlone,
    'device.place': managersOwn,
    'device.revoke': managersOwn,
    'staff.add': managersOwn,
    'staff.post': managersOwn,
    'staff.leave': managersOwn,
    'device.approve': theHubAlone,
    'device.online': theHubAlone,
    'device.offline': theHubAlone,
    'staff.pinSet': theHubAlone,
    'staff.erase': theHubAlone,
    'person.signIn': theHubAlone,
    'person.signOut': theHubAlone,
    'printer.online': theHubAlone,
    'printer.offline': theHubAlone,
    'terminal.online': theHubAlone,
    'terminal.offline': theHubAlone,
    'day.open': theHubAlone,
    'doors.set': theHubAlone,
    'hub.start': theHubAlone,
    'clock.step': theHubAlone,
    tick: theHubAlone,
  },
  requests: {
    'person.signIn': { ...may(['counter', 'floor', 'manager']), loopback: false },
    'person.signOut': { ...may(['counter', 'floor', 'manager'], everybody), loopback: false },
    'person.changePin': { ...may(['counter', 'floor', 'manager'], everybody), loopback: false },
    'device.approve': managersOwn,
    'device.name': managersOwn,
    'staff.name': managersOwn,
    'staff.setPin': managersOwn,
    'staff.erase': managersOwn,
    'branch.setUp': managersOwn,
    'branch.setBack': managersOwn,
    'ticket.print': runsTheFloor,
    'correction.propose': may(['manager', 'floor'], everybody),
  },
  photos: {
    'photo.keep': may(['manager', 'floor'], [...heads, 'serviceSpecialist']),
    'photo.see': may(['manager', 'floor'], [...heads, 'serviceSpecialist']),
  },
  views: {
    kiosk: may(['kiosk', 'program']),
    cards: may(['kiosk']),
    lobby: may(['display', 'program']),
    counter: may(['counter']),
    rating: may(['rating']),
    floor: may(['floor', 'manager']),
    manager: may(['manager']),
    figures: may(['manager', 'program']),
    home: may(['kiosk', 'display', 'rating', 'counter', 'floor', 'manager', 'program']),
    devices: managersOwn,
    complaints: may(['manager'], [...heads, 'serviceSpecialist']),
    inspections: may(['manager', 'floor']),
    alertBook: may(['floor', 'manager']),
    rectifications: may(['floor', 'manager']),
    robots: may(['manager']),
    meetings: may(['floor', 'manager']),
    roster: may(['floor', 'manager']),
    notices: may(['floor', 'manager']),
  },
  questions: {
    'ticket.story': knowsPeople,
    'counter.day': knowsPeople,
    'day.chart': may(['manager']),
    'usual.today': may(['manager']),
    'weeks.heat': may(['manager']),
    'machines.health': may(['manager']),
    'settings.now': knowsPeople,
    'setUp.start': managersOwn,
    'settings.effects': managersOwn,
    report: may(['manager', 'program'], [...heads, 'serviceSpecialist']),
    'meetings.month': knowsPeople,
    'staffing.next': may(['manager'], [...heads, 'serviceSpecialist']),
  },
  files: {
    'day.tickets': may(['manager', 'program'], heads),
    report: may(['manager', 'program'], [...heads, 'serviceSpecialist']),
    'meetings.month': knowsPeople,
  },
};
