import { expect, test } from 'vitest';
import { NOTICES } from '../../server/notices/outbox.ts';
import { KEY, SECRET } from './groupDouble.ts';
import { rigOf, states, TEN } from './rig.ts';

const KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

test.each(KINDS)('%s: what is said arrives, signed as the service asks', async (kind) => {
  const rig = await rigOf(kind);
  await rig.says('橙色预警\n普通客户最长已等 21 分钟');
  expect(rig.double.calls).toEqual([]);
  await rig.clock.passes(4 * SECOND);
  expect(rig.double.took.join()).toContain('普通客户最长已等 21 分钟');
  expect(states(rig)).toEqual(['sent']);
});

test.each(KINDS)(
  '%s: forty at once go out at 17 a minute, in order, none refused',
  async (kind) => {
    const rig = await rigOf(kind);
    for (let n = 1; n <= 40; n++) await rig.says(`第 ${n} 条`);
    await rig.clock.passes(150 * SECOND);
    expect(rig.double.took).toEqual(Array.from({ length: 40 }, (_, i) => `第 ${i + 1} 条`));
    expect(rig.double.calls).toHaveLength(40);
    const inAMinute = rig.double.calls.map(
      (from) => rig.double.calls.filter((at) => at >= from && at - from < MINUTE).length,
    );
    expect(Math.max(...inAMinute)).toBeLessThanOrEqual(18);
  },
);

test.each([
  ['wecom', {}, 2048],
  ['wecom', { format: 'markdown' }, 4096],
  ['dingtalk', {}, 20_000],
  ['feishu', {}, 20_480],
] as const)('%s %o: a long text is cut between lines', async (kind, more, limit) => {
  const rig = await rigOf(kind, more);
  const lines = Array.from(
    { length: 700 },
    (_, i) => `${i} 个人现金业务平均等候 12.5 分钟，窗口三`,
  );
  await rig.says(lines.join('\n'));
  await rig.clock.passes(5 * MINUTE);
  expect(rig.double.took.join('\n').split(/\n+/)).toEqual(lines);
  expect(rig.double.took.length).toBeGreaterThan(1);
  expect(rig.double.calls).toHaveLength(rig.double.took.length);
  for (const text of rig.double.took) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
});

test('a service that is away is tried again, each time later, and nothing is lost', async () => {
  const rig = await rigOf('wecom');
  rig.double.mood.push('cut', 502, { errcode: -1 }, 'cut');
  await rig.says('一');
  await rig.clock.passes(3 * MINUTE);
  expect(rig.double.took).toEqual(['一']);
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = rig.double.calls;
  expect([b - a, c - b, d - c, e - d].map((ms) => ms / SECOND)).toEqual([5, 10, 20, 40]);
});

test('DingTalk’s block of ten minutes is waited for, not knocked at', async () => {
  const rig = await rigOf('dingtalk');
  rig.double.mood.push({ errcode: 130101, errmsg: 'send too fast' });
  await rig.says('一');
  await rig.says('二');
  await rig.clock.passes(10 * MINUTE);
  expect(rig.double.calls).toHaveLength(1);
  expect(rig.outbox.view().robots[0]?.heldUntil).toBeGreaterThan(TEN + 10 * MINUTE);
  await rig.clock.passes(20 * SECOND);
  expect(rig.double.took).toEqual(['一', '二']);
});

test('what a service refuses for good is not tried again, and its code is shown', async () => {
  const rig = await rigOf('feishu', { secret: 'SEC-of-somebody-else' });
  await rig.says('一');
  await rig.clock.passes(30 * MINUTE);
  expect(rig.double.calls).toHaveLength(1);
  expect(rig.outbox.view().letters[0]).toMatchObject({ state: 'failed', why: '19021' });
});

test('Feishu is not written to at whole and half hours', async () => {
  const rig = await rigOf('feishu');
  await rig.clock.passes(25 * MINUTE - 2 * SECOND);
  for (let n = 0; n < 4; n++) await rig.says(`第 ${n} 条`);
  await rig.clock.passes(3 * MINUTE);
  expect(rig.double.took).toHaveLength(4);
  for (const at of rig.double.calls) expect(new Date(at).getUTCMinutes() % 30).not.toBe(0);
});

test('it survives a restart: what waited goes on, what was sent is not sent again', async () => {
  const rig = await rigOf('wecom');
  for (const text of ['一', '二', '三']) await rig.says(text);
  await rig.clock.passes(4 * SECOND);
  await rig.outbox.stop();
  expect(rig.double.took).toEqual(['一']);
  const after = await rig.again();
  await after.clock.passes(2 * SECOND);
  // A minute that spans the restart keeps to the limit too.
  expect(after.double.took).toEqual(['一']);
  await after.clock.passes(10 * SECOND);
  expect(after.double.took).toEqual(['一', '二', '三']);
});

test('a power cut between yes and the flush repeats that one message, and no other', async () => {
  const rig = await rigOf('wecom');
  for (const text of ['一', '二']) await rig.says(text);
  const before = rig.disk.peek(`/hub/${NOTICES}`);
  await rig.clock.passes(4 * SECOND);
  await rig.outbox.stop();
  rig.disk.put(`/hub/${NOTICES}`, before);
  const after = await rig.again();
  await after.clock.passes(15 * SECOND);
  expect(after.double.took).toEqual(['一', '一', '二']);
});

test('a disk that takes nothing does not keep it from being sent', async () => {
  const rig = await rigOf('wecom');
  rig.disk.fail({ call: 1, code: 'ENOSPC', forGood: true });
  await rig.says('一');
  await rig.clock.passes(4 * SECOND);
  expect(rig.double.took).toEqual(['一']);
  expect(rig.logged.join()).toContain('ENOSPC');
});

test('a document that somebody spoiled is begun anew', async () => {
  const rig = await rigOf('wecom');
  await rig.outbox.stop();
  rig.disk.put(`/hub/${NOTICES}`, '{"letters":7}');
  const after = await rig.again();
  await after.says('一');
  await after.clock.passes(4 * SECOND);
  expect(after.double.took).toEqual(['一']);
});

test('of a service that stays away the oldest are given up, which is said; the outbox stays small', async () => {
  const rig = await rigOf('wecom');
  rig.double.mood.push(...Array.from({ length: 200 }, () => 'cut' as const));
  for (let n = 0; n < 300; n++) await rig.says(`第 ${n} 条`);
  const { robots, letters } = rig.outbox.view();
  expect(robots[0]?.waiting).toBe(100);
  expect(letters.length).toBeLessThanOrEqual(160);
  expect(letters.filter((l) => l.state === 'failed')[0]?.why).toBe('tooMany');
  await rig.clock.passes(13 * 60 * MINUTE);
  expect(states(rig)).toContain('failed');
}, 20_000);

test('no key stands in what is kept, logged or shown', async () => {
  const rig = await rigOf('dingtalk');
  rig.double.mood.push('cut');
  await rig.says('一');
  await rig.clock.passes(15 * SECOND);
  const kept = rig.disk.peek(`/hub/${NOTICES}`)?.toString() ?? '';
  const all = [kept, ...rig.logged, JSON.stringify(rig.outbox.view())].join();
  expect(rig.logged.length).toBeGreaterThan(1);
  for (const secret of [KEY, SECRET, rig.double.base]) expect(all).not.toContain(secret);
});
