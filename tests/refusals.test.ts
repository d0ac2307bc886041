import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { LobbyRefusal } from '../shared/lobby.ts';
import { refusalSentence } from '../shared/words/refusals.ts';
import { branchScenes } from './kit/branchScenes.ts';
import { complaintScenes } from './kit/complaintScenes.ts';
import { correctionScenes } from './kit/correctionScenes.ts';
import { circular, enters, Road } from './kit/down.ts';
import { inspectionScenes } from './kit/inspectionScenes.ts';
import { recordScenes } from './kit/recordScenes.ts';
import { type Story, story } from './kit/story.ts';

type Press = (day: Story) => unknown;
const never = '2026-11-23.99';
const open = () => story().plugsIn('2').opens('2').opens('3').takes().takes();
const called = () => open().calls('2');
const rated = () => called().starts('2').ends('2').after(2);
const fourOthers = (day: Story) => {
  for (let i = 0; i < 4; i++) day.takes().after(15).serves('3', 1);
  return day;
};
/** Put back once, missed again, and late again. */
const missedTwice = () => {
  const once = fourOthers(story().opens('2').opens('3').takes().losesNext('2'));
  return fourOthers(once.comesBack('A001').losesNext('2'));
};
const shut = (close: string) => ({
  hours: {
    week: Array.from({ length: 7 }, () => ({ open: '08:00', close })),
    exceptions: {},
    ticketsBeforeMinutes: 0,
  },
});
const late = {
  hours: {
    ...shut('17:00').hours,
    exceptions: { '2026-11-23': { open: '10:00', close: '17:00' } },
  },
};
const alarmed = () => rated().rates('A001', 'dissatisfied');
const display = { type: 'device.approve', device: 'dev-1', role: 'display' } as const;
const boss = { type: 'staff.add', person: 'b1', post: 'branchManager' } as const;
const first = { rectification: '2026-11-23.r1' } as const;
const byHand = { type: 'rectification.open', source: { from: 'hand', what: '雨天地滑' } } as const;
const closing = { type: 'rectification.close', ...first, evidence: '已铺防滑垫' } as const;
const again = { type: 'rectification.reopen', ...first, why: '又发生了' } as const;
const plan = (owner: string, due = '2026-12-01') => ({
  ...({ type: 'rectification.plan', ...first, owner, due } as const),
  ...({ cause: 'equipment', action: 'repaired' } as const),
});
const onWaits = { ...byHand, track: { measure: 'averageWait', class: 'ordinary' } } as const;
const gone = (d: Story) =>
  d
    .does(boss)
    .does({ ...boss, person: 'b2' })
    .does({ type: 'staff.leave', person: 'b2' });
const LOAN = '019ab000-0000-7000-8000-000000000001';
const lent = (number: string) => (d: Story) => {
  const more = { date: '2026-11-23', service: 'cash', class: 'ordinary', issuedAt: d.now } as const;
  return d.does({ type: 'ticket.handIn', number, ...more });
};
const lentOnce = () => lent('A701')(open().does({ type: 'numbers.borrow', loan: LOAN }));
const cleared = (d: Story) => d.does({ type: 'ticket.servedMeanwhile', tickets: [d.id('A001')] });
const putRight = () => open().does({ ...byHand, owner: 'l1' });
const planned = () => putRight().does(plan('l1'));
const closedOne = () => planned().does(closing);

const openThree = {
  ...({ does: 'open', counter: '3', class: 'ordinary' } as const),
  ...{ from: 1620, to: 840, until: Date.parse('2026-11-23T09:40:00+08:00') },
};

