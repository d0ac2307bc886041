import { defaultSettings } from '../../../shared/defaults.ts';
import type { Post } from '../../../shared/devices/roles.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import type { Settings } from '../../../shared/settings.ts';
import { playDay } from '../../kit/weeks.ts';
import type { Rig } from '../rig.ts';

const MINUTE = 60_000;
/** So many more an hour than three counters can serve in time. */
const MORE = 40;
const week = [...Array(5).fill({ open: '09:00', close: '17:00' }), null, null];

/** A branch that opens from Monday to Friday at nine. */
export const settings: Settings = {
  ...defaultSettings,
  hours: { week, exceptions: {}, ticketsBeforeMinutes: 0 },
  // Near what these days come to, so that every score moves with its figure.
  targets: { ordinary: 400, premium: 300 },
  alerts: { ...defaultSettings.alerts, idleAfter: 86_400 },
};

/** The manager last: once there is one who can sign in, the panel alone registers nobody. */
export const STAFF: Readonly<Record<string, Post>> = {
  ...{ t1: 'teller', t2: 'teller', t3: 'teller' },
  ...{ l1: 'lobbyManager', s1: 'serviceSpecialist', b1: 'branchManager' },
};

const shift = (person: string, post: string, counter?: string) => ({
  ...{ person, post, ...(counter && { counter }) },
  ...{ from: '08:00', to: '17:30', breaks: [] },
});

const usual = {
  head: 'b1',
  shifts: [
    ...[shift('b1', 'manager'), shift('l1', 'lobby'), shift('t1', 'teller', '1')],
    ...[shift('t2', 'teller', '2'), shift('t3', 'teller', '3')],
  ],
};
export const pattern = { type: 'shift.pattern', week: [...Array(5).fill(usual), null, null] };

/** A press of the branch's own that has to be taken. */
export async function does({ hub }: Rig, command: object): Promise<string> {
  const answer = await hub.pipeline.submitOwn(command as LobbyCommand);
  if (!answer.ok) throw new Error(JSON.stringify({ answer, command }));
  return JSON.stringify(answer);
}

/** Turns the clock to a time of the branch's wall, which lies ahead, and lets the hub look around. */
export async function goTo(rig: Rig, date: string, time: string): Promise<void> {
  rig.clock.turn(Date.parse(`${date}T${time}:00+08:00`) - rig.clock.now().at);
  // A night brings several things to do: the day's end, the next one, the doors.
  for (let look = 0; look < 4; look++) await rig.hub.pipeline.submitOwn({ type: 'tick' } as never);
  await rig.hub.pipeline.settled();
}

/** A morning meeting of so many minutes from half past eight on; l1 is away. */
export async function meets(rig: Rig, date: string, minutes: number): Promise<void> {
  await goTo(rig, date, '08:30');
  await does(rig, { type: 'meeting.start', kind: 'morning', host: 'b1', recorder: 's1' });
  const held = rig.hub.pipeline.lobby.floor.meetings.held.at(-1);
  const attendance = (held?.expected ?? []).map(({ person }) =>
    person === 'l1' ? { person, is: 'absent', reason: 'leave' } : { person, is: 'present' },
  );
  const record = { meeting: held?.id, attendance, dress: [], topics: [], actions: [] };
  await does(rig, { type: 'meeting.record', ...record });
  rig.clock.turn(minutes * MINUTE);
  await does(rig, { type: 'meeting.end', meeting: held?.id });
}

/** The branch's hours with customers, and the end of the day with some of them still there. */
export async function works(rig: Rig, date: string, minutes: number): Promise<void> {
  await goTo(rig, date, '09:01');
  await playDay(rig, minutes, MORE);
  await does(rig, { type: 'day.close', by: 'manager' });
}
