import type { Visit } from '../visit/state.ts';
import type { Asked } from './foretell.ts';
import { type Learned, meanWait } from './learned.ts';
import { FURTHEST, sceneOf } from './scene.ts';
import { type Server, waitsOf } from './simulate.ts';

/** What is known at the moment of asking that says something of the wait; seconds and people. */
export interface Features {
  /** Of the simulated queue. */
  readonly mean: number;
  readonly median: number;
  readonly ahead: number;
  /** Able counters that became free within the last ten and sixty seconds, weighed by skill. */
  readonly free10: number;
  readonly free60: number;
  readonly classMean: number;
  readonly serviceMean: number;
  /** How long the first of the same class and service has waited. */
  readonly headOfLine: number;
  /** Of other classes, expected to come later and go first. */
  readonly overtakers: number;
}

/** Null where no counter is at work that may take it. */
export function featuresOf(learned: Learned, visit: Visit, asked: Asked): Features | null {
  const scene = sceneOf(learned, visit, asked);
  const { servers, waiters, me, rule, coming } = scene;
  const able = (server: Server) => server.takes(asked);
  if (servers.every((server) => able(server) === 0)) return null;
  const waits = waitsOf(scene, learned, asked.seed);
  // Where a fifth of the futures see no end of it, nobody knows how long it will take.
  if ((waits[Math.floor(waits.length * 0.8)] ?? 0) >= FURTHEST) return null;
  const free = (within: number) =>
    servers.reduce((n, s) => n + (s.serving === null && s.since < within ? able(s) : 0), 0);
  const own = waiters.filter((w) => w.class === asked.class && w.service === asked.service);
  return {
    mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    median: waits[waits.length >> 1] ?? 0,
    ahead: waiters.filter((w) => rule(w, 0) <= rule(me, 0)).length,
    ...{ free10: free(10), free60: free(60) },
    classMean: meanWait(learned, asked.class),
    serviceMean: meanWait(learned, { service: asked.service }),
    headOfLine: Math.max(0, ...own.map((w) => -w.from)),
    overtakers: coming.reduce((n, { rate, within }) => n + rate * within, 0),
  };
}
