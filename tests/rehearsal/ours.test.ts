import { expect, test } from 'vitest';
import { branchOf } from '../../server/rehearsal/replay/branch.ts';
import { readLog } from '../../server/rehearsal/replay/csv.ts';
import { replay } from '../../server/rehearsal/replay/replay.ts';
import { shiftsOf } from '../../server/rehearsal/replay/shifts.ts';
import { fileOf, type Line, randomLog } from '../kit/logs.ts';

const ours = (lines: readonly Line[]) =>
  replay({
    ...{ file: fileOf(lines), policy: 'ours', skipBad: false, unrecordedAsOrdinary: false },
  });

const at = (time: string) => `2026-11-23T${time}`;
const line = (id: string, cls: string, arrive: string, start: string, end: string): Line => ({
  ...{ id, class: cls, arrive: at(arrive), start: start && at(start), end: at(end) },
  ...{ outcome: start ? 'served' : 'abandoned', server: start ? 'S1' : '' },
});

test('our rule calls the one that has used most of its line, where the log went by arrival', async () => {
  const { classes, all } = await ours([
    line('1', 'ordinary', '09:00:00', '09:00:00', '09:10:00'),
    line('2', 'ordinary', '09:01:00', '09:10:00', '09:20:00'),
    line('3', 'premium', '09:02:00', '09:20:00', '09:25:00'),
  ]);
  expect(classes.premium?.wait.mean).toBe(8 * 60);
  expect(classes.ordinary?.wait.max).toBe(14 * 60);
  expect(all).toMatchObject({ tickets: 3, served: 3 });
});

test('whoever left leaves after the same patience, unless called before', async () => {
  const { all } = await ours([
    line('1', 'ordinary', '09:00:00', '09:00:00', '09:10:00'),
    line('2', 'ordinary', '09:01:00', '', '09:05:00'),
    line('3', 'ordinary', '09:02:00', '', '09:15:00'),
  ]);
  expect(all).toMatchObject({ served: 2, abandoned: 1 });
  expect(all.service.mean).toBe(600);
});

test('a server is away in a gap for as long as the log shows somebody waiting', () => {
  const lines = [
    line('1', 'ordinary', '09:00:00', '09:00:00', '09:10:00'),
    line('2', 'ordinary', '09:05:00', '09:20:00', '09:30:00'),
    line('3', 'ordinary', '09:40:00', '09:40:00', '09:45:00'),
  ];
  const columns = Object.keys(lines[0] ?? {});
  const text = lines.map((l) => columns.map((c) => l[c]).join(',')).join('\n');
  const { rows } = readLog(`${columns}\n${text}`, { skipBad: false });
  const shifts = [...shiftsOf(rows, branchOf('b', 'b', rows), 0).values()].flat();
  const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16);
  expect(shifts.map(({ from, to }) => [clock(from), clock(to)])).toEqual([
    ['09:00', '09:10'],
    ['09:20', '09:45'],
  ]);
});

test('every recorded customer comes, and each is served or gone', async () => {
  const lines = randomLog(1, 300);
  const { policy, all, breaches, ledger } = await ours(lines);
  expect([policy, breaches]).toEqual(['ours', {}]);
  expect(all.tickets).toBe(300);
  expect(all.served + all.abandoned).toBe(300);
  expect(await ours(lines)).toMatchObject({ ledger });
});

test('a log without servers or ends cannot be played again', async () => {
  const lines = randomLog(2, 10).map((l) => ({ ...l, server: '' }));
  await expect(ours(lines)).rejects.toThrow('needs the columns "server" and "end"');
});
