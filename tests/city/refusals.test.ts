import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CityRefusal } from '../../shared/city/city.ts';
import { citySentence } from '../../shared/words/cityRefusals.ts';

const text = (path: string) => readFileSync(path, 'utf8');
const codesIn = (path: string) =>
  (
    text(path)
      .match(/type \w+Refusal =[^;]+/)?.[0]
      .match(/'[a-zA-Z]+\.[a-zA-Z]+'/g) ?? []
  ).map((code) => code.slice(1, -1) as CityRefusal);

const rooms = ['levels', 'posts', 'rules', 'months', 'circulars'].map(
  (room) => `shared/city/${room}/decide.ts`,
);
const codes = [
  ...new Set([...rooms, 'shared/city/months/proposalDecide.ts'].flatMap(codesIn)),
].sort();
const stories = readdirSync('tests/city')
  .map((name) => text(`tests/city/${name}`))
  .join('\n');

test('every refusal of units, posts, rules, months and circulars is met in a story', () => {
  expect(codes.length).toBeGreaterThan(25);
  const met = (code: string) => new RegExp(`refuses\\(\\s*'${code}'`).test(stories);
  expect(codes.filter((code) => !met(code))).toEqual([]);
});

test.each(codes)('%s has a sentence in both languages', (code) => {
  const { zh, en } = citySentence(code, {
    n: 2,
    month: '2026-10',
    node: 'east',
    date: '2026-10-01',
  });
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(en).toMatch(/^["A-Z0-9].*\.$/);
});
