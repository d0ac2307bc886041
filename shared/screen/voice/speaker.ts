import { type ReadonlySignal, signal } from '@preact/signals';
import { clipBank } from './bank.ts';

/** Seconds between two clips, and before the first: the clips themselves are trimmed. */
export const GAP = 0.045;
const LEAD = 0.03;
/** Milliseconds past its length after which a sound counts as over: without a device none ends. */
const GRACE = 600;
/** Milliseconds a context may take to start; one that is blocked never does. */
const START = 800;

export interface Speaker {
  /** The browser lets no page sound before a touch, unless it was started so. */
  readonly blocked: ReadonlySignal<boolean>;
  /** Plays clips one after another; resolves when they are over or were stopped. */
  play(clips: readonly string[], volume: number): Promise<void>;
  /** Stops what sounds now. */
  stop(): void;
  /** Fetches clips beforehand. */
  prepare(clips: readonly string[]): void;
  setVolume(volume: number): void;
}

/** Joins clips with Web Audio. One a page: a browser allows few contexts. */
export function openSpeaker(context: AudioContext = new AudioContext()): Speaker {
  const loudness = context.createGain();
  loudness.connect(context.destination);
  const bank = clipBank((bytes) => context.decodeAudioData(bytes));
  let stopNow: (() => void) | null = null;

  /** Resolves once, whichever comes first: the last clip's end, its time, or `stop`. */
  function sounding(buffers: readonly AudioBuffer[]): Promise<void> {
    return new Promise((over) => {
      const { sources, length } = schedule(context, loudness, buffers);
      const end = () => {
        clearTimeout(timer);
        sources.at(-1)?.removeEventListener('ended', end);
        if (stopNow === end) stopNow = null;
        for (const source of sources) source.disconnect();
        over();
      };
      const timer = setTimeout(end, length * 1000 + GRACE);
      sources.at(-1)?.addEventListener('ended', end);
      stopNow = end;
    });
  }

  return {
    blocked: blockedUntilTouched(context),
    async play(clips, volume) {
      let stopped = false;
      stopNow = () => {
        stopped = true;
      };
      const found = await Promise.all(clips.map(bank.get));
      if (context.state !== 'running') await Promise.race([context.resume(), sleep(START)]);
      if (stopped || context.state !== 'running') return;
      loudness.gain.value = volume;
      const buffers = found.filter((buffer) => buffer !== null);
      if (buffers.length > 0) await sounding(buffers);
    },
    stop: () => stopNow?.(),
    prepare: (clips) => void Promise.all(clips.map(bank.get)),
    setVolume: (volume) => loudness.gain.setTargetAtTime(volume, context.currentTime, 0.02),
  };
}

/** One clip right after another, on the device's own clock. */
function schedule(context: AudioContext, to: AudioNode, buffers: readonly AudioBuffer[]) {
  let at = context.currentTime + LEAD;
  const sources = buffers.map((buffer) => {
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(to);
    source.start(at);
    at += buffer.duration + GAP;
    return source;
  });
  return { sources, length: at - GAP - context.currentTime };
}

function blockedUntilTouched(context: AudioContext): ReadonlySignal<boolean> {
  const blocked = signal(context.state === 'suspended');
  context.addEventListener('statechange', () => {
    blocked.value = context.state === 'suspended';
  });
  const wake = () => {
    // A touch is all a browser asks for; where it does not help there is no device to sound on.
    blocked.value = false;
    void context.resume().catch(() => {});
  };
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, wake);
  return blocked;
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
