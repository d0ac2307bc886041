import type { CounterId } from '../ids.ts';

/** What an address may say: `?counter=3` and `?lang=en`, nothing else. */
const query = () => new URLSearchParams(location.search);

/** The counter this screen stands at; the hub decides whether there is one. */
export function counterInAddress(): CounterId | null {
  const named = query().get('counter');
  return named && /^[A-Za-z0-9_-]{1,32}$/.test(named) ? (named as CounterId) : null;
}

export const languageInAddress = () => query().get('lang');

/** Which page this is, whatever language it speaks. */
export const pageName = () => `${location.pathname}${counterInAddress() ?? ''}`;
