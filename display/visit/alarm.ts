import { signal } from '@preact/signals';

/** Whether the customer asked to be alerted: browsers let a page sound and vibrate only after a touch. */
export const alerting = signal(false);

let audio: AudioContext | null = null;

/** Two calm tones, a fifth apart, three times. */
function chime(): void {
  if (audio?.state !== 'running') return;
  for (const [n, pitch] of [660, 440, 660, 440, 660, 440].entries()) {
    const [tone, loud] = [audio.createOscillator(), audio.createGain()];
    const at = audio.currentTime + n * 0.45;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.4, at);
    loud.gain.exponentialRampToValueAtTime(0.001, at + 0.4);
    tone.connect(loud).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.4);
  }
}

export async function turnOn(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
  alerting.value = true;
  if ('Notification' in globalThis && Notification.permission === 'default')
    await Notification.requestPermission();
}

/** The call reaches the hand as well as the eye. A phone that knows no vibration just doesn't. */
export function alarm(title: string): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400, 200, 800]);
  if (alerting.value) chime();
  if (!document.hidden || !('Notification' in globalThis)) return;
  try {
    if (Notification.permission === 'granted') new Notification(title);
  } catch {
    // Some phones notify only from a service worker.
  }
}

/** Keeps the screen lit while the page is in sight, where the phone can. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  const ask = async () => {
    if (document.hidden || (lock && !lock.released)) return;
    lock = await navigator.wakeLock.request('screen').catch(() => null);
  };
  if (!('wakeLock' in navigator)) return () => {};
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
