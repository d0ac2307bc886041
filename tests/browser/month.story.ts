import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import type { Report } from '../../shared/month/report.ts';
import { get } from '../kit/door.ts';
import { expect } from './branch.ts';
import { type ByHand, byHand } from './month/byHand.ts';
import { does, goTo, meets, pattern, settings, works } from './month/days.ts';
import { holdsMeeting } from './month/hands.ts';
import { at, corrects, employed, type Panels, signsIn } from './month/panels.ts';
import { SCENES, waiter } from './month/scenes.ts';
import { type Rig, test } from './rig.ts';

const MONTH = '2026-12';
const DAYS = Array.from({ length: 31 }, (_, n) => `${MONTH}-${String(n + 1).padStart(2, '0')}`);
const BUSINESS = DAYS.filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
/** For so many minutes of each day customers come. */
const BUSY = 40;

/** A day's morning meeting: the first by hand, one missing, one short. */
async function morning(rig: Rig, panels: Panels, date: string): Promise<void> {
  if (date === '2026-12-03') return goTo(rig, date, '08:30');
  if (date !== BUSINESS[0]) return meets(rig, date, date === '2026-12-04' ? 6 : 11);
  await goTo(rig, date, '08:30');
  await at('b1', holdsMeeting)(rig, panels);
}

/** What a hub says of a month, once it answers anew: the same question gets one answer a second. */
async function reportOf(rig: Rig, panels: Panels): Promise<Report> {
  await setTimeout(1100);
  const token = await signsIn(rig, panels, 'b1');
  const said = await get(rig.place, `/api/questions/report?period=${MONTH}`, token);
  return ((await said.json()) as { answer: Report }).answer;
}

type Scored = Pick<NonNullable<Report['sheet']>, 'items' | 'total' | 'measures'>;

/** To full precision: every item with its days, the total, the four measures. */
function holds(said: Scored | null | undefined, hand: ByHand): void {
  expect(said?.items.map(({ item }) => item)).toEqual(Object.keys(hand.items));
  for (const { item, value, n, score, weight, from } of said?.items ?? []) {
    const own = hand.items[item];
    expect({ item, n, weight }).toEqual({ item, n: own?.n, weight: own?.weight });
    expect(value, item).toBeCloseTo(own?.value ?? Number.NaN, 9);
    expect(score, item).toBeCloseTo(own?.score ?? Number.NaN, 9);
    if (!('days' in from)) continue;
    expect(from.days.map((day) => [day.date, day.n])).toEqual(own?.days?.map((d) => d.slice(0, 2)));
    for (const [i, day] of from.days.entries())
      expect(day.value, `${item} ${day.date}`).toBeCloseTo(own?.days?.[i]?.[2] ?? Number.NaN, 9);
  }
  expect(said?.total).toMatchObject({ weight: 100, of: 100 });
  expect(said?.total.score).toBeCloseTo(hand.total, 9);
  for (const { measure, value, n } of said?.measures ?? []) {
    const [own, of] = hand.ranked[measure] ?? [];
    expect(n, measure).toBe(of);
    expect(value, measure).toBeCloseTo(own ?? Number.NaN, 9);
  }
}

const NAMES: Readonly<Record<string, string>> = {
  premiumWait: '中高端客户等候时间',
  ordinaryWait: '普通客户等候时间',
  satisfaction: '柜面客户满意度',
  environment: '厅堂环境管理',
  standards: '柜面标准化服务',
  duty: '大堂经理及安保履职',
};

/** A table's texts, row by row and cell by cell: asked for one by one, a month of them takes its time. */
const cellsOf = (part: Locator): Promise<string[][]> =>
  part
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );

/** What stands on the page, rounded as it is printed there; each item opens to its days. */
async function shows(panel: Page, { items, total }: ByHand): Promise<void> {
  await panel.getByRole('link', { name: '报表' }).click();
  await panel.getByRole('link', { name: '上一期' }).click();
  await expect(panel.getByRole('heading', { name: '2026年12月' })).toBeVisible();
  const sheet = panel.getByRole('region', { name: '考核表' });
  await expect(sheet.locator('.sheet-score strong')).toHaveText(total.toFixed(2));
  for (const [item, { value, n, score, weight, days }] of Object.entries(items)) {
    const line = sheet.getByRole('button', { name: NAMES[item] ?? item });
    const isWait = item.endsWith('Wait');
    await expect(line).toContainText(
      isWait ? `${(value / 60).toFixed(1)}\u00a0分钟` : `${value.toFixed(2)}\u00a0分`,
    );
    await expect(line).toContainText(`n ${n}`);
    await expect(line).toContainText(`${score.toFixed(2)}× ${weight}`);
    await line.click();
    if (!days) continue;
    await expect(sheet.getByRole('row', { name: days[0]?.[0] ?? '' })).toBeVisible();
    const rows = await cellsOf(sheet);
    for (const [date, of, mean] of days) {
      const [own = [], ...others] = rows.filter((row) => row.some((text) => text.includes(date)));
      expect(others, date).toEqual([]);
      expect(own.join(' ')).toContain((isWait ? mean / 60 : mean).toFixed(isWait ? 1 : 2));
      expect(own.at(1), `how many on ${date}`).toBe(String(of));
    }
  }
}

// Looking ahead takes half of a simulated day's time, and is in no sheet.
test.use({ access: { pairs: true, insecure: true }, foresees: false });

test('a month of meetings, a complaint, inspections, waits, ratings and a correction comes to the sheet that a recount by hand gives', async ({
  rig,
}) => {
  test.slow();
  const panels = await employed(rig);
  await does(rig, { type: 'settings.change', settings });
  await does(rig, pattern);
  for (const date of BUSINESS) {
    await morning(rig, panels, date);
    await SCENES[date]?.(rig, panels);
    await works(rig, date, BUSY);
  }
  const open = await reportOf(rig, panels);
  expect(open.sheet).toMatchObject({ closed: false, corrections: [{ date: '2026-12-14' }] });
  holds(open.sheet, byHand(await rig.facts(), MONTH));

  await goTo(rig, '2027-01-04', '08:40');
  const closed = await reportOf(rig, panels);
  const recount = byHand(await rig.facts(), MONTH);
  expect(closed.sheet).toMatchObject({ closed: true, late: null });
  holds(closed.sheet, recount);
  await at('b1', (panel) => shows(panel, recount))(rig, panels);

  // What comes after the close changes nothing, and stands beside it.
  const facts = await rig.facts();
  await corrects(rig, panels, {
    ...{ date: '2026-12-30', number: waiter(facts, '2026-12-30', 'premium'), to: 60_000 },
  });
  const late = await reportOf(rig, panels);
  const withLate = byHand(await rig.facts(), MONTH, '2027-01-04');
  expect(withLate.total).not.toBe(recount.total);
  holds(late.sheet, recount);
  holds(late.sheet?.late, withLate);
  const beside = `计入更正后的得分为 ${withLate.total.toFixed(2)}`;
  await at('b1', async (panel) => {
    await shows(panel, recount);
    await expect(panel.getByText(beside).first()).toBeVisible();
    const apart = panel.locator('section', {
      has: panel.getByRole('heading', { name: '结账后更正' }),
    });
    await expect(apart.getByRole('row', { name: '忘记开始' })).toHaveCount(1);
  })(rig, panels);
});
