import { expect, test } from 'vitest';
import { drafts } from '../../shared/screen/drafts.ts';

/** A browser's storage, which may be full. */
function storage(full = false) {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      items.set(name, value);
    },
  };
}
const blank = { what: '', owner: '', points: [] as string[] };

test('a half-filled form is there again after a reload, and gone once it was sent', () => {
  const browser = storage();
  drafts(browser).keep('complaint', { ...blank, what: '等了很久' });
  const again = drafts(browser);
  expect(again.of('complaint', blank)).toEqual({ ...blank, what: '等了很久' });
  expect(again.of('meeting', blank)).toBeNull();
  again.drop('complaint');
  expect(drafts(browser).of('complaint', blank)).toBeNull();
});

test('a form that has changed since takes what still fits', () => {
  const browser = storage();
  drafts(browser).keep('complaint', { what: '等了很久', owner: ['t1'], colour: 'red' });
  expect(drafts(browser).of('complaint', blank)).toEqual({ ...blank, what: '等了很久' });
});

test('the form touched longest ago gives way', () => {
  const browser = storage();
  const box = drafts(browser);
  for (let n = 0; n < 30; n++) box.keep(`form ${n}`, { ...blank, what: String(n) });
  box.keep('form 6', { ...blank, what: 'again' });
  const left = drafts(browser);
  expect(left.of('form 5', blank)).toBeNull();
  expect(left.of('form 6', blank)?.what).toBe('again');
  expect(left.of('form 29', blank)?.what).toBe('29');
});

test('a browser that keeps nothing, or kept nonsense, still lets one type', () => {
  const box = drafts(storage(true));
  box.keep('complaint', { ...blank, what: 'x' });
  expect(box.of('complaint', blank)?.what).toBe('x');
  for (const text of ['[]', '{', '"x"', 'null', '{"complaint":7}'])
    expect(drafts({ ...storage(), getItem: () => text }).of('complaint', blank)?.what ?? '').toBe(
      '',
    );
});
