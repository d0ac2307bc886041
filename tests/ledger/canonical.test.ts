import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../server/ledger/canonical.ts';

const text = fc.string({ unit: 'binary' });
const plain = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });
const object = fc.dictionary(text, fc.option(plain, { nil: undefined }));

test('the canonical form is the one that RFC 8785 and its library give', () => {
  const isTheirs = fc.property(fc.oneof(plain, object), (value) => {
    expect(canonical(value)).toBe(canonicalize(value));
  });
  fc.assert(isTheirs, { numRuns: 2000 });
});

test.each([
  ['numbers', { a: -0, b: 1e21, c: 1e-7, d: 123456789012345680000, e: 0.1 }],
  ['keys by their code units', { é: 1, e: 2, ﬁ: 3, '😀': 4, '': 5, '10': 6, '9': 7 }],
  ['what is left out', { a: undefined, b: [undefined, null], c: {} }],
  ['backslashes before ud', { a: '\\ud800', b: '\u0007\n"' }],
])('%s stand as the standard has them', (_, value) => {
  expect(canonical(value)).toBe(canonicalize(value));
});

test.each([
  ['not a number', { a: Number.NaN }],
  ['an infinite number', [Number.POSITIVE_INFINITY]],
  ['half a surrogate pair', { a: 'x\ud800' }],
  ['half a surrogate pair in a key', { '\udc00': 1 }],
])('%s is never written', (_, value) => {
  expect(() => canonical(value)).toThrow();
  expect(() => canonicalize(value)).toThrow();
});
