import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { circularFile } from '../../server/center/circulars/files.ts';
import type { CircularId, ClosingId } from '../../shared/city/ids.ts';
import { asNow } from '../../shared/city/months/decide.ts';
import { timesInBottom } from '../../shared/city/months/preview.ts';
import { noticeBody } from '../../shared/down/item.ts';
import { circularDocument } from '../../shared/reports/circular/document.ts';
import { circularLines } from '../../shared/reports/circular/lines.ts';
import { circularSource } from '../../shared/reports/circular/source.ts';
import { groupTexts } from '../../shared/reports/circular/texts.ts';
import { type CityStory, node } from '../kit/city.ts';
import { closes, gathered, inOrder, twelve } from '../kit/cityMonth.ts';

const OCTOBER = { branches: { ...inOrder(), b6: { n: 40, premiumRatings: 5 } } };
const ID = '2026-10.city';
const issue = (series: 'quality' | 'assessment', closing = ID) =>
  ({ type: 'circular.issue', closing, series }) as const;
const closed = () => closes(twelve(), '2026-10', OCTOBER);

/** All that is open is confirmed, but the first, which is rejected. */
function decided(story: CityStory): CityStory {
  const open = Object.values(story.city.months.proposals).filter(({ is }) => is === 'open');
  return open.reduce(
    (so, { id }, i) =>
      so.does(
        i === 0
          ? { type: 'proposal.reject', proposal: id, reason: '当月外派' }
          : { type: 'proposal.confirm', proposal: id },
      ),
    story,
  );
}

const documentOf = (story: CityStory, id: string, language: 'zh' | 'en' = 'zh') => {
  const source = circularSource(story.city, id as CircularId);
  if (!source) throw new Error(`no circular ${id}`);
  return circularDocument(source, language);
};
const said = (story: CityStory, id: string) => JSON.stringify(documentOf(story, id));

test('two series, each numbered by itself and by year, and each issued once', () => {
  const story = decided(closed()).does(issue('quality')).does(issue('assessment'));
  expect(Object.keys(story.city.circulars)).toEqual([
    'city.quality.2026.1',
    'city.assessment.2026.1',
  ]);
  story.refuses('circular.issuedAlready', issue('quality'));
  const later = closes(story, '2026-11', { branches: inOrder() }).does(
    issue('quality', '2026-11.city'),
  );
  expect(documentOf(later, 'city.quality.2026.2').number).toBe('服务质效通报〔2026〕2号');
  const next = closes(later, '2026-12', { branches: inOrder() }).does(
    issue('quality', '2026-12.city'),
  );
  expect(documentOf(next, 'city.quality.2027.1')).toMatchObject({
    ...{ number: '服务质效通报〔2027〕1号', period: '2026年12月', dated: '2027年1月3日' },
  });
});

test('nothing is issued of an open month, and no assessment while a proposal waits for a person', () => {
  twelve().refuses('month.notClosed', issue('quality'));
  closed().refuses('circular.proposalsOpen', issue('assessment')).does(issue('quality'));
  closed().refuses('circular.noCorrection', { ...issue('quality'), correction: 1 });
});

test('it tells of the closed month alone, with last month and last year, and of who was short', () => {
  const story = closed().does(issue('quality'));
  const { sections, summary } = documentOf(story, 'city.quality.2026.1');
  expect(sections.map(({ name }) => name)).toEqual([
    ...['combined', 'averageWait', 'satisfaction', 'premiumSatisfaction', 'invitationRate', 'asks'],
  ]);
  expect(summary.join()).toMatch(
    /综合排名前 5 名：b1、b2.*样本不足、未参加综合排名的网点 1 个：b6/s,
  );
  expect(sections[1]?.table?.rows[0]).toMatchObject([
    { n: 1 },
    'b1',
    { n: 300, as: 'minutes' },
    {},
    {},
    {},
  ]);
  expect(sections[1]?.table?.rows.at(-1)?.[0]).toBe('样本不足');
});

test('an assessment tells of what people confirmed by then, by unit and post, and names nobody', () => {
  const story = decided(closed()).does(issue('assessment'));
  const id = 'city.assessment.2026.1';
  const { sections } = documentOf(story, id);
  expect(sections.map(({ name }) => name)).toEqual(['totals', 'items', 'reward', 'fine']);
  const text = said(story, id);
  expect(text).toContain('分管副行长');
  expect(text).not.toMatch(/east-v|west-b/);
  const appealed = story
    .does({ type: 'proposal.appeal', proposal: '2026-10.city.2', who: 'east-b', grounds: '停电' })
    .as('other')
    .does({
      type: 'appeal.decide',
      proposal: '2026-10.city.2',
      outcome: 'granted',
      reason: '属实',
    });
  expect(said(appealed, id)).toBe(text);
});

