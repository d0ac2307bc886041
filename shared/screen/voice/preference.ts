import { type ReadonlySignal, signal } from '@preact/signals';

/** How this device speaks; kept in this browser. */
export interface VoicePreference {
  /** Only one display of a branch should. */
  readonly speaks: boolean;
  /** 0.1 … 1. */
  readonly volume: number;
  /** clips always work; browser: its own Chinese voice, where it has one on this machine. */
  readonly from: 'clips' | 'browser';
}

const NAME = 'tingtang.voice';
const usual: VoicePreference = { speaks: true, volume: 0.8, from: 'clips' };

/** Anything in storage may be old or somebody's doing: what does not fit is the usual. */
export function readPreference(kept: string | null): VoicePreference {
  const { speaks, volume, from } = parsed(kept);
  const fits = typeof volume === 'number' && volume >= 0.1 && volume <= 1;
  return {
    speaks: typeof speaks === 'boolean' ? speaks : usual.speaks,
    volume: fits ? volume : usual.volume,
    from: from === 'browser' ? 'browser' : 'clips',
  };
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(kept ?? '{}'));
  } catch {
    return {};
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

const kept = signal(readPreference(remembered()));
export const preference: ReadonlySignal<VoicePreference> = kept;

export function prefer(change: Partial<VoicePreference>): void {
  kept.value = { ...kept.value, ...change };
  try {
    localStorage.setItem(NAME, JSON.stringify(kept.value));
  } catch {
    // A browser that keeps nothing speaks as usual after the next start.
  }
}

/** One step louder or quieter; steps of a tenth. */
export function turnVolume(by: 1 | -1): void {
  const tenths = Math.round(kept.value.volume * 10) + by;
  prefer({ volume: Math.min(10, Math.max(1, tenths)) / 10 });
}