/** Each refusal, met: a code without a scene does not compile. */
const scenes: Record<LobbyRefusal, readonly [Story, Press]> = {
  ...branchScenes,
  ...complaintScenes,
  ...inspectionScenes,
  ...correctionScenes,
  ...recordScenes,
  'advice.alreadyAccepted': [
    open().isAdvised(openThree).accepts('open', '3'),
    (d) => d.accepts('open', '3'),
  ],
  'advice.gone': [open(), (d) => d.accepts('open', '3')],
  'alert.alreadyAcknowledged': [alarmed().acknowledges(1), (d) => d.acknowledges(1)],
  'alert.alreadyHandled': [alarmed().handles(1), (d) => d.handles(1)],
  'alert.cleared': [alarmed().changesTo('A001', 'fair'), (d) => d.acknowledges(1)],
  'alert.unknown': [open(), (d) => d.does({ type: 'alert.acknowledge', alert: '2026-11-23.a9' })],
  'branch.closed': [story(shut('08:30')), (d) => d.takes()],
  'branch.notOpenYet': [story(late), (d) => d.takes()],
  'call.tooSoon': [rated(), (d) => d.calls('2')],
  'care.already': [open().letsFirst('A001'), (d) => d.letsFirst('A001')],
  'care.byHandOnly': [open(), (d) => d.takes('cash', 'care')],
  'care.needsReason': [open(), (d) => d.takes('cash', 'care', { by: 'hand' })],
  'care.ordinaryOnly': [open().takes('cash', 'premium'), (d) => d.letsFirst('V001')],
  'counter.alreadyOpen': [open(), (d) => d.opens('2')],
  'counter.busy': [called(), (d) => d.closes('2')],
  'counter.cannotServe': [open().opens('5'), (d) => d.picks('5', 'A001')],
  'counter.closed': [open(), (d) => d.closes('4')],
  'counter.nobodyCalled': [open(), (d) => d.misses('2')],
  'counter.notPaused': [open(), (d) => d.resumes('2')],
  'counter.paused': [open().pauses('2'), (d) => d.calls('2')],
  'counter.unknown': [open(), (d) => d.undoes('77')],
  'day.alreadyOpen': [open(), (d) => d.does({ type: 'day.open', date: '2026-11-24' })],
  'day.closed': [open().closesDay(), (d) => d.takes()],
  'device.alreadyApproved': [open().does(display), (d) => d.does(display)],
  'device.needsCounter': [open(), (d) => d.does({ ...display, role: 'rating' })],
  'device.unknown': [open(), (d) => d.does({ type: 'device.revoke', device: 'dev-1' })],
  'down.outOfOrder': [open(), (d) => enters(d, new Road().next(circular, { n: 2 }))],
  'help.answered': [open().asks('2').answers(1), (d) => d.answers(1)],
  'help.unknown': [open(), (d) => d.answers(1)],
  'lent.none': [lentOnce(), (d) => d.does({ type: 'numbers.borrow', loan: LOAN })],
  'lent.known': [lentOnce(), lent('A701')],
  'lent.unknown': [open(), lent('A701')],
  'meanwhile.notThen': [open(), cleared],
  'meanwhile.notWaiting': [called(), cleared],
  'missed.tooSoon': [called(), (d) => d.misses('2')],
  'practice.unknown': [
    open(),
    (d) => d.does({ type: 'practice.withdraw', practice: '2026-11-23.g1' }),
  ],
  'queue.empty': [story().opens('2'), (d) => d.calls('2')],
  'rating.alreadyGiven': [alarmed(), (d) => d.rates('A001', 'fair')],
  'rating.alreadyInvited': [rated().invites('2'), (d) => d.invites('2')],
  'rating.declined': [rated().declines('A001'), (d) => d.extends('A001')],
  'rating.expired': [rated().after(29), (d) => d.extends('A001')],
  'rating.notGiven': [rated(), (d) => d.changesTo('A001', 'fair')],
  'rating.notOffered': [called(), (d) => d.rates('A001', 'fair')],
  'rating.notServed': [called(), (d) => d.ratesByPhone('A001', 'fair')],
  'rating.nothingToInvite': [called(), (d) => d.invites('2')],
  'rating.onlyIfDissatisfied': [rated().rates('A001', 'fair'), (d) => d.explains('A001')],
  'rating.tooLate': [alarmed().after(6), (d) => d.changesTo('A001', 'fair')],
  'rating.tooQuick': [rated(), (d) => d.rates('A001', 'fair', { took: 500 })],
  'rating.wrongOffer': [rated(), (d) => d.rates('A001', 'fair', { offer: 'not-this-one' })],
  'reason.unexpected': [open(), (d) => d.takes('cash', 'ordinary', { reason: 'other' })],
  'recall.tooSoon': [called(), (d) => d.recalls('2')],
  'rectification.alreadyOpen': [open().does(onWaits), (d) => d.does(onWaits)],
  'rectification.closed': [closedOne(), (d) => d.does(closing)],
  'rectification.dueWrong': [open(), (d) => d.does({ ...byHand, due: '2026-11-22' })],
  'rectification.notBack': [open().does(onWaits).does(plan('l1')), (d) => d.does(closing)],
  'rectification.notClosed': [planned(), (d) => d.does(again)],
  'rectification.notPlanned': [putRight(), (d) => d.does(closing)],
  'rectification.ownWork': [planned().as('l1'), (d) => d.does(closing)],
  'rectification.ownerLeft': [gone(putRight()), (d) => d.does(plan('b2'))],
  'rectification.ownerUnknown': [gone(putRight()), (d) => d.does(plan('nobody'))],
  'rectification.sourceUnknown': [
    rated().rates('A001', 'fair'),
    (d) => d.does({ ...byHand, source: { from: 'rating', ticket: d.id('A001') } }),
  ],
  'rectification.unknown': [open(), (d) => d.does(closing)],
  'replace.mismatch': [missedTwice(), (d) => d.replaces('A001', { test: true })],
  'service.alreadyStarted': [called().starts('2'), (d) => d.starts('2')],
  'service.notStarted': [called(), (d) => d.ends('2')],
  'service.unknown': [open(), (d) => d.takes('gold')],
  'staff.lastManager': [open().does(boss), (d) => d.does({ type: 'staff.leave', person: 'b1' })],
  'staff.unknown': [open(), (d) => d.does({ type: 'staff.leave', person: 'b1' })],
  'ticket.comesBack': [open().losesNext('2'), (d) => d.replaces('A001')],
  'ticket.needsNew': [missedTwice(), (d) => d.comesBack('A001')],
  'ticket.notHeld': [open(), (d) => d.releases('A001')],
  'ticket.notMissed': [open(), (d) => d.comesBack('A001')],
  'ticket.notWaiting': [called(), (d) => d.givesUp('A001')],
  'ticket.unknown': [open(), (d) => d.does({ type: 'ticket.giveUp', ticket: never })],
  'transfer.sameService': [called().starts('2'), (d) => d.transfers('2', 'cash')],
  'undo.nothing': [open(), (d) => d.undoes('2')],
  'undo.overtaken': [open().losesNext('2').comesBack('A001'), (d) => d.undoes('2')],
  'undo.rated': [alarmed(), (d) => d.undoes('2')],
  'undo.tooLate': [called().after(11), (d) => d.undoes('2')],
};

