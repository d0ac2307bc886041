import { onTestFinished } from 'vitest';
import { Outbox } from '../../server/notices/outbox.ts';
import { parseRobots, type Robot } from '../../server/notices/robots.ts';
import { send } from '../../server/notices/send.ts';
import type { RobotKind } from '../../shared/views/robots.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { type GroupDouble, groupDouble, KEY, SECRET } from './groupDouble.ts';
import { type Turned, turned } from './turned.ts';

/** 24 November 2026, 10:05 in Shanghai. */
export const TEN = Date.UTC(2026, 10, 24, 2, 5, 0);

export function robotOf(kind: RobotKind, base: string, more: object = {}): Robot {
  const signed = kind === 'wecom' ? {} : { secret: SECRET };
  const fields = { id: kind, kind, key: KEY, base, ...signed, ...more };
  const [robot] = parseRobots(JSON.stringify({ robots: [fields] }));
  if (!robot) throw new Error('a robot was lost');
  return robot;
}

export interface Rig {
  readonly outbox: Outbox;
  readonly double: GroupDouble;
  readonly robot: Robot;
  readonly clock: Turned;
  readonly disk: MemoryDisk;
  readonly logged: string[];
  readonly send: typeof send;
  /** The same folder, after the hub was started again. */
  again(): Promise<Rig>;
  says(text: string): Promise<void>;
}

export async function rigOf(kind: RobotKind, more: object = {}): Promise<Rig> {
  const post = counted();
  const clock = turned(TEN, post.settled);
  const double = await groupDouble(kind, () => clock.now().wall);
  const disk = new MemoryDisk();
  disk.put('/hub/x', '');
  return open({
    clock,
    double,
    disk,
    send: post.send,
    robot: robotOf(kind, double.base, more),
    logged: [],
  });
}

async function open(parts: Omit<Rig, 'outbox' | 'again' | 'says'>): Promise<Rig> {
  const { clock, disk, robot, logged, send } = parts;
  const outbox = new Outbox({
    ...{ disk, folder: '/hub', robots: [robot], clock, send, changed() {} },
    log: (event, fields) => void logged.push(JSON.stringify({ event, ...fields })),
  });
  await outbox.start();
  onTestFinished(() => outbox.stop());
  return {
    ...parts,
    outbox,
    again: () => open(parts),
    async says(text) {
      await outbox.add(robot, text);
      await clock.passes(0);
    },
  };
}

export const states = ({ outbox }: Rig) => outbox.view().letters.map((l) => l.state);

/** The real sending, and when nothing of it is under way. */
function counted(): { send: typeof send; settled: () => Promise<void> } {
  let under = 0;
  const turn = () => new Promise<void>((done) => setImmediate(done));
  return {
    async send(...letter) {
      under++;
      try {
        return await send(...letter);
      } finally {
        under--;
      }
    },
    async settled() {
      for (let quiet = 0; quiet < 4; quiet = under > 0 ? 0 : quiet + 1) await turn();
    },
  };
}
