import { expect, test } from 'vitest';
import type { CounterId } from '../../shared/ids.ts';
import { callQueue, type Manner, type OpenCall } from '../../shared/screen/voice/queue.ts';

const twice: Manner = { times: 2, english: false, chime: true };
const withEnglish: Manner = { ...twice, english: true };
/** Seconds one reading takes. */
const LONG = 6;

/** A hall with a hand-turned clock, in seconds: what is said there, and when. */
function hall(manner: Manner = twice, since = 0) {
  const queue = callQueue();
  queue.live(since);
  let now = since;
  let busyUntil = since;
  let open: OpenCall[] = [];
  const said: string[] = [];
  const starts: number[] = [];
  const speak = () => {
    while (busyUntil <= now) {
      const next = queue.next(manner);
      if (!next) return;
      const { call, language, chime } = next;
      said.push(`${chime ? '♪' : ''}${call.number}→${call.counter} ${language}`);
      starts.push(now);
      busyUntil = now + LONG;
    }
  };
  const tell = () => {
    queue.tell(open);
    speak();
  };
  return {
    ...{ said, starts, queue },
    turn(seconds: number) {
      for (const until = now + seconds; now < until; speak()) now += 1;
    },
    calls(number: string, counter: string) {
      const name = { zh: `${counter}号窗口`, en: `Counter ${counter}` };
      open = open.filter((call) => call.counter !== counter);
      open.push({ number, counter: counter as CounterId, name, at: now });
      tell();
    },
    /** The customer is there, or said to be missing, or the call was taken back. */
    answered(number: string) {
      open = open.filter((call) => call.number !== number);
      tell();
    },
    again: tell,
    reload() {
      const page = hall(manner, now);
      page.queue.tell(open);
      return page;
    },
    back: () => queue.live(now),
  };
}

test('a call is chimed and read twice', () => {
  const { calls, turn, said } = hall();
  turn(1);
  calls('A012', '3');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', 'A012→3 zh']);
});

test('twice in Chinese, then in English, where the branch wants it', () => {
  const { calls, turn, said } = hall(withEnglish);
  turn(1);
  calls('A012', '3');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', 'A012→3 zh', 'A012→3 en']);
});

test('no announcement cuts off another', () => {
  const { calls, turn, said, starts } = hall();
  turn(1);
  calls('A012', '3');
  turn(2);
  calls('B004', '1');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', 'A012→3 zh', '♪B004→1 zh', 'B004→1 zh']);
  for (const [i, start] of starts.entries())
    expect(start - (starts[i - 1] ?? -LONG)).toBeGreaterThanOrEqual(LONG);
});

test('what was answered while it waited is never spoken', () => {
  const { calls, turn, answered, said } = hall();
  turn(1);
  calls('A012', '3');
  calls('B004', '1');
  turn(3);
  answered('B004');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', 'A012→3 zh']);
});

test('answered during its first reading, it is read to the end and not again', () => {
  const { calls, turn, answered, said } = hall(withEnglish);
  turn(1);
  calls('A012', '3');
  turn(3);
  answered('A012');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh']);
});

test('a recall announces again, in full', () => {
  const { calls, turn, said } = hall();
  turn(1);
  calls('A012', '3');
  turn(25);
  calls('A012', '3');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', 'A012→3 zh', '♪A012→3 zh', 'A012→3 zh']);
});

test('a recall of one that still waits keeps its place and is said once', () => {
  const { calls, turn, said } = hall({ ...twice, times: 1 });
  turn(1);
  for (const n of [1, 2, 3]) calls(`A00${n}`, String(n));
  turn(1);
  calls('A002', '2');
  turn(60);
  expect(said).toEqual(['♪A001→1 zh', '♪A002→2 zh', '♪A003→3 zh']);
});

test('a recall of one that is being read takes the place of its second reading', () => {
  const { calls, turn, said } = hall();
  turn(1);
  calls('A012', '3');
  turn(2);
  calls('A012', '3');
  turn(60);
  expect(said).toEqual(['♪A012→3 zh', '♪A012→3 zh', 'A012→3 zh']);
});

test('while many wait each is read once, and English is left out when it gets crowded', () => {
  const { calls, turn, said } = hall(withEnglish);
  turn(1);
  for (let n = 1; n <= 7; n++) calls(`A00${n}`, String(n));
  turn(200);
  const readings = (n: number) => said.filter((line) => line.includes(`A00${n}`)).length;
  expect([1, 2, 3, 4, 5, 6, 7].map(readings)).toEqual([1, 1, 1, 1, 2, 3, 3]);
});

test('twenty counters at once: the newest is heard within a minute, unheard ones by their recall', () => {
  const { calls, turn, said, starts } = hall(withEnglish);
  turn(1);
  for (let n = 1; n <= 20; n++) calls(`A0${10 + n}`, String(n));
  turn(20);
  calls('A012', '2');
  turn(300);
  const newest = said.findIndex((line) => line.includes('A030'));
  expect(starts[newest]).toBeLessThanOrEqual(61);
  expect(said.some((line) => line.includes('A012'))).toBe(true);
});

test('the same view told again says nothing again', () => {
  const { calls, turn, again, said } = hall();
  turn(1);
  calls('A012', '3');
  for (let n = 0; n < 40; n++) {
    turn(1);
    again();
  }
  expect(said).toHaveLength(2);
});

test('after a reload, and after a reconnect, old calls are not announced again; new ones are', () => {
  const page = hall();
  page.turn(1);
  page.calls('A012', '3');
  page.turn(30);
  const reloaded = page.reload();
  reloaded.turn(30);
  expect(reloaded.said).toEqual([]);

  page.calls('B004', '1');
  page.turn(30);
  page.back();
  page.again();
  page.turn(30);
  expect(page.said).toHaveLength(4);
  page.calls('C001', '2');
  expect(page.said.at(-1)).toBe('♪C001→2 zh');
});

test('a screen that is not live yet says nothing', () => {
  const queue = callQueue();
  const name = { zh: '3号窗口', en: 'Counter 3' };
  queue.tell([{ number: 'A012', counter: '3' as CounterId, name, at: 5 }]);
  expect(queue.next(twice)).toBeNull();
});

test('what was called while nobody could hear it is not made up for', () => {
  const { calls, turn, queue, again, said } = hall();
  turn(1);
  calls('A012', '3');
  queue.silence();
  turn(1);
  again();
  turn(60);
  expect(said).toEqual(['♪A012→3 zh']);
});
