import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AlertCard } from '../views/alerts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { words } from './language.ts';

const NAME = 'tingtang.alerts.sound';

function remembered(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

const wanted = signal(remembered());
/** Whether new alerts are heard on this screen; kept in this browser. */
export const heard: ReadonlySignal<boolean> = wanted;

/**
 * Turns the sound on or off. Turning it on is the touch by which a browser lets a page sound, and the
 * one moment at which it is asked for notifications: never at the start, and once answered never again.
 */
export function hear(on: boolean): void {
  wanted.value = on;
  try {
    localStorage.setItem(NAME, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing sounds again after the next start.
  }
  if (!on) return;
  ring('yellow');
  if ('Notification' in globalThis && Notification.permission === 'default')
    void Notification.requestPermission();
}

/** Notes of each level, hertz, and how long one lasts, seconds: more, and higher, for worse. */
const NOTES = { yellow: [660], orange: [660, 880], red: [880, 1100, 880] };
const LASTS = 0.22;

/** A browser that may not sound yet stays silent: the alert stands on the screen. */
function ring(level: AlertCard['level']): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  NOTES[level].forEach((pitch, i) => {
    const [tone, loud] = [audio.createOscillator(), audio.createGain()];
    const from = audio.currentTime + i * LASTS;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.25, from);
    loud.gain.exponentialRampToValueAtTime(0.001, from + LASTS);
    tone.connect(loud).connect(audio.destination);
    tone.start(from);
    tone.stop(from + LASTS);
  });
  setTimeout(() => void audio.close(), NOTES[level].length * LASTS * 1000 + 500);
}

/** A page nobody looks at says it through the system, without a word about whom. */
function notify(n: number): void {
  if (!document.hidden || !('Notification' in globalThis)) return;
  try {
    if (Notification.permission === 'granted')
      new Notification(words(alertWords).fresh(n), { tag: 'tingtang.alerts' });
  } catch {
    // Some systems notify only from a service worker.
  }
}

const said = ({ id, level, saidAt }: AlertCard) => `${id} ${level} ${saidAt}`;
const RANK = { yellow: 0, orange: 1, red: 2 };

/** Sounds once for what was raised, rose or was repeated; a page just opened is quiet. */
export function useAlertBell(alerts: readonly AlertCard[]): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const now = alerts.filter((a) => a.clearedAt === null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(now.map(said));
    const [worst, ...others] = now
      .filter((a) => before && !before.has(said(a)))
      .sort((a, b) => RANK[b.level] - RANK[a.level]);
    if (!worst || !wanted.value) return;
    ring(worst.level);
    notify(others.length + 1);
  }, [now.map(said).join()]);
}
