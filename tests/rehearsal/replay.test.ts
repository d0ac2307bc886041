import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { verifyFolder } from '../../server/ledger/verify.ts';
import { type ReplayOptions, replay } from '../../server/rehearsal/replay/replay.ts';
import { measuresFrom } from '../../server/upkeep/kept.ts';
import { fileOf, type Line, ownFolder, randomLog } from '../kit/logs.ts';

const play = (file: string, more: Partial<ReplayOptions> = {}) =>
  replay({ file, policy: 'recorded', skipBad: false, unrecordedAsOrdinary: false, ...more });

const seconds = (from = '', to = '') => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Waits straight from the file, by the definition. */
const waitsIn = (lines: readonly Line[]) =>
  lines.filter((l) => l.queued === '1' && l.start).map((l) => seconds(l.arrive, l.start));

test('the figures of a log are those computed straight from the file', async () => {
  const lines = randomLog(1, 400);
  const { classes, all, rows, bad } = await play(fileOf(lines));
  expect([rows, bad]).toEqual([400, 0]);
  for (const [name, figures] of [...Object.entries(classes), ['all', all] as const]) {
    const own = lines.filter((l) => name === 'all' || l.class === name);
    const is = (outcome: string) => own.filter((l) => l.outcome === outcome).length;
    const waits = waitsIn(own).sort((a, b) => a - b);
    expect(figures).toMatchObject({
      tickets: own.length,
      queued: own.filter((l) => l.queued === '1').length,
      served: is('served'),
      abandoned: is('abandoned'),
      noshow: is('noshow'),
    });
    expect(figures.wait.n).toBe(waits.length);
    expect(figures.wait.mean).toBeCloseTo(mean(waits), 6);
    expect(figures.wait.max).toBe(waits.at(-1));
    expect(figures.wait.over[300]).toBeCloseTo(waits.filter((w) => w > 300).length / waits.length);
    const services = own.filter((l) => l.outcome === 'served').map((l) => seconds(l.start, l.end));
    expect(figures.service.n).toBe(services.length);
    expect(figures.service.mean).toBeCloseTo(mean(services), 6);
  }
});

test('the kept ledger is sound, and the figures made from it alone are the same', async () => {
  const data = join(ownFolder(), 'kept');
  const { classes, all, ledger } = await play(fileOf(randomLog(2)), { data });
  expect(await measuresFrom(nodeDisk, data)).toEqual({ classes, all, ledger });
  const verdict = await verifyFolder(nodeDisk, data);
  expect(verdict).toMatchObject({ ok: true, ledgers: [{ head: { hash: ledger.head } }] });
  // Who came after midnight belongs to the day before; who was served past 04:00 to the day of issue.
  expect(readdirSync(join(data, 'ledger'))).toEqual(['2026-11-23.jsonl', '2026-11-24.jsonl']);
});

test('each branch has its own ledger, and all stand under one head', async () => {
  const names = ['北一', '北二', 'ledger', 'constructor'];
  const lines = randomLog(3).map((l, n) => ({ ...l, branch: names[n % names.length] ?? '' }));
  const data = join(ownFolder(), 'kept');
  const { classes, all, branches, ledger } = await play(fileOf(lines), { data });
  expect(Object.keys(branches ?? {}).sort()).toEqual([...names].sort());
  expect(branches?.北一?.tickets).toBe(50);
  expect(await measuresFrom(nodeDisk, data)).toEqual({ classes, all, branches, ledger });
  const verdict = await verifyFolder(nodeDisk, data);
  expect(verdict.ok && verdict.ledgers.length).toBe(4);
});

test('the figures of one day are those of its tickets', async () => {
  const lines = randomLog(4);
  const data = join(ownFolder(), 'kept');
  await play(fileOf(lines), { data });
  const day = await measuresFrom(nodeDisk, data, (date) => date === '2026-11-23');
  const own = lines.filter((l) => (l.arrive ?? '') < '2026-11-24T04:00:00');
  expect(day?.all.tickets).toBe(own.length);
  expect(day?.all.wait.mean).toBeCloseTo(mean(waitsIn(own)), 6);
});

test('the same log makes the same ledger', async () => {
  const lines = randomLog(5, 60);
  const { ledger } = await play(fileOf(lines));
  expect((await play(fileOf(lines))).ledger).toEqual(ledger);
});

test('without a class column tickets are apart, or ordinary on demand', async () => {
  const file = fileOf(randomLog(6), ['id', 'arrive', 'start', 'outcome']);
  expect(Object.keys((await play(file)).classes)).toEqual(['unrecorded']);
  const ordinary = await play(file, { unrecordedAsOrdinary: true });
  expect(Object.keys(ordinary.classes)).toEqual(['ordinary']);
  expect(ordinary.all.queued).toBe(200);
});

test('a log that knows no more than calls has waits, and no services', async () => {
  const lines = randomLog(7).map(({ start, ...l }) => ({
    ...l,
    start: start ?? '',
    outcome: start ? 'called' : 'not_called',
  }));
  const { all, breaches } = await play(fileOf(lines, ['id', 'arrive', 'start', 'outcome']));
  const called = lines.filter((l) => l.start).length;
  expect(all).toMatchObject({ called, notCalled: 200 - called, served: 0, abandoned: 0 });
  expect(all.wait.n).toBe(called);
  expect(all.service.n).toBe(0);
  expect(breaches).toEqual({ 'server.missing': called, 'end.missing': called });
});

test('what our own rules would have refused is told', async () => {
  const line = (id: string, start: string, end: string): Line => ({
    ...{ id, arrive: '2026-11-23T09:00:00', start: `2026-11-23T${start}`, server: 'S1' },
    ...{ end: `2026-11-23T${end}`, outcome: 'served' },
  });
  const { breaches } = await play(
    fileOf([
      line('1', '09:00:10', '09:00:12'),
      line('2', '09:00:24', '09:05:00'), // 14 s after the call before
      line('3', '09:04:58', '09:06:00'), // while 2 is still there
      line('4', '09:06:00', '09:07:00'),
    ]),
  );
  expect(breaches).toEqual({ 'call.tooSoon': 1, 'counter.busy': 1 });
});

test('an empty log has no figures, and says so without an error', async () => {
  const { rows, all, ledger } = await play(fileOf([], ['id', 'arrive', 'start', 'outcome']));
  expect([rows, all.wait.mean, ledger.entries]).toEqual([0, null, 0]);
});

test('a folder with a ledger in it is left alone', async () => {
  const data = join(ownFolder(), 'kept');
  const file = fileOf(randomLog(8, 20));
  await play(file, { data });
  await expect(play(file, { data })).rejects.toThrow('holds a ledger already');
});

test('a bad row is told with its file', async () => {
  const file = fileOf([...randomLog(9, 3), { id: 'x' }]);
  await expect(play(file)).rejects.toThrow(`${file}: line 5: "outcome" is ""`);
  const { rows, bad, skipped } = await play(file, { skipBad: true });
  expect([rows, bad, skipped?.[0]?.line]).toEqual([3, 1, 5]);
});
