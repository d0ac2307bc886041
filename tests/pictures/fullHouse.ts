import { theHub } from '../../server/devices/gate.ts';
import { PATROL } from '../../shared/floor/inspections/patrols.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { expect } from '../browser/branch.ts';
import type { Rig } from '../browser/rig.ts';
import { usualDay } from '../kit/records.ts';
import { playDay, playWeeks } from '../kit/weeks.ts';

type Pressed = { readonly type: LobbyCommand['type']; readonly [field: string]: unknown };

const STAFF = {
  b1: 'branchManager',
  l1: 'lobbyManager',
  s1: 'serviceSpecialist',
  t1: 'teller',
  t2: 'teller',
  t3: 'teller',
};
const MINUTE = 60_000;

/** Somebody presses, and is heard. */
export async function by(rig: Rig, person: string | null, command: Pressed): Promise<void> {
  const said = await rig.hub.pipeline.submitOwn(command as unknown as LobbyCommand, {
    ...theHub,
    person,
  });
  expect(said, `${JSON.stringify(command)} → ${JSON.stringify(said)}`).toMatchObject({ ok: true });
}

/** Hours, a staff and its usual week, and three weeks of working days; then it is nine on a Tuesday. */
export async function settleIn(rig: Rig): Promise<void> {
  const span = { open: '09:00', close: '17:00' };
  const hours = { week: Array(7).fill(span), exceptions: {}, ticketsBeforeMinutes: 60 };
  const settings = { ...rig.hub.pipeline.lobby.visit.settings, hours };
  await by(rig, null, { type: 'settings.change', settings });
  for (const [person, post] of Object.entries(STAFF))
    await by(rig, null, { type: 'staff.add', person, post });
  const week = [...Array(5).fill(usualDay), null, null];
  await by(rig, 'b1', { type: 'shift.pattern', week });
  await playWeeks(rig, 1);
  for (const { id } of rig.hub.pipeline.lobby.care.warnings.all)
    await by(rig, 's1', { type: 'warning.close', warning: id, action: 'spokeToCustomer' });
}

/** What a branch has written down by eleven on a busy day. */
export async function writeDown(rig: Rig): Promise<void> {
  await meet(rig);
  await complain(rig);
  await inspect(rig);
  await putRight(rig);
}

async function meet(rig: Rig): Promise<void> {
  const { date } = today(rig);
  await by(rig, 'b1', {
    ...{ type: 'meeting.start', kind: 'morning', host: 'b1', recorder: 's1' },
  });
  const meeting = rig.hub.pipeline.lobby.floor.meetings.held.at(-1);
  const attendance = (meeting?.expected ?? []).map(({ person }) =>
    person === 't2' ? { person, is: 'absent', reason: 'training' } : { person, is: 'present' },
  );
  await by(rig, 's1', {
    ...{ type: 'meeting.record', meeting: meeting?.id, attendance },
    dress: [{ person: 't1', items: ['scarf'] }],
    topics: [
      { topic: 'results', note: '昨日高峰 10:30，普通客户平均等候 12 分钟' },
      { topic: 'service', note: '叫号后起身迎接，办结后邀请评价' },
    ],
    actions: [{ what: '午间补开一个窗口', owner: 'l1', due: date }],
  });
  rig.clock.turn(11 * MINUTE);
  await by(rig, 's1', { type: 'meeting.end', meeting: meeting?.id });
  await by(rig, 'b1', {
    ...{ type: 'notice.post', kind: 'warning', title: '叫号后迎接不到位', tag: '迎接' },
    lines: ['昨日巡查两次看到叫号后未起身，请各窗口改正。'],
  });
  await by(rig, 't1', { type: 'notice.read', notice: `${date}.n1` });
  await by(rig, 's1', {
    ...{ type: 'notice.post', kind: 'notice', title: '周五下班后消防演练' },
    lines: ['17:30 在大堂集合，演练约二十分钟。'],
  });
  await by(rig, 'b1', {
    ...{ type: 'training.plan', title: '服务礼仪复训', tag: '服务学习规范周' },
    ...{ from: date, to: date, people: [] },
  });
  for (const person of ['t1', 'l1'])
    await by(rig, 's1', { type: 'training.sign', training: `${date}.t1`, person });
  const as = '一级支行分管行长';
  await by(rig, 'b1', { type: 'president.plan', as, date, from: '14:00', to: '15:00' });
  await by(rig, 'b1', { type: 'president.arrive', as: '网点负责人', person: 'b1' });
}

