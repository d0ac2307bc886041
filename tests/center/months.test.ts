import { expect, test, vi } from 'vitest';
import { rulesOf } from '../../server/center/months/gathering.ts';
import type { CityAnswer, CityCommand } from '../../shared/city/city.ts';
import type { ClosingId } from '../../shared/city/ids.ts';
import { asNow } from '../../shared/city/months/decide.ts';
import { previewOf } from '../../shared/city/months/preview.ts';
import type { CounterId, MonthName } from '../../shared/ids.ts';
import { rulesFrom } from '../../shared/month/rules.ts';
import {
  type BranchRig,
  type CenterRig,
  codeFor,
  nextDay,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { node, person } from '../kit/city.ts';
import { handClock } from '../kit/handClock.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOVEMBER = '2026-11' as MonthName;
const ID = '2026-11.city' as ClosingId;
const morning = (date: string) => handClock(Date.parse(`${date}T09:00:00+08:00`));
const chief = { person: person('chief'), role: 'administrator', scope: null } as const;
const named = { zh: '某行', en: 'A unit' };

const does = ({ center }: CenterRig, command: object): Promise<CityAnswer> =>
  center.city.takeOwn(command as CityCommand, chief);

/** One counter serves so many, half a minute each. */
async function serves({ hub, clock }: BranchRig, count: number): Promise<void> {
  const counter = '1' as CounterId;
  await hub.pipeline.submitOwn({ type: 'counter.open', counter });
  for (let n = 0; n < count; n++) {
    for (const type of ['call.next', 'service.start', 'service.end'] as const) {
      clock.turn(30_000);
      const answer = await hub.pipeline.submitOwn({ type, counter });
      if (!answer.ok) throw new Error(answer.says.en);
    }
  }
}

async function given() {
  const rig = await startCenter(new MemoryDisk(), { clock: morning('2026-12-03') });
  const from = '2026-01-01';
  await does(rig, {
    type: 'node.open',
    node: 'city',
    level: 'city',
    name: named,
    parent: null,
    from,
  });
  const branch = async (id: string) => {
    const opened = { type: 'node.open', node: `n-${id}`, level: 'outlet', name: named };
    await does(rig, { ...opened, parent: 'city', from });
    await does(rig, { type: 'branch.bind', branch: id, node: `n-${id}`, from });
    return startBranch(rig, await codeFor(rig, id), { clock: morning('2026-11-29') });
  };
  const [east, west] = [await branch('east'), await branch('west')];
  for (const one of [east, west]) await tickets(one, 6);
  for (let day = 0; day < 2; day++) {
    await nextDay(east);
    await tickets(east, 3);
  }
  for (const one of [east, west]) await one.synced();
  return { rig, east, west };
}

async function preview({ center }: CenterRig) {
  const { gathering, city } = center;
  const rules = rulesOf(city.state, node('city'), NOVEMBER);
  const gathered = await gathering.gathered(city.state, NOVEMBER, rules);
  return previewOf(city.state, { month: NOVEMBER, node: node('city') }, gathered);
}

test('a month is closed on the center’s own books, over what is missing only with a reason', async () => {
  const { rig } = await given();
  const { lacks, blocking, sum, branches } = await preview(rig);
  expect(lacks).toEqual([{ what: 'ledger', branch: 'west', through: '2026-11-28' }]);
  expect([blocking, branches.map(({ branch, days }) => [branch, days])]).toEqual([
    ...[
      1,
      [
        ['east', 2],
        ['west', 1],
      ],
    ],
  ]);
  const close = { type: 'month.close', month: NOVEMBER, node: 'city', sum, despite: null };
  expect(await does(rig, close)).toMatchObject({ ok: false, code: 'month.incomplete' });
  expect(await does(rig, { ...close, despite: '该网点停业装修' })).toMatchObject({ ok: true });
  expect(await does(rig, close)).toMatchObject({ ok: false, code: 'month.closedAlready' });
  const closing = rig.center.city.state.months.closings[ID];
  const own = closing?.branches.find(({ branch }) => branch === ('east' as never));
  const [stand] = await rig.center.branches();
  expect([stand?.branch, own?.head.seq]).toEqual(['east', stand?.head.seq]);
});

test('what a branch sends after the close is stated as a difference, and issued as a correction', async () => {
  const { rig, west } = await given();
  const { sum } = await preview(rig);
  await does(rig, { type: 'month.close', month: NOVEMBER, node: 'city', sum, despite: '线路故障' });
  await nextDay(west);
  await tickets(west, 4);
  await serves(west, 3);
  await west.synced();
  const { city, gathering } = rig.center;
  const closing = city.state.months.closings[ID];
  if (!closing) throw new Error('not closed');
  const books = await gathering.gathered(city.state, NOVEMBER, rulesFrom(closing.rules), true);
  const now = asNow(city.state, closing, books);
  expect(now.branches.find(({ branch }) => branch === ('west' as never))?.days).toBe(2);
  const correct = { type: 'month.correct', closing: ID, reason: '网点补传' };
  expect(await does(rig, { ...correct, sum: '00000000' })).toMatchObject({ code: 'month.changed' });
  expect(await does(rig, { ...correct, sum: now.sum })).toMatchObject({ ok: true, seq: 7 });
  const corrected = city.state.months.closings[ID];
  const wait = corrected?.corrections[0]?.differences.find(({ what }) => what === 'averageWait');
  expect(wait).toMatchObject({ branch: 'west', before: null, after: expect.any(Number) });
  expect(corrected?.original).toEqual(closing.original);
  expect(await does(rig, { ...correct, sum: now.sum })).toMatchObject({
    code: 'month.noDifference',
  });
});
