import { expect, test } from 'vitest';
import { MODULES, overHundred } from '../../shared/floor/inspections/checklist.ts';
import { PATROL } from '../../shared/floor/inspections/patrols.ts';
import { STANDARD } from '../../shared/floor/inspections/standard.ts';
import { inspectedOn } from '../../shared/floor/inspections/state.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { checklist as checklistWords } from '../../shared/words/checklist.ts';
import { as } from '../kit/complaints.ts';
import {
  begins,
  finishes,
  I1,
  inspected,
  lookedAt,
  marks,
  PHOTO,
  passes,
  plansOn,
  WHO,
  walks,
  withPhoto,
} from '../kit/inspections.ts';

const seen = { remark: '晨会只有 8 分钟', photos: [PHOTO], ...WHO };

test('the standard checklist gives each module its hundred, and each item its text', () => {
  expect(overHundred(STANDARD.items)).toBeNull();
  for (const module of MODULES) {
    const own = STANDARD.items.filter((item) => item.module === module);
    expect([module, own.reduce((sum, { points }) => sum + points, 0)]).toEqual([module, 100]);
  }
  const { items } = checklistWords.zh;
  expect(STANDARD.items.map(({ id }) => id).filter((id) => !(id in items))).toEqual([]);
  expect(Object.keys(items)).toHaveLength(STANDARD.items.length);
});

test('an inspection takes points off, with what was seen and whose it is', () => {
  const day = marks(begins(withPhoto()), 'meeting.ten', 15, seen);
  passes(day);
  expect(Object.keys((inspected(day).stands as { marks: object }).marks)).toHaveLength(
    lookedAt(day).length,
  );
  finishes(day);
  expect(inspected(day).stands).toMatchObject({
    ...{ is: 'finished', checklist: 'ours-1', date: '2026-11-23' },
    scores: [{ module: 'meeting', score: 85 }],
  });
  expect(day.lobby.floor.inspections.standing.meeting).toEqual({
    ...{ score: 85, inspection: I1, date: '2026-11-23' },
  });
});

test('each finding is put right like anything else, by the one directly responsible', () => {
  const day = finishes(passes(marks(begins(withPhoto()), 'meeting.ten', 15, seen)));
  expect(day.lobby.care.rectifications.all).toMatchObject([
    {
      source: { from: 'inspection', about: 'meeting.ten', what: '晨会只有 8 分钟' },
      owner: 't1',
    },
  ]);
});

test('marked again, the later mark counts, and nothing is lost', () => {
  const day = marks(begins(withPhoto()), 'meeting.ten', 15, seen);
  finishes(passes(marks(day, 'meeting.ten', 5, seen)));
  expect(inspected(day).stands).toMatchObject({ scores: [{ module: 'meeting', score: 95 }] });
  expect(day.count('inspection.marked')).toBe(2);
});

test('a score stands until the next inspection of its module', () => {
  const day = finishes(passes(marks(begins(withPhoto()), 'meeting.ten', 15, seen)));
  day.at('2027-01-20 09:00').ticks();
  expect(day.lobby.floor.inspections.standing.meeting?.score).toBe(85);
  begins(day).does({ type: 'inspection.pass', inspection: '2027-01-20.i1', module: 'meeting' });
  day.does({ type: 'inspection.finish', inspection: '2027-01-20.i1' });
  expect(day.lobby.floor.inspections.standing.meeting?.score).toBe(100);
});

test('whoever left is named for nothing', () => {
  const day = begins(withPhoto()).does({ type: 'staff.leave', person: 't1' });
  day.refuses('member.left', (d) => marks(d, 'meeting.ten', 5, seen));
});

test('a planned one becomes the one that runs, under its own name', () => {
  const day = plansOn(withPhoto(), '2026-12-01');
  expect(inspected(day)).toMatchObject({ kind: 'quarterly', mode: 'remote', on: '2026-12-01' });
  day.at('2026-12-01 10:00').ticks().does({ type: 'inspection.start', inspection: I1 });
  expect(inspected(day).stands).toMatchObject({ is: 'running', by: 's1' });
  expect(day.lobby.floor.inspections.all).toHaveLength(1);
  day.refuses('date.past', (d) => plansOn(d, '2026-11-30'));
  day.refuses('date.unknown', (d) => plansOn(d, '2027-02-29'));
});

