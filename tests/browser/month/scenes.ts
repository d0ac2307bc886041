import type { Fact } from '../../../shared/lobby.ts';
import { expect } from '../branch.ts';
import { button } from '../hands.ts';
import { does } from './days.ts';
import {
  entersComplaint,
  extendsComplaint,
  inspects,
  looksAtCounter,
  looksFromAfar,
  opensComplaint,
  proposesWait,
} from './hands.ts';
import { at, type Scene } from './panels.ts';

/** A customer of a day who waited and was served, by the number. */
export function waiter(facts: readonly Fact[], date: string, cls = 'ordinary'): string {
  const started = new Map(
    facts.flatMap((f) => (f.type === 'service.started' ? [[f.ticket, f.at] as const] : [])),
  );
  for (const fact of facts)
    if (fact.type === 'ticket.issued' && fact.ticket.startsWith(`${date}.`)) {
      const waited = (started.get(fact.ticket) ?? 0) - fact.at;
      if (fact.class === cls && waited > 240_000) return fact.number;
    }
  throw new Error(`nobody waited on ${date}`);
}

/** To its limit: 15 days, 30 with a reason, 60 with a superior, and not a day more. */
const extended = at('b1', async (panel) => {
  await opensComplaint(panel);
  await extendsComplaint(panel, { until: '2027-01-01', why: '须调阅监控' });
  await expect(panel.getByText('期限 2027-01-01')).toBeVisible();
  const more = { why: '客户出差，约定回来后面谈', toldOn: '2026-12-15' };
  await extendsComplaint(panel, { until: '2027-02-01', ...more });
  await expect(panel.getByRole('alert').filter({ hasText: '2027-01-31' })).toBeVisible();
  await extendsComplaint(panel, { until: '2027-01-31', ...more });
  await expect(panel.getByText('期限 2027-01-31')).toBeVisible();
});

/** The counters were looked at just before the planned inspection, which has the last word. */
const inspected = at('b1', async (panel, rig) => {
  await looksAtCounter(rig, 7);
  rig.clock.turn(60_000);
  await inspects(panel);
});

/** One proposes, another confirms, each at a panel of their own. */
const corrected: Scene = async (rig, panels) => {
  const date = '2026-12-14';
  const number = waiter(await rig.facts(), date);
  await at('b1', (panel) => proposesWait(panel, { date, number, minutes: 2.5 }))(rig, panels);
  await at('s1', async (panel) => {
    await panel.getByRole('link', { name: '投诉' }).click();
    const waiting = panel.getByRole('listitem').filter({ hasText: number });
    await expect(waiting).toContainText('2:30');
    await button(waiting, '确认更正').click();
    await expect(waiting).toBeHidden();
  })(rig, panels);
};

export const SCENES: Readonly<Record<string, Scene>> = {
  '2026-12-02': at('b1', entersComplaint),
  '2026-12-09': (rig) =>
    does(rig, {
      ...{ type: 'inspection.plan', on: '2026-12-10', mode: 'onSite', kind: 'quarterly' },
      modules: ['environment', 'appearance', 'meeting', 'counter', 'lobby', 'fiveS', 'duty'],
    }),
  '2026-12-10': inspected,
  '2026-12-15': corrected,
  '2026-12-16': extended,
  '2026-12-23': (rig) => looksFromAfar(rig, 4),
  '2026-12-30': (rig) =>
    does(rig, {
      ...{ type: 'complaint.close', complaint: '2026-12-02.c1', root: 'staffing' },
      action: '高峰时段由大堂经理说明等候原因',
    }),
};
