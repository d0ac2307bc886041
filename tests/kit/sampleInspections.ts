const inspection = { inspection: '2026-11-24.i900' };
const as = { mode: 'onSite', kind: 'adHoc', modules: ['meeting'] };
const items = [{ id: 'meeting.held', module: 'meeting', points: 30 }];

/** One well-formed command of each type. */
export const sampleInspections = {
  'inspection.checklist': { checklist: { version: 'b-1', from: '2026-12-01', items } },
  'inspection.plan': { on: '2026-12-01', ...as },
  'inspection.cancel': { ...inspection, reason: 'x' },
  'inspection.start': inspection,
  'inspection.begin': as,
  'inspection.mark': { ...inspection, item: 'meeting.held', points: 0 },
  'inspection.pass': { ...inspection, module: 'meeting' },
  'inspection.finish': inspection,
  'inspection.patrol': { round: 'during', answers: [{ item: 'line', ok: true }] },
};
