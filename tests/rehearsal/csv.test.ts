import { expect, test } from 'vitest';
import { readLog } from '../../server/rehearsal/replay/csv.ts';

const HEADER = 'id,class,arrive,start,end,outcome,server,queued';
const GOOD = '1,premium,2026-11-23T09:00:00,2026-11-23T09:05:00,2026-11-23T09:09:00,served,S1,1';

const read = (...lines: string[]) => readLog(lines.join('\n'), { skipBad: false });
const reading = (line: string) => () => read(HEADER, GOOD, line);

/** The good row as another one, with some cells changed. */
function row(change: Record<string, string>): string {
  const cells = GOOD.split(',');
  const changed = HEADER.split(',').map((name, i) => change[name] ?? cells[i]);
  return change.id === undefined ? `2,${changed.slice(1).join(',')}` : changed.join(',');
}

test('a row is read with its local times as they are written', () => {
  const [only] = read(HEADER, GOOD).rows;
  expect(only).toEqual({
    ...{ line: 2, id: '1', branch: '', service: '', server: 'S1', class: 'premium' },
    arrive: Date.UTC(2026, 10, 23, 9),
    start: Date.UTC(2026, 10, 23, 9, 5),
    end: Date.UTC(2026, 10, 23, 9, 9),
    ...{ outcome: 'served', queued: true },
  });
});

test('four columns are enough, and unknown ones are passed over', () => {
  const log = read('shoe,outcome,start,arrive,id', '43,not_called,,2026-11-23T09:00,7');
  expect(log.rows[0]).toMatchObject({ id: '7', class: 'unrecorded', queued: true, end: null });
  expect([...log.columns].sort()).toEqual(['arrive', 'id', 'outcome', 'start']);
});

test('a mark at the beginning, Windows line ends, quotes and empty lines do no harm', () => {
  const log = read(
    '\uFEFFid,arrive,start,outcome\r',
    '"a, b",2026-11-23T09:00:00,,abandoned\r',
    '',
  );
  expect(log.rows.map((r) => [r.id, r.line])).toEqual([['a, b', 2]]);
});

test.each([
  ['start before arrive', { start: '2026-11-23T08:59:59' }, '"start" is before "arrive"'],
  ['end before start', { end: '2026-11-23T09:04:59' }, '"end" is before "start"'],
  [
    'end before arrive',
    { outcome: 'abandoned', start: '', end: '2026-11-23T08:00:00' },
    '"end" is before "arrive"',
  ],
  ['end a day later', { end: '2026-11-24T09:00:01' }, '"end" is more than 24 h after "arrive"'],
  ['served, never called', { start: '' }, '"start" is empty, but the outcome is "served"'],
  [
    'left, yet called',
    { outcome: 'abandoned' },
    '"start" is not empty, but the outcome is "abandoned"',
  ],
  ['no arrival', { arrive: '' }, '"arrive" is empty'],
  ['no id', { id: '' }, '"id" is empty'],
  ['an id twice', { id: '1' }, '"id" stands on line 2 already'],
  ['a foreign outcome', { outcome: 'gone' }, '"outcome" is "gone", which is none of served'],
  ['a foreign class', { class: 'gold' }, '"class" is "gold", which is none of premium'],
  ['queued by half', { queued: 'yes' }, '"queued" is "yes"; write 1 or 0'],
  ['a zone', { arrive: '2026-11-23T09:00:00Z' }, '"arrive" is "2026-11-23T09:00:00Z"; write local'],
  ['no such date', { arrive: '2026-02-30T09:00:00' }, '"arrive" is "2026-02-30T09:00:00"'],
  ['no such hour', { arrive: '2026-11-23T24:00:00' }, '"arrive" is "2026-11-23T24:00:00"'],
  ['an unseen letter', { server: 'S\u202e1' }, '"server" holds a letter that cannot be seen'],
])('%s is an error with its line and column', (_, change, says) => {
  expect(reading(row(change))).toThrow(`line 3: ${says}`);
});

test('a row of another width is an error', () => {
  expect(reading('3,premium')).toThrow('line 3: it has 2 fields where the header has 8');
});

test('what is missing in the header is named, and what stands there twice', () => {
  expect(() => read('id,arrive')).toThrow('the header lacks start, outcome');
  expect(() => read('')).toThrow('the header lacks id, arrive, start, outcome');
  expect(() => read('id,arrive,start,start,outcome')).toThrow('names start twice');
});

test('quotes that do not pair are said with their line', () => {
  expect(reading('3,"premium,x')).toThrow(/it is no CSV: .*line 3/);
});

test('bad rows can be left out: they are counted and told', () => {
  const text = [HEADER, GOOD, row({ start: '' }), '5', row({})].join('\n');
  const log = readLog(text, { skipBad: true });
  expect(log.rows.map((r) => r.id)).toEqual(['1', '2']);
  expect(log.bad).toEqual([
    { line: 3, what: '"start" is empty, but the outcome is "served"' },
    { line: 4, what: 'it has 1 fields where the header has 8' },
  ]);
});

test('one number may occur in two branches', () => {
  const log = read(
    'id,branch,arrive,start,outcome',
    'A1,north,2026-11-23T09:00,,abandoned',
    'A1,south,2026-11-23T09:00,,abandoned',
  );
  expect(log.rows).toHaveLength(2);
});