const codes = Object.keys(scenes) as LobbyRefusal[];

test.each(codes)('%s is met, and changes nothing', (code) => {
  const [day, press] = scenes[code];
  day.refuses(code, press);
});

test('no code of the core goes without a scene', () => {
  const lists = [
    ...[
      'visit/refusals',
      'care/advice/decide',
      'care/decideAlert',
      'care/rectifications/decide',
      'floor/decide',
    ],
    ...['devices/decide', 'floor/dates', 'floor/roster/decide', 'floor/roster/plan'],
    ...['floor/meetings/decide', 'floor/meetings/record', 'floor/presidents/decide'],
    ...['floor/training/state', 'floor/notices/state', 'down/refusals'],
    ...['care/complaints/deadlines', 'care/complaints/refusals', 'care/names'],
    'branch/decide',
    ...['care/warnings/decide', 'floor/inspections/refusals', 'month/corrections/decide'],
  ].map((at) => `shared/${at}.ts`);
  const codesIn = (path: string) =>
    readFileSync(path, 'utf8')
      .match(/type \w+Refusal =[^;]+/)?.[0]
      .match(/'[a-zA-Z]+\.[a-zA-Z]+'/g) ?? [];
  const listed = lists.flatMap(codesIn).map((code) => code.slice(1, -1));
  expect([...new Set(listed)].sort()).toEqual([...codes].sort());
});

test.each(codes)('%s has a sentence in both languages', (code) => {
  const { zh, en } = refusalSentence(code, { what: 'it' });
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(en).toMatch(/^["A-Z].*\.$/);
});
