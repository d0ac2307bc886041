import { useEffect, useRef } from 'preact/hooks';

/** Two soft notes, hertz, and how long each sounds, seconds. */
const NOTES = [660, 880];
const LASTS = 0.22;

/** Sounds and shakes once for each call that was not there before; a page just opened is quiet. */
export function useAlarm(calls: readonly string[]): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(calls);
    if (before && calls.some((call) => !before.has(call))) ring();
  }, [calls.join()]);
}

/** A browser that may not sound or cannot shake stays silent: the call is large on the screen. */
function ring(): void {
  navigator.vibrate?.([200, 100, 200]);
  const audio = new AudioContext();
  NOTES.forEach((pitch, i) => {
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    const from = audio.currentTime + i * LASTS;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.3, from);
    loud.gain.exponentialRampToValueAtTime(0.001, from + LASTS);
    tone.connect(loud).connect(audio.destination);
    tone.start(from);
    tone.stop(from + LASTS);
  });
  setTimeout(() => void audio.close(), NOTES.length * LASTS * 1000 + 500);
}
