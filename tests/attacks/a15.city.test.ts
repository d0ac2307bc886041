import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { circularFile } from '../../server/center/circulars/files.ts';
import { Gathering } from '../../server/center/months/gathering.ts';
import type { CircularId, ClosingId } from '../../shared/city/ids.ts';
import { asNow } from '../../shared/city/months/decide.ts';
import type { Gathered } from '../../shared/city/months/figures.ts';
import { previewOf } from '../../shared/city/months/preview.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import type { BranchId, MonthName } from '../../shared/ids.ts';
import { initialLobby } from '../../shared/lobby.ts';
import { rulesFrom } from '../../shared/month/rules.ts';
import { circularSource } from '../../shared/reports/circular/source.ts';
import { groupTexts } from '../../shared/reports/circular/texts.ts';
import { startCenter } from '../kit/center.ts';
import { type CityStory, node } from '../kit/city.ts';
import { founded, joined, toCity, withTree } from '../kit/cityDoor.ts';
import { gathered, inOrder, twelve } from '../kit/cityMonth.ts';

vi.setConfig({ testTimeout: 60_000 });

const SCRIPT = '<img src=x onerror="alert(1)">';
const FORMULA = '=HYPERLINK("http://evil.example","点此")';
const COMMAND = "@SUM(1+1)*cmd|'/C calc'!A0";
const OCTOBER = '2026-10' as MonthName;
const ID = '2026-10.city' as ClosingId;

/** A month in which branches call themselves what a spreadsheet or a browser would run. */
function evilMonth(wait?: number): Gathered {
  const said = { ...inOrder(), ...(wait && { b12: { wait } }) };
  const { branches, ...rest } = gathered('2026-10', { branches: said });
  const names = [SCRIPT, FORMULA, COMMAND, '-1+1', '+1', '&amp;</w:t>'];
  return {
    ...rest,
    branches: branches.map((one, i) => {
      const name = names[i] ?? one.name.zh;
      return { ...one, name: { zh: name, en: name } };
    }),
  };
}

/** Closed, corrected for a reason that is a formula, and told in three circulars. */
function told(): CityStory {
  const books = evilMonth();
  let story = twelve().on('2026-11-03');
  const { sum } = previewOf(story.city, { month: OCTOBER, node: node('city') }, books);
  const close = { type: 'month.close', month: OCTOBER, node: 'city', sum } as const;
  story = story.with({ gathered: books }).does({ ...close, despite: FORMULA });
  for (const { id } of Object.values(story.city.months.proposals))
    story = story.does({ type: 'proposal.confirm', proposal: id, note: FORMULA });
  const later = evilMonth(5.5);
  const closing = story.city.months.closings[ID];
  if (!closing) throw new Error('not closed');
  const now = asNow(story.city, closing, later);
  for (const series of ['quality', 'assessment'] as const)
    story = story.does({ type: 'circular.issue', closing: ID, series });
  return story
    .with({ gathered: later })
    .does({ type: 'month.correct', closing: ID, sum: now.sum, reason: FORMULA })
    .does({ type: 'circular.issue', closing: ID, series: 'quality', correction: 1 });
}

const CIRCULARS = ['city.quality.2026.1', 'city.assessment.2026.1', 'city.quality.2026.2'];

async function made(story: CityStory, id: string, form: 'docx' | 'xlsx' | 'csv') {
  const file = await circularFile(story.city, id as CircularId, form, 'zh');
  if (!file) throw new Error(`no circular ${id}`);
  return file;
}

test('A15 city: whatever a branch calls itself, a circular for Excel holds no formula and no link', async () => {
  const story = told();
  for (const id of CIRCULARS) {
    const { bytes } = await made(story, id, 'xlsx');
    const files = Object.entries(unzipSync(bytes));
    const all = files.map(([, file]) => strFromU8(file)).join('');
    expect(all, id).toContain('=HYPERLINK(');
    for (const [name, file] of files) {
      const text = strFromU8(file);
      if (name.startsWith('xl/worksheets/')) expect(text, name).not.toMatch(/<f[ >/]|<hyperlink/i);
      expect(text, name).not.toMatch(/externalLink|ddeLink|TargetMode="External"|<img/i);
    }
    const csv = strFromU8((await made(story, id, 'csv')).bytes);
    for (const cell of csv.split(/[\r\n,]+/)) expect(cell, id).not.toMatch(/^"?[=+@\t]|^"?-[^\d]/);
  }
});