test("a branch's own checklist counts from its date on; results go on naming theirs", () => {
  const items = [{ id: 'meeting.own', module: 'meeting' as const, points: 40 }];
  const own = { version: 'b-2', from: '2026-11-25', items };
  const day = finishes(passes(begins(withPhoto())));
  day.does({ type: 'inspection.checklist', checklist: own });
  day.at('2026-11-25 09:00').ticks();
  begins(day);
  expect(inspected(day, 2).stands).toMatchObject({ checklist: 'b-2' });
  expect(inspected(day, 1).stands).toMatchObject({ checklist: 'ours-1' });
});

test('only what was looked at has a score', () => {
  const day = begins(withPhoto(), ['meeting', 'duty']);
  passes(day).refuses('inspection.unfinished', finishes);
  finishes(passes(day, 'duty'));
  expect(Object.keys(day.lobby.floor.inspections.standing)).toEqual(['meeting', 'duty']);
});

test('a zone of 5S is passed by itself', () => {
  const day = passes(begins(withPhoto(), ['fiveS']), 'fiveS', { zone: 'waiting' });
  expect(day.facts.at(-1)).toMatchObject({
    items: ['fiveS.waitingChairs', 'fiveS.waitingCalls', 'fiveS.waitingMachine'],
  });
});

test('of two inspections of a day the one that ended last stands, whichever was planned first', () => {
  const day = plansOn(withPhoto(), '2026-11-23');
  day.does({ type: 'inspection.begin', mode: 'onSite', kind: 'adHoc', modules: ['counter'] });
  const second = { inspection: '2026-11-23.i2' };
  const off = { item: 'counter.hands', points: 7, remark: '未双手递单', ...WHO };
  day.does({ type: 'inspection.mark', ...second, ...off });
  day.does({ type: 'inspection.pass', ...second, module: 'counter' });
  day.does({ type: 'inspection.finish', ...second });
  day.at('10:00').does({ type: 'inspection.start', inspection: I1 });
  finishes(passes(passes(day), 'counter'));
  const { inspections } = day.lobby.floor;
  expect(inspections.standing.counter?.score).toBe(100);
  const kept = inspectedOn(inspections, '2026-11-23' as BusinessDate);
  expect(kept.findLast(({ module }) => module === 'counter')?.score).toBe(100);
});

test('quarters past are forgotten, what stands is not', () => {
  const day = finishes(passes(begins(withPhoto())));
  day.at('2027-02-28 09:00').ticks();
  expect(day.lobby.floor.inspections.all).toHaveLength(1);
  day.at('2027-03-05 09:00').ticks();
  expect(day.lobby.floor.inspections.all).toEqual([]);
  expect(day.lobby.floor.inspections.standing.meeting?.score).toBe(100);
});

const hours = {
  week: Array.from({ length: 7 }, () => ({ open: '09:00', close: '17:00' })),
  ...{ exceptions: {}, ticketsBeforeMinutes: 0 },
};
const all = (round: keyof typeof PATROL) => PATROL[round].map((item) => ({ item, ok: true }));

test('a round before opening is late once the doors are open, the last one an hour after closing', () => {
  const day = as(withPhoto({ hours }), 'l1');
  walks(day, 'before', all('before'));
  expect(day.lobby.floor.inspections.patrols).toMatchObject([{ late: false, by: 'l1' }]);
  walks(day.at('09:01').ticks(), 'before', all('before'));
  walks(day.at('18:00').ticks(), 'after', all('after'));
  walks(day.at('18:01').ticks(), 'after', all('after'));
  const { patrols } = day.lobby.floor.inspections;
  expect(patrols.map(({ late }) => late)).toEqual([false, true, false, true]);
  expect(day.at('2026-11-24 09:00').ticks().lobby.floor.inspections.patrols).toEqual([]);
});

test('what is not in order on a round is said, and may be shown', () => {
  const answers = [{ item: 'line', ok: false }, ...all('during').slice(1)];
  withPhoto().refuses('inspection.needsRemark', (d) => walks(d, 'during', answers));
  const said = [{ item: 'line', ok: false, remark: '队伍过长', photos: [PHOTO] }];
  const day = walks(withPhoto(), 'during', [...said, ...all('during').slice(1)]);
  expect(day.lobby.floor.inspections.patrols[0]?.answers[0]).toMatchObject({ photos: [PHOTO] });
});