async function complain(rig: Rig): Promise<void> {
  const { date } = today(rig);
  const id = (n: number) => ({ complaint: `${date}.c${n}` });
  const opens = (more: object) => by(rig, 's1', { type: 'complaint.open', ...more } as Pressed);
  await opens({
    ...{ channel: 'hotline', cause: 'attitude', firstAsked: 'l1', about: ['t1'] },
    ...{ service: 'cash', note: '来电反映办理时态度冷淡' },
  });
  await by(rig, 'l1', { type: 'complaint.contact', ...id(1) });
  await by(rig, 'l1', { type: 'complaint.plan', ...id(1), note: '致歉，说明情况，三日内回访' });
  await opens({ channel: 'onSite', cause: 'process', firstAsked: 's1', note: '等候过久' });
  await by(rig, 's1', { type: 'complaint.handOver', ...id(2), to: 'b1' });
  await opens({ channel: 'online', cause: 'facilities', firstAsked: 's1', receivedOn: date });
  await by(rig, 's1', { type: 'complaint.contact', ...id(3) });
  const end = { root: 'environment', action: '已加座椅，并向客户说明' };
  await by(rig, 's1', { type: 'complaint.close', ...id(3), ...end });
  await by(rig, 'l1', { type: 'warning.raise', note: '等候区有客户高声抱怨', service: 'cash' });
  await by(rig, 'l1', { type: 'warning.raise', note: '自助机前两人争执' });
  await by(rig, 'l1', { type: 'warning.take', warning: `${date}.w2` });
}

async function inspect(rig: Rig): Promise<void> {
  const { date } = today(rig);
  await by(rig, 's1', {
    ...{ type: 'inspection.begin', mode: 'onSite', kind: 'adHoc', modules: ['meeting', 'counter'] },
  });
  const inspection = `${date}.i1`;
  const about = { responsible: 't1', managing: 'b1' };
  await by(rig, 's1', {
    ...{ type: 'inspection.mark', inspection, item: 'counter.greet', points: 5 },
    ...{ remark: '两次未起身迎接', ...about },
  });
  await by(rig, 's1', { type: 'inspection.pass', inspection, module: 'meeting' });
  await by(rig, 's1', { type: 'inspection.pass', inspection, module: 'counter' });
  await by(rig, 's1', { type: 'inspection.finish', inspection });
  await by(rig, 's1', {
    ...{ type: 'inspection.begin', mode: 'remote', kind: 'quarterly', modules: ['lobby', 'fiveS'] },
  });
  const answers = PATROL.before.map((item) =>
    item === 'forms' ? { item, ok: false, remark: '取款凭条用完，已补' } : { item, ok: true },
  );
  await by(rig, 'l1', { type: 'inspection.patrol', round: 'before', answers });
}

async function putRight(rig: Rig): Promise<void> {
  const { date } = today(rig);
  const opens = (what: string, more = {}) =>
    by(rig, 'b1', {
      ...{ type: 'rectification.open', source: { from: 'hand', what }, ...more },
    });
  await opens('午间窗口不足', { track: { measure: 'averageWait', class: 'ordinary' } });
  await opens('填单台凭条常缺');
  const own = rig.hub.pipeline.lobby.care.rectifications.all ?? [];
  const last = Object.values(own).at(-1) as { readonly id: string } | undefined;
  await by(rig, 'b1', {
    ...{ type: 'rectification.plan', rectification: last?.id, owner: 'l1', due: date },
    ...{ cause: 'other', action: 'other', note: '每日开门前补满，列入巡查' },
  });
  await by(rig, 'b1', {
    ...{ type: 'practice.post', title: '高峰前十分钟补窗' },
    text: '看到预测将越线就先开窗，等候没有再越橙线。',
  });
}

/** The morning goes on: two counters pause, forty wait, and one rated badly. */
export async function crowd(rig: Rig, people: number): Promise<void> {
  await playDay(rig, 80);
  for (const counter of ['2', '3'])
    await by(rig, null, { type: 'counter.pause', counter, reason: 'break' }).catch(() => {});
  for (let n = rig.hub.pipeline.lobby.visit.line.length; n < people; n++) {
    const service = ['cash', 'account', 'business', 'wealth'][n % 4];
    const cls = n % 6 === 5 ? 'premium' : 'ordinary';
    await by(rig, null, { type: 'ticket.issue', service, class: cls, by: 'kiosk' });
    rig.clock.turn(45_000);
  }
  await by(rig, null, { type: 'tick' });
}

function today({ hub }: Rig) {
  const { day } = hub.pipeline.lobby.visit;
  if (!day) throw new Error('the day is not open');
  return day;
}
