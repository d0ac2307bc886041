import { looksLikeIdentity } from '../identity.ts';

/** A work order's number in the bank's own system: two to six letters, then figures. */
const PATTERN = /^[A-Z]{2,6}-?\d{2,16}$/;

export const shortReference = (typed: string) => typed.trim().toUpperCase();

/**
 * Whether this cannot be such a number. Letters stand before it so that no card, phone or identity
 * number can be taken for one; figures that are a mobile or identity number behind letters are not.
 */
export function badReference(typed: string): boolean {
  const reference = shortReference(typed);
  const figures = reference.replace(/\D/g, '');
  if (!PATTERN.test(reference)) return true;
  return /^1[3-9]\d{9}$/.test(figures) || (figures.length > 14 && looksLikeIdentity(figures));
}
