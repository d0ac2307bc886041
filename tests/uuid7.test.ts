import { expect, test } from 'vitest';
import { timeOf, uuid7 } from '../shared/uuid7.ts';

test('the example of RFC 9562, appendix A.6', () => {
  const chance = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  const at = Date.parse('2022-02-22T14:22:22.000-05:00');
  const id = uuid7(at, chance);
  expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(timeOf(id)).toBe(at);
});

test('whatever chance brings, version and variant stand where they must', () => {
  for (const byte of [0, 0x80, 0xff])
    expect(uuid7(1, new Uint8Array(10).fill(byte))).toMatch(
      /^00000000-0001-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
});
