import { expect, test } from 'vitest';
import { harmless } from '../../server/notices/harmless.ts';
import { parseRobots } from '../../server/notices/robots.ts';
import { serviceOf } from '../../server/notices/services.ts';
import { splitByBytes } from '../../server/notices/split.ts';
import { KEY } from './groupDouble.ts';
import { robotOf, TEN } from './rig.ts';

test.each([
  '@all 请看',
  '<at user_id="all">所有人</at>',
  '<font color="warning">假的</font>',
  '[点这里](https://evil.example/x)',
  'https://evil.example',
  'www.evil.example',
  'mailto:x@evil.example',
  '**粗** _斜_ `码` # 题 ~删~ > 引 | 表',
  '![图](x)',
  '<@userid>',
  '<!everyone>',
])('A14: %s is text to every group', (text) => {
  const said = harmless(text);
  expect(said).not.toMatch(/[@<>[\]()*_#`~|!\\]|:\/\/|www\.|mailto:/);
  expect(said.normalize('NFKC')).toBe(text.normalize('NFKC'));
});

test('figures and Chinese stay as they are', () => {
  const said = '10:24 普通客户最长已等 21 分钟（警戒线 20 分钟），超橙线 12.5%。';
  expect(harmless(said)).toBe(said);
});

test('a text is cut by bytes, between lines where it can be, and never within a letter', () => {
  expect(splitByBytes('一二\n三\n四五六', 10)).toEqual(['一二\n三', '四五六']);
  expect(splitByBytes('一二三四', 7)).toEqual(['一二', '三四']);
  expect(splitByBytes('😀😀', 5)).toEqual(['😀', '😀']);
  expect(splitByBytes('', 10)).toEqual([]);
  for (let limit = 4; limit < 40; limit++) {
    const text = 'a一😀b\n二c\n'.repeat(5);
    const parts = splitByBytes(text, limit);
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(limit);
    expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
  }
});

test.each([
  ['plain http to elsewhere', 'http://group.example'],
  ['a name that looks like this machine', 'http://127.0.0.1.evil.example'],
  ['another that does', 'http://127.evil.example'],
  ['somebody’s name in it', 'https://user@group.example'],
  ['a query of its own', 'https://group.example/?x=1'],
  ['no address', 'group'],
  ['another scheme', 'ftp://127.0.0.1'],
])('a base with %s is refused, and the key is not repeated', (_, base) => {
  expect(() => robotOf('wecom', base)).toThrow(/robots\.json: robots\.0\.base/);
  try {
    robotOf('wecom', base);
  } catch (error) {
    expect(String(error)).not.toContain(KEY);
  }
});

test('https anywhere, and http to this machine, are fine', () => {
  for (const base of ['https://gateway.example/im', 'http://127.0.0.1:9', 'http://[::1]:9'])
    expect(
      serviceOf(robotOf('wecom', base)).post(robotOf('wecom', base), 'x', TEN).url.startsWith(base),
    ).toBe(true);
});

test('what is no robot is refused with the field it fails in', () => {
  const robot = { id: 'a', kind: 'wecom', key: KEY };
  const parse = (...robots: object[]) => parseRobots(JSON.stringify({ robots }));
  expect(parse(robot)[0]).toMatchObject({ level: 'orange', daily: true, format: 'text' });
  expect(() => parse({ ...robot, key: 'a b' })).toThrow(/robots\.0\.key/);
  expect(() => parse(robot, robot)).toThrow(/same id/);
  expect(() => parse({ ...robot, kind: 'wechat' })).toThrow(/robots\.0\.kind/);
  expect(() => parseRobots('{')).toThrow(/the file/);
});
