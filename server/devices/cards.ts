import { randomBytes, webcrypto } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { base64url, cardHash, cardNumber, ROUNDS } from '../../shared/cards.ts';
import type { CardTable } from '../../shared/cardTable.ts';
import { Plain } from '../plainly.ts';

type Hashes = NonNullable<CardTable['hashes']>;
const MOST = 5000;

/**
 * `cards`: reads card numbers from standard input, one a line, and prints the settings that know them
 * again. Nothing is written to a disk and no number is printed; a wrong line is named by its place.
 */
export async function runCards(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const hashes = await hashesOf(createInterface({ input: process.stdin }));
  console.log(JSON.stringify({ cards: { prefixes: [], hashes } }, null, 2));
  console.error(`${hashes.cards.length} cards. Put "cards" into the settings file.`);
}

export async function hashesOf(
  lines: AsyncIterable<string>,
  salt: string = base64url(randomBytes(16)),
): Promise<Hashes> {
  const how = { salt, rounds: ROUNDS };
  const cards = new Set<string>();
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const number = cardNumber(text.replaceAll(/(?<=\d)[ -](?=\d)/g, ''));
    if (!number)
      throw new Plain(`Line ${line} is no card number: 12 to 19 digits, one card a line.`);
    cards.add(await cardHash(webcrypto.subtle as SubtleCrypto, number, how));
    if (cards.size > MOST) throw new Plain(`More than ${MOST} cards: use prefixes instead.`);
  }
  if (line === 0) throw new Plain('No card came: type one number a line, or pipe a file in.');
  return { ...how, class: 'premium', cards: [...cards] };
}
