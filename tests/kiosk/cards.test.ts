import { webcrypto } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { classOfCard } from '../../kiosk/ticket/cardClass.ts';
import { knowsCards } from '../../kiosk/ticket/knowsCards.ts';
import { hashesOf } from '../../server/devices/cards.ts';
import { cardHash, cardNumber } from '../../shared/cards.ts';
import type { CardTable } from '../../shared/cardTable.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { settingsSchema } from '../../shared/settings.ts';

const CARD = '6222001234567890';
const table: CardTable = { prefixes: [{ prefix: '622200', class: 'premium' }] };

async function* lines(...texts: string[]) {
  yield* texts;
}

test.each([
  [CARD, CARD],
  [` ${CARD}\n`, CARD],
  [`;${CARD}=25121010000000000?`, CARD],
  [`%B${CARD}^NAME/A^2512101?;${CARD}=2512?`, CARD],
  ['62220012345', null],
  [`${CARD}12345`, null],
  [`${CARD}x`, null],
  ['%E?', null],
  ['', null],
])('%s is read as %s', (read, number) => {
  expect(cardNumber(read)).toBe(number);
});

describe('the class of a card', () => {
  test('comes from its first digits', async () => {
    expect(await classOfCard(table, CARD)).toBe('premium');
    expect(await classOfCard(table, '6217001234567890')).toBeNull();
  });

  test('or from its hash, made at the command line and found at the kiosk', async () => {
    const hashes = { ...(await hashesOf(lines('', CARD))), rounds: 100_000 };
    const own = { salt: hashes.salt, rounds: 100_000 };
    const known = await cardHash(webcrypto.subtle as SubtleCrypto, CARD, own);
    const only: CardTable = { prefixes: [], hashes: { ...hashes, cards: [known] } };
    expect(await classOfCard(only, CARD)).toBe('premium');
    expect(await classOfCard(only, '6222001234567891')).toBeNull();
    expect(JSON.stringify(only)).not.toContain(CARD);
  });

  test('is not offered where there is nothing to compare with, or no way to hash', () => {
    expect(knowsCards(null)).toBe(false);
    expect(knowsCards({ prefixes: [] })).toBe(false);
    expect(knowsCards(table)).toBe(true);
    const hashes = { salt: 'A'.repeat(22), rounds: 100_000, cards: ['B'.repeat(22)] };
    const hashed: CardTable = { prefixes: [], hashes: { ...hashes, class: 'premium' } };
    expect(knowsCards(hashed)).toBe(true);
    vi.stubGlobal('crypto', {});
    expect(knowsCards(hashed)).toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('the command line', () => {
  test('takes numbers as people write them, each once, with a salt of its own', async () => {
    const one = await hashesOf(lines(CARD, '6222 0012 3456 7890', '6217001234567890'));
    expect(one.cards).toHaveLength(2);
    expect((await hashesOf(lines(CARD))).cards[0]).not.toBe(one.cards[0]);
    expect(settingsSchema.safeParse(withCards({ prefixes: [], hashes: one })).success).toBe(true);
  });

  test('names a wrong line by its place, never by what stands in it', async () => {
    const wrong = hashesOf(lines(CARD, `${CARD}-x`));
    await expect(wrong).rejects.toThrow('Line 2 is no card number');
    await expect(wrong).rejects.not.toThrow(CARD);
    await expect(hashesOf(lines())).rejects.toThrow('No card came');
  });
});

const withCards = (cards: unknown) => ({ ...defaultSettings, cards });

test.each([
  ['a prefix of a whole number', { prefixes: [{ prefix: CARD, class: 'premium' }] }],
  ['a prefix with letters', { prefixes: [{ prefix: '62x2', class: 'premium' }] }],
  ['another class', { prefixes: [{ prefix: '622200', class: 'care' }] }],
  ['a quick hash', { hashes: { salt: 'A'.repeat(22), rounds: 1, class: 'premium', cards: [] } }],
  ['a number among the hashes', { hashes: { ...hashedBy(), cards: [CARD] } }],
  ['too many', { prefixes: Array(201).fill({ prefix: '622200', class: 'premium' }) }],
])('%s is refused in the settings', (_, cards) => {
  expect(settingsSchema.safeParse(withCards(cards)).success).toBe(false);
});

function hashedBy() {
  return { salt: 'A'.repeat(22), rounds: 600_000, class: 'premium' };
}

test('without a table the branch has no cards', () => {
  expect(defaultSettings.cards).toBeUndefined();
});
