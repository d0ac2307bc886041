import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TicketId, ticketId } from '../../shared/ids.ts';

/** 128 bits, base64url. */
const BYTES = 16;
const PLACE = /^(.{12,17})\.([A-Za-z0-9_-]{22})$/;

const tokenOf = (secret: Buffer, ticket: TicketId) =>
  createHmac('sha256', secret).update(ticket).digest().subarray(0, BYTES).toString('base64url');

/** The last part of a page's address: the ticket's id, and the token that only its paper shows. */
export const placeOf = (secret: Buffer, ticket: TicketId) => `${ticket}.${tokenOf(secret, ticket)}`;

/**
 * The ticket a place names, of whatever day; null for a wrong token, an unknown ticket and nonsense
 * alike. A token has one spelling, and is compared in the same time whatever it holds.
 */
export function ticketAt(secret: Buffer, place: string): TicketId | null {
  const [, id = '', token = ''] = PLACE.exec(place) ?? [];
  const named = ticketId.safeParse(id);
  const ticket = named.success ? named.data : ('2000-01-01.1' as TicketId);
  const shown = Buffer.from(token.padEnd(22));
  const isRight = timingSafeEqual(shown, Buffer.from(tokenOf(secret, ticket)));
  return isRight && named.success ? ticket : null;
}
