import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Answer } from '../../shared/wire.ts';
import { dice } from '../kit/dice.ts';
import { handClock } from '../kit/handClock.ts';
import { type HubRig, idAt, NINE, type Screen, screen, startHub } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { take } from '../kit/visit.ts';

const linesOf = (disk: MemoryDisk) =>
  String(disk.peek('/data/ledger/2026-11-24.jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; seq: number; facts: { type: string }[] });

test('P7: sends doubled, reordered, their acknowledgements lost: each press takes effect once', async () => {
  const die = dice(7);
  const disk = new MemoryDisk();
  const presses = Array.from({ length: 60 }, () => ({ ...take, id: idAt(NINE) }));
  const answers = new Map<string, Set<string>>();
  const learn = (id: string, answer: Answer) => {
    const known = answers.get(id) ?? new Set();
    answers.set(id, known.add(JSON.stringify(answer)));
  };
  // Two lives of a hub: what the first one answered, the second one still knows.
  for (const start of [NINE, NINE + 60_000]) {
    const rig = await startHub({ disk, clock: handClock(start) });
    const screens = await Promise.all(Array.from({ length: 6 }, () => screen(rig)));
    const sends = [...presses, ...presses, ...presses]
      .map((press) => ({ press, when: die() }))
      .sort((a, b) => a.when - b.when);
    const half = start === NINE ? sends.slice(0, sends.length / 2) : sends;
    await Promise.all(half.map(({ press }) => sent(screens, press, learn, die)));
    await rig.hub.pipeline.settled();
    await rig.stop();
  }
  const lines = linesOf(disk);
  for (const { id } of presses) {
    expect(lines.filter((line) => line.id === id)).toHaveLength(1);
    expect(answers.get(id)?.size, 'the same answer each time').toBe(1);
  }
  const issued = lines.flatMap(({ facts }) => facts.filter((f) => f.type === 'ticket.issued'));
  expect(issued).toHaveLength(presses.length);
});

/** Some sends lose their acknowledgement: the line is cut behind them, and a new one is opened. */
async function sent(
  screens: Screen[],
  press: typeof take & { id: string },
  learn: (id: string, answer: Answer) => void,
  die: () => number,
): Promise<void> {
  const n = Math.floor(die() * screens.length);
  const on = screens[n];
  if (!on) return;
  if (die() > 0.1) return learn(press.id, await answered(on, press));
  on.socket.emit('command', press, () => {});
  on.socket.disconnect().connect();
}

/** A line that was cut under it is one more acknowledgement lost: then it is sent again. */
async function answered(on: Screen, press: object): Promise<Answer> {
  for (;;) {
    const answer = await on.socket
      .timeout(500)
      .emitWithAck('command', press)
      .catch(() => null);
    if (answer) return answer;
  }
}

/** A branch of eight counters, all for cash and everybody, with no pause between two calls. */
const eight = {
  ...defaultSettings,
  rules: { ...defaultSettings.rules, callGap: 0 },
  counters: Array.from({ length: 8 }, (_, i) => ({
    ...{ id: `${i + 1}`, name: { zh: `${i + 1}号窗口`, en: `Counter ${i + 1}` } },
    ...{ services: ['cash'], classes: ['ordinary', 'premium', 'care'] },
  })),
} as unknown as typeof defaultSettings;

const EACH = 25;

test('P15: eight kiosks and eight counters at full speed double no number and no call', async () => {
  const rig = await startHub({ settings: eight });
  const ids = eight.counters.map(({ id }) => id);
  const called: string[] = [];
  const numbers: string[] = [];
  let left = EACH * 8;
  const kiosk = async () => {
    const one = await screen(rig);
    for (let n = 0; n < EACH; n++) {
      const answer = await one.send(take);
      if (answer.ok) numbers.push(answer.number ?? '');
    }
  };
  const counter = async (id: (typeof ids)[number]) => {
    const one = await screen(rig);
    await one.send({ type: 'counter.open', counter: id });
    while (left > 0) {
      const answer = await one.send({ type: 'call.next', counter: id });
      if (!answer.ok) continue;
      left--;
      called.push(answer.ticket ?? '');
      await one.send({ type: 'service.start', counter: id });
      await one.send({ type: 'service.end', counter: id });
    }
  };
  await Promise.all([...ids.map(kiosk), ...ids.map(counter)]);
  expect(numbers).toHaveLength(EACH * 8);
  expect(new Set(numbers).size).toBe(EACH * 8);
  expect(called).toHaveLength(EACH * 8);
  expect(new Set(called).size).toBe(EACH * 8);
  expect(calls(rig)).toBe(EACH * 8);
});

/** Calls as the ledger has them. */
const calls = ({ disk }: HubRig) =>
  linesOf(disk as MemoryDisk).flatMap(({ facts }) =>
    facts.filter((f) => f.type === 'ticket.called'),
  ).length;

test('P15: eight screens that press for one counter at once call one customer', async () => {
  const rig = await startHub({ settings: eight });
  const screens = await Promise.all(Array.from({ length: 8 }, () => screen(rig)));
  const [first] = eight.counters;
  const at = { counter: first?.id as never };
  await screens[0]?.send({ type: 'counter.open', ...at });
  for (const one of screens) await one.send(take);
  const all = await Promise.all(screens.map((one) => one.send({ type: 'call.next', ...at })));
  expect(all.filter((answer) => answer.ok)).toHaveLength(1);
  expect(calls(rig)).toBe(1);
});
