import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import type { MeetingMonth } from '../../shared/questions/meetingMonth.ts';
import type { Asked } from '../../shared/wire.ts';
import { type HubRig, type Screen, screen, startHub } from '../kit/hub.ts';

const span = { open: '10:00', close: '17:00' };
const settings = {
  ...defaultSettings,
  hours: { week: Array(7).fill(span), exceptions: {}, ticketsBeforeMinutes: 0 },
};
const DAY = 86_400_000;
const MINUTE = 60_000;
const b1 = 'b1' as StaffId;

const asked = async (on: Screen, month: string) => {
  const said = await new Promise<Asked<'meetings.month'>>((done) =>
    on.socket.emit('ask', { type: 'meetings.month', month }, (told) => done(told as never)),
  );
  if (!said.ok) throw new Error(said.code);
  return said.answer;
};
const states = ({ days }: MeetingMonth) =>
  days.flatMap((d) => (d.state ? [`${d.date.slice(8)} ${d.state}`] : []));

/** Tuesday: a meeting of eleven minutes, told as a formula. Wednesday: none. */
async function twoDays(): Promise<{ rig: HubRig; on: Screen }> {
  const rig = await startHub({ settings });
  const on = await screen(rig);
  await on.send({ type: 'staff.add', person: b1, post: 'branchManager' });
  await on.send({ type: 'meeting.start', kind: 'morning', host: b1, recorder: b1, place: '=A1' });
  const meeting = '2026-11-24.m1' as MeetingId;
  const topics = [{ topic: 'plans', note: '=1+1, "午间"' }];
  await on.send({
    type: 'meeting.record',
    meeting,
    attendance: [],
    dress: [],
    topics,
    actions: [],
  });
  rig.clock.turn(11 * MINUTE);
  await on.send({ type: 'meeting.end', meeting });
  rig.clock.turn(DAY + 60 * MINUTE);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  return { rig, on };
}

test('a month of meetings is asked for, and saved as a table for a superior', async () => {
  const { rig, on } = await twoDays();
  const month = await asked(on, '2026-11');
  expect(states(month)).toEqual(['24 held', '25 missing']);
  expect(month.days).toHaveLength(30);
  expect(month.meetings).toMatchObject([{ from: '09:00', situation: { seconds: 660 } }]);
  const csv = await (await fetch(`${rig.url}/api/files/meetings.month?month=2026-11`)).text();
  const [head, first, second, end] = csv.split('\r\n');
  expect(head).toMatch(/^日期,营业时间,结论,会议/);
  expect(first).toBe(
    `2026-11-24,10:00,已开,晨会,09:00,09:11,11,主机计时,'=A1,,b1,b1,0,0,,,,"工作计划：=1+1, ""午间""",,`,
  );
  expect([second, end]).toEqual(['2026-11-25,10:00,未开', '']);
});

test('a month that the state let go of is read from its own days', async () => {
  const { rig, on } = await twoDays();
  for (const days of [60, 60]) {
    rig.clock.turn(days * DAY);
    await rig.hub.pipeline.submitOwn({ type: 'tick' });
  }
  expect(rig.hub.pipeline.lobby.floor.meetings.held).toEqual([]);
  const month = await asked(on, '2026-11');
  expect(states(month)).toEqual(['24 held', '25 missing']);
  expect(month.meetings).toMatchObject([{ topics: [{ topic: 'plans' }] }]);
  expect(states(await asked(on, '2026-10'))).toEqual([]);
});
