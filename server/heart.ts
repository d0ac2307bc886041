import type { Adviser } from './adviser/adviser.ts';
import { type Clock, offsetOf, STEP } from './clock.ts';
import type { Pipeline } from './pipeline.ts';
import type { Publisher } from './publisher.ts';

export interface HeartParts {
  readonly clock: Clock;
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  readonly adviser: Pick<Adviser, 'start' | 'stop'>;
  /** Tells one group of screens after another that the hub is there. */
  readonly beat: (group: number) => void;
}

/** Hub milliseconds between two ticks, real ones between two beats for a screen. */
const TICK = 1000;
const BEAT = 2000;
/** Screens are told in so many groups by turns: a call that meets a beat waits for one of them. */
export const GROUPS = 8;

/** Timers become `tick` commands; returns what stops them. */
export function startHeart({ clock, pipeline, publisher, adviser, beat }: HeartParts): () => void {
  let stopTick = () => {};
  let stopBeat = () => {};
  const ticks = () => {
    noteStep(clock, pipeline);
    void pipeline.submitOwn({ type: 'tick' });
    // Expected waits move with time alone.
    publisher.changed();
  };
  const tick = () => {
    stopTick = clock.after(TICK, tick);
    ticks();
  };
  const beats = (turn: number) => {
    stopBeat = clock.frame(BEAT / GROUPS, () => beats(turn + 1));
    beat(turn % GROUPS);
  };
  stopTick = clock.after(TICK, tick);
  // Behind the start: the time away may bring much, and the first screens are not to wait for it.
  const stopFirst = clock.frame(0, ticks);
  beats(0);
  adviser.start();
  return () => {
    adviser.stop();
    stopFirst();
    stopTick();
    stopBeat();
  };
}

function noteStep(clock: Clock, pipeline: Pipeline): void {
  const offset = offsetOf(clock);
  const by = offset - pipeline.lobby.visit.offset;
  if (Math.abs(by) <= STEP) return;
  void pipeline.submitOwn({ type: 'clock.step', by, offset });
}
