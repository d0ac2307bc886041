import { expect, test } from 'vitest';
import { cityNewsOf } from '../../server/center/down/telling.ts';
import { makeFolder } from '../../server/ledger/durable.ts';
import { NOTICES } from '../../server/notices/outbox.ts';
import { writeRobots } from '../../server/notices/robots.ts';
import { CITY, startCenter } from '../kit/center.ts';
import type { Asked } from '../kit/city.ts';
import { type CityStory, twoSides } from '../kit/city.ts';
import { circular, workOrder } from '../kit/down.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { groupDouble } from '../notices/groupDouble.ts';
import { robotOf } from '../notices/rig.ts';

const { kind: _, ...notice } = circular;
const { kind: __, ...complaint } = workOrder;
const given = () => twoSides().on('2026-11-24').as('ops');
const told = (before: CityStory, after: CityStory, language: 'zh' | 'en' = 'zh') =>
  cityNewsOf(after.facts.slice(before.facts.length), after.city, { language });

test('a group is told of a circular with its number, and that it was taken back', () => {
  const before = given();
  const sent = before.does({ type: 'sent.notice', to: { nodes: ['city'] }, notice } as Asked);
  expect(told(before, sent)).toBe(
    '【通报】10月服务质效通报\n〔2026〕10号\n全市平均等候8.4分钟。\n下发 2 个网点',
  );
  expect(told(before, sent, 'en')).toMatch(/^\[Bulletin\].*To 2 branches$/s);
  const back = sent.does({ type: 'sent.withdraw', sending: '2026-11-24.s1', why: '有误' } as Asked);
  expect(told(sent, back)).toBe('【撤回】10月服务质效通报\n有误');
});

test('what is one branch’s own is told to no group', () => {
  const before = given();
  const order = { type: 'sent.complaint', branch: 'e1', complaint } as Asked;
  expect(told(before, before.does(order))).toBeNull();
  expect(told(before, before.opens('n', 'outlet', 'east'))).toBeNull();
});

test('a center with a robot tells its group; one without keeps and sends nothing', async () => {
  const disk = new MemoryDisk();
  const double = await groupDouble('wecom', () => clock.now().wall);
  const clock = handClock(NINE);
  await makeFolder(disk, CITY);
  await writeRobots(disk, CITY, [robotOf('wecom', double.base)]);
  const { center } = await startCenter(disk, { clock });
  const ops = { person: 'ops', role: 'operations', scope: null } as never;
  const does = (command: object) => center.city.takeOwn(command as never, ops);
  const name = { zh: '市分行', en: 'City' };
  const at = { from: '2026-01-01' };
  await does({ type: 'node.open', node: 'city', level: 'city', name, parent: null, ...at });
  await does({ type: 'branch.bind', branch: 'e1', node: 'city', ...at });
  await does({ type: 'sent.notice', to: { nodes: ['city'] }, notice });
  clock.turn(60_000);
  await expect.poll(() => double.took).toHaveLength(1);
  expect(double.took[0]).toContain('10月服务质效通报');
  const quiet = new MemoryDisk();
  await startCenter(quiet, { clock });
  expect(await quiet.read(`${CITY}/${NOTICES}`)).toBeNull();
});