test('A15 city: nor does one for Word hold a field, a link or a picture of its own', async () => {
  const story = told();
  for (const id of CIRCULARS) {
    const files = Object.entries(unzipSync((await made(story, id, 'docx')).bytes));
    const all = files.map(([, file]) => strFromU8(file)).join('');
    expect(all, id).toContain('&lt;img src=x onerror');
    expect(all, id).not.toMatch(/<img|TargetMode="External"|<w:hyperlink|w:fldSimple/);
    const fields = [...all.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, said]) => said);
    expect(new Set(fields), id).toEqual(new Set(['PAGE']));
    expect(files.filter(([name]) => /media|embeddings|vbaProject/.test(name))).toEqual([]);
  }
});

test('A15 city: texts for a group are the names as they are, one line each', () => {
  const story = told();
  const source = circularSource(story.city, CIRCULARS[0] as CircularId);
  if (!source) throw new Error('not issued');
  const { circular, notice, warnings } = groupTexts(source, () => 1, 'zh');
  const texts = [circular, notice, ...warnings.map(({ text }) => text)];
  expect(texts.join()).toContain(SCRIPT);
  for (const text of texts)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cc}]/u);
});

test('A15 city: a branch whose ledger gives it a name that no document can hold goes by the one it was enrolled under', async () => {
  const nameIn = async (own: unknown) => {
    const branch = { ...defaultSettings.branch, id: 'b1' as BranchId, name: own as never };
    const lobby = initialLobby({ ...defaultSettings, branch });
    const [figures] = gathered('2026-10', { branches: inOrder(1, 1) }).branches;
    const books = {
      ...{ rows: async () => [], month: async () => new Map(), entries: async () => [] },
      contenders: async (month: string) => (month === OCTOBER && figures ? [figures] : []),
      lobby: async () => ({ lobby, at: 0 }),
    };
    const stand = {
      ...{ branch: 'b1', name: '东街网点', epoch: 1, enrolledAt: 0, head: { seq: 1, hash: 'a' } },
      ...{ refused: null, endedAt: null, differs: null },
    };
    const gathering = new Gathering({ books: books as never, stands: async () => [stand] });
    const rules = rulesFrom(undefined);
    const all = await gathering.gathered(twelve().city, OCTOBER, rules);
    return all.branches[0]?.name.zh;
  };
  expect(await nameIn({ zh: '东街', en: 'East' })).toBe('东街');
  for (const own of ['\u0000', 'a\u000bb', '号\u202e100A', '号\ud800', '\uffff'.repeat(200), ''])
    expect(await nameIn({ zh: own, en: own }), JSON.stringify(own)).toBe('东街网点');
  for (const own of [7, null, undefined, [], { zh: {} }, 'x'])
    expect(await nameIn(own), JSON.stringify(own)).toBe('东街网点');
});

test('A15 city: script in a name is handed on as text, never as a page, and no page allows what is inline', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  await withTree(city, chief);
  await joined(city, chief, { person: 'eva', role: 'leader', node: 'E' });
  const request = (body: object) => toCity(city, 'requests', body, chief);
  expect(await request({ type: 'account.name', person: 'eva', name: SCRIPT })).toMatchObject({
    ok: true,
  });
  expect(await request({ type: 'branch.enrol', branch: 'north', name: SCRIPT })).toMatchObject({
    ok: true,
  });
  const headers = { authorization: `Bearer ${chief}` };
  const at = (path: string) => fetch(new URL(path, city.url), { headers });
  const people = await at('/api/city/questions/people');
  expect(people.headers.get('content-type')).toMatch(/^application\/json/);
  expect(people.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await people.text()).toContain('onerror');
  for (const path of [
    '/',
    '/livez',
    '/api/center',
    '/api/city/door',
    '/api/city/views/shell',
    '/nowhere',
  ]) {
    const { headers: said } = await at(path);
    const policy = said.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self'");
    expect(policy, path).toContain("frame-ancestors 'self'");
    expect(policy, path).not.toMatch(/unsafe|data:|\*|https?:/);
    expect(said.get('referrer-policy'), path).toBe('no-referrer');
  }
  const echoed = await at(`/${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(await echoed.text()).not.toMatch(/script|alert/);
});
