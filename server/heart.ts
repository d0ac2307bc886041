import type { Adviser } from './adviser/adviser.ts';
import { type Clock, offsetOf, STEP } from './clock.ts';
import type { Pipeline } from './pipeline.ts';
import type { Publisher } from './publisher.ts';

export interface HeartParts {
  readonly clock: Clock;
  readonly pipeline: Pipeline;
  readonly publisher: Publisher;
  readonly adviser: Pick<Adviser, 'start' | 'stop'>;
  /** Tells the screens that the hub is there. */
  readonly beat: () => void;
}

/** Hub milliseconds between two ticks, real ones between two beats. */
const TICK = 1000;
const BEAT = 2000;

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
  const beats = () => {
    stopBeat = clock.frame(BEAT, beats);
    beat();
  };
  stopTick = clock.after(TICK, tick);
  // Behind the start: the time away may bring much, and the first screens are not to wait for it.
  const stopFirst = clock.frame(0, ticks);
  beats();
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
