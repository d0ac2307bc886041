import type { CounterId } from '../ids.ts';

/** What an address may say: `?counter=3`, `?lang=en`, `?calibrate` and `?spoken=on`, nothing else. */
const query = () => new URLSearchParams(location.search);

/** The counter this screen stands at; the hub decides whether there is one. */
export function counterInAddress(): CounterId | null {
  const named = query().get('counter');
  return named && /^[A-Za-z0-9_-]{1,32}$/.test(named) ? (named as CounterId) : null;
}

export const languageInAddress = () => query().get('lang');

/** This screen is to be measured before it is used. */
export const calibrateInAddress = () => query().has('calibrate');

/** Once measured, a reload does not ask again. */
export function forgetCalibrate(): void {
  const said = query();
  said.delete('calibrate');
  history.replaceState(null, '', said.size > 0 ? `?${said}` : location.pathname);
}

/** A terminal set up to speak: for customers who cannot read it well. */
export const spokenInAddress = () => query().get('spoken') === 'on';

/** Which page this is, whatever language it speaks. */
export const pageName = () => `${location.pathname}${counterInAddress() ?? ''}`;