test('late data leads to a correction circular with both figures; the first one stays as it was', () => {
  const story = closed().does(issue('quality'));
  const before = said(story, 'city.quality.2026.1');
  const books = gathered('2026-10', { branches: { ...OCTOBER.branches, b12: { wait: 5.5 } } });
  const closing = story.city.months.closings[ID as ClosingId];
  if (!closing) throw new Error('not closed');
  const { sum } = asNow(story.city, closing, books);
  const corrected = story
    .with({ gathered: books })
    .does({ type: 'month.correct', closing: ID, sum, reason: 'b12 补传了三天的数据' })
    .does({ ...issue('quality'), correction: 1 });
  const told = documentOf(corrected, 'city.quality.2026.2');
  expect(told).toMatchObject({ title: '服务质效更正通报', number: '服务质效通报〔2026〕2号' });
  expect(told.summary[0]).toMatch(
    /^服务质效通报〔2026〕1号印发后，b12 补传了三天的数据，有 \d+ 项数字更正/,
  );
  expect(told.sections[0]?.table?.rows).toContainEqual([
    ...['b12', '等候', { n: 16 * 60, as: 'minutes' }, { n: 5.5 * 60, as: 'minutes' }],
  ]);
  expect(said(corrected, 'city.quality.2026.1')).toBe(before);
});

test('texts for the group: a circular, a notice, and a warning to each of the last', () => {
  let story = twelve();
  for (const month of ['2026-08', '2026-09', '2026-10']) story = closes(story, month, OCTOBER);
  story = story.does(issue('quality'));
  const source = circularSource(story.city, 'city.quality.2026.1' as CircularId);
  if (!source) throw new Error('not issued');
  const times = (branch: string) =>
    timesInBottom(story.city.months, node('city'), '2026-11', branch);
  const { circular, notice, warnings } = groupTexts(source, times, 'zh');
  expect(circular).toMatch(/^【通报】服务质效通报〔2026〕1号（2026年10月）已印发/);
  expect(notice).toMatch(/^【通知】/);
  expect(warnings.map(({ branch }) => branch)).toEqual(['b8', 'b9', 'b10', 'b11', 'b12']);
  expect(warnings.at(-1)?.text).toMatch(
    /^【警示】b12：综合排名第 11 名（共 11 名）。\n平均等候 16.0 分钟/,
  );
  expect(warnings.at(-1)?.text).toContain('本年第 3 次列后列');
  expect(groupTexts(source, times, 'en').circular).toMatch(/^\[Circular\] /);
});

test('Word in the official form, and Excel with all rankings whichever series it is', async () => {
  const { city } = decided(closed()).does(issue('quality')).does(issue('assessment'));
  const word = await circularFile(city, 'city.assessment.2026.1' as CircularId, 'docx', 'zh');
  const text = strFromU8(
    unzipSync(word?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array(),
  );
  for (const part of [
    '服务考核通报〔2026〕1号',
    '各一级支行',
    '抄送：运营管理部',
    '考核得分排名',
    '2026年11月3日',
  ])
    expect(text).toContain(part);
  const sheets = await circularFile(city, 'city.quality.2026.1' as CircularId, 'xlsx', 'zh');
  const files = unzipSync(sheets?.bytes ?? new Uint8Array());
  const book = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  for (const name of ['综合排名', '平均等候时间排名', '柜员发起评价率排名', '六项指标考核得分排名'])
    expect(book).toContain(name);
  expect(await circularFile(city, 'city.quality.2026.9' as CircularId, 'docx', 'zh')).toBeNull();
});

test('a notice of it carries its whole text and its first table, never more than a notice holds', () => {
  const document = documentOf(closed().does(issue('quality')), 'city.quality.2026.1');
  const fits = (lines: readonly string[]) =>
    noticeBody.parse({ kind: 'notice', is: 'bulletin', title: '通报', lines });
  const lines = circularLines(document);
  fits(lines);
  expect(lines.slice(0, document.summary.length)).toEqual(document.summary);
  expect(lines.join('\n')).toMatch(/\n1 b1 · .* 1 · .*\n2 b2 · /);
  expect(lines.filter((line) => / b\d+ · /.test(line))).toHaveLength(12);
  const [first] = document.sections;
  const rows = Array.from({ length: 200 }, (_, i) => [`${i + 1}`, '网'.repeat(400), '1']);
  const wide = {
    ...document,
    sections: [{ ...first, name: 'x', heading: 'x', table: { head: [], rows } }],
  };
  const many = circularLines(wide as never);
  fits(many);
  expect(many).toHaveLength(60);
  expect(many.at(-1)).toMatch(/^另有 \d+ 行/);
});
