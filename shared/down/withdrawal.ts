import { isOpen } from '../care/rectifications/state.ts';
import { accept, refuse } from '../result.ts';
import type { Effect, Scene, Sent } from './decide.ts';
import type { SentBodyOf } from './item.ts';

/** 撤回: what was sent in error counts no more from here on; all of it stays to be seen. */
export function withdrawn(
  { visit, care, floor, down }: Scene,
  { of, why }: SentBodyOf<'withdrawal'>,
  { at }: Sent,
): Effect {
  const date = visit.day?.date;
  if (!date) return refuse('day.closed');
  const notice = floor.notices.list.find((n) => n.from?.sent === of && !n.withdrawn);
  if (notice) return accept([{ type: 'notice.withdrawn', at, notice: notice.id, why }]);
  const order = care.complaints.orders.find((o) => o.sent === of && !o.end);
  if (order) return accept([{ type: 'complaint.withdrawn', at, complaint: order.id, note: why }]);
  const one = floor.inspections.all.find((i) => i.from?.sent === of && !i.withdrawn);
  if (one) {
    const opened = care.rectifications.all.filter(
      ({ source, ...rest }) =>
        isOpen({ source, ...rest }) &&
        source.from === 'inspection' &&
        source.ref?.startsWith(`${one.id} `),
    );
    return accept([
      { type: 'inspection.withdrawn', at, inspection: one.id, date, why },
      ...opened.map(({ id: rectification }) => ({
        ...({ type: 'rectification.closed', at, rectification, evidence: why } as const),
      })),
    ]);
  }
  const isKnown = down.rules.some(({ sent }) => sent === of);
  return isKnown ? accept([]) : refuse('down.notHere');
}
