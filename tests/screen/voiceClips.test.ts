import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CounterId } from '../../shared/ids.ts';
import { callSentence, enNumber, spell, zhNumber } from '../../shared/screen/voice/compose.ts';
import { guide } from '../../shared/screen/voice/guides.ts';
import { CLIPS, isClip } from '../../shared/screen/voice/names.ts';
import { readPreference } from '../../shared/screen/voice/preference.ts';

const folder = new URL('../../shared/screen/voice/clips/', import.meta.url);
const all = [...CLIPS.calls, ...CLIPS.guidance].sort();
const place = (id: string, zh = `${id}号窗口`) => ({ id: id as CounterId, name: { zh, en: id } });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

test('there is a file for each clip, a clip for each file, and all of them are small', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ogg'));
  expect(files.map((name) => name.replace('.ogg', '')).sort()).toEqual(all);
  const bytes = files.map((name) => statSync(new URL(name, folder)).size);
  expect(Math.min(...bytes)).toBeGreaterThan(1000);
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThan(400_000);
});

test('the list of sentences they are made from, and the document, name each of them', () => {
  const made = readFileSync(new URL('sentences.txt', folder), 'utf8');
  const names = made.match(/^[a-z]+-[a-z0-9]+/gm) ?? [];
  expect(['chime', ...names].sort()).toEqual(all);
  const document = readFileSync(new URL('../../docs/voice.md', import.meta.url), 'utf8');
  expect(all.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
});

test('请A012号客户到3号窗口办理业务, joined from clips', () => {
  expect(callSentence('zh', 'A012', place('3')).clips).toEqual([
    ...['zh-please', 'letter-a', 'zh-0', 'zh-yao', 'zh-2', 'zh-customer'],
    ...['zh-3', 'zh-counter'],
  ]);
  expect(callSentence('en', 'A012', place('3')).clips).toEqual([
    ...['en-number', 'letter-a', 'en-0', 'en-1', 'en-2', 'en-go', 'en-3'],
  ]);
});

test('the words for a voice that reads spell the number too', () => {
  const { text } = callSentence('zh', 'A012', place('11'));
  expect(text).toBe('请 A 零 幺 二 号客户，到 11 号窗口办理业务。');
  expect(callSentence('en', 'A012', place('3')).text).toBe(
    'Number A 0 1 2, please go to counter 3.',
  );
});

test('every number from A001 to Z999 is said sign by sign, with clips that are there', () => {
  const unknown = new Set<string>();
  for (const letter of letters)
    for (let n = 1; n <= 999; n++) {
      const number = `${letter}${String(n).padStart(3, '0')}`;
      for (const language of ['zh', 'en'] as const) {
        const spelled = spell(language, number);
        if (spelled.length !== 4) unknown.add(number);
        for (const clip of spelled) if (!CLIPS.calls.includes(clip)) unknown.add(clip);
      }
    }
  expect([...unknown]).toEqual([]);
});

test.each([
  [1, 'zh-1'],
  [2, 'zh-2'],
  [10, 'zh-10'],
  [11, 'zh-10 zh-1'],
  [20, 'zh-2 zh-10'],
  [35, 'zh-3 zh-10 zh-5'],
  [100, 'zh-1 zh-100'],
  [103, 'zh-1 zh-100 zh-0 zh-3'],
  [110, 'zh-1 zh-100 zh-1 zh-10'],
  [217, 'zh-2 zh-100 zh-1 zh-10 zh-7'],
])('counter %i is read as a number: %s', (n, clips) => {
  expect(zhNumber(n)).toEqual(clips.split(' '));
});

test('every counter from 0 to 999 has its clips in both languages', () => {
  const figures = Array.from({ length: 1000 }, (_, n) => [...zhNumber(n), ...enNumber(n)]).flat();
  expect([...new Set(figures)].filter((clip) => !CLIPS.calls.includes(clip))).toEqual([]);
  expect(enNumber(11)).toEqual(['en-11']);
  expect(enNumber(42)).toEqual(['en-40', 'en-2']);
});

test('a counter is called by the figure on it; one without is spelled after 窗口', () => {
  const clips = (id: string, zh: string) =>
    callSentence('zh', 'A001', place(id, zh)).clips.slice(6).join(' ');
  expect(clips('w3', '7号窗口')).toBe('zh-7 zh-counter');
  expect(clips('12', '对公窗口')).toBe('zh-10 zh-2 zh-counter');
  expect(clips('vip-2', '贵宾窗口')).toBe('zh-window letter-v letter-i letter-p zh-2 zh-service');
});

test('您的号码是A012，前面大约还有3位，请坐下等候叫号', () => {
  const { clips, text } = guide.taken('zh', 'A012', 3);
  expect(clips.join(' ')).toBe('zh-yours letter-a zh-0 zh-yao zh-2 zh-ahead zh-3 zh-people zh-sit');
  expect(text).toBe('您的号码是 A 0 1 2，前面大约还有 3 位，请坐下等候叫号。');
  expect(guide.taken('zh', 'A012', 2).clips).toContain('zh-liang');
  expect(guide.taken('zh', 'A012', 0).clips).toContain('zh-nobody');
  expect(guide.taken('en', 'A012', 1).clips).toContain('en-person');
});

test('whatever is said on a kiosk has its clips', () => {
  for (const language of ['zh', 'en'] as const) {
    const said = [guide.choose, guide.help, guide.rate, guide.thanks].map((say) => say(language));
    const taken = Array.from({ length: 1100 }, (_, n) => guide.taken(language, 'Z909', n));
    const clips = new Set([...said, ...taken].flatMap((sentence) => sentence.clips));
    expect([...clips].filter((clip) => !isClip(clip))).toEqual([]);
  }
});

test('what is kept on a device is taken as far as it makes sense', () => {
  const usual = { speaks: true, volume: 0.8, from: 'clips' };
  for (const kept of [null, '', '{', 'null', '7', '{"volume":9,"speaks":"no","from":"x"}'])
    expect(readPreference(kept)).toEqual(usual);
  const own = { speaks: false, volume: 0.3, from: 'browser' };
  expect(readPreference(JSON.stringify(own))).toEqual(own);
});
