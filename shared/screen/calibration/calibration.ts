import { effect, signal } from '@preact/signals';
import { pageName } from '../address.ts';
import { type Calibration, guess, isPlausible } from './millimetres.ts';

/** Each page of a device has its own panel, so each keeps its own. */
const name = () => `tingtang.calibration ${pageName()}`;

const forHands = () => !/^\/display\/(lobby|wall|manager)\//.test(location.pathname);

/** CSS pixels across this screen; browser zoom is taken to be 100 %, as a kiosk's is. */
export const panel = () => ({ width: screen.width, height: screen.height });

function kept(): Calibration | null {
  try {
    const { pxPerMm, distance } = JSON.parse(localStorage.getItem(name()) ?? '{}');
    const read = { pxPerMm: Number(pxPerMm), distance: Number(distance), measured: true };
    return isPlausible(read) ? read : null;
  } catch {
    return null;
  }
}

/** How large a millimetre is here and from how far it is read. Styles use `--mm` and `--far`. */
export const calibration = signal<Calibration>(kept() ?? guess(forHands(), panel()));

/** `--mm` is a real millimetre, `--far` the distance to the farthest who reads: both are lengths. */
effect(() => {
  const { pxPerMm, distance } = calibration.value;
  const { style } = document.documentElement;
  style.setProperty('--mm', `${pxPerMm}px`);
  style.setProperty('--far', `${distance * pxPerMm}px`);
});

/** Keeps what was measured on this device. False: implausible, and nothing has changed. */
export function calibrate(measured: Omit<Calibration, 'measured'>): boolean {
  if (!isPlausible(measured)) return false;
  calibration.value = { ...measured, measured: true };
  try {
    localStorage.setItem(name(), JSON.stringify(measured));
  } catch {
    // A browser that keeps nothing is measured again after a restart.
  }
  return true;
}
