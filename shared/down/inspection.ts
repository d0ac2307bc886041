import { openFor } from '../care/rectifications/open.ts';
import { activeMember, type Devices } from '../devices/state.ts';
import { evolveInspections } from '../floor/inspections/evolve.ts';
import type { InspectionFact } from '../floor/inspections/facts.ts';
import { findingsIn, scoresOf } from '../floor/inspections/marking.ts';
import { checklistNamed, inspectionOf, itemsOf } from '../floor/inspections/state.ts';
import { inspectionIdOf, type StaffId } from '../ids.ts';
import { accept, refuse } from '../result.ts';
import type { Effect, Scene, Sent } from './decide.ts';
import type { SentBodyOf } from './item.ts';

type Body = SentBodyOf<'inspection'>;

/**
 * 市分行检查, entered as if it had been made here from its start to its end; it counts from this day on.
 * Each finding becomes a rectification, owned by whoever is responsible and still here.
 */
export function inspected(now: Scene, body: Body, { id: sent, at }: Sent): Effect {
  const { visit, floor, care, devices } = now;
  const date = visit.day?.date;
  if (!date) return refuse('day.closed');
  const stranger = body.marks.flatMap((m) => [m.responsible, m.managing]).find(isNobody(devices));
  if (stranger) return refuse('down.personUnknown', { who: stranger });
  const list = checklistNamed(floor.inspections, body.checklist);
  const { mode, as: kind, on, inspector } = body;
  const modules = [...new Set(body.modules)];
  const items = itemsOf(list, { modules });
  const marks = new Set(body.marks.map((mark) => mark.item));
  const known = body.marks.every((mark) =>
    items.some(({ id, points }) => id === mark.item && mark.points <= points),
  );
  if (list.version !== body.checklist || !known || marks.size !== body.marks.length)
    return refuse('down.unreadable');
  const inspection = inspectionIdOf(date, floor.inspections.opened + 1);
  const stamp = { at, inspection };
  const from = { sent, inspector, on };
  const checklist = body.checklist;
  const left = items.map(({ id }) => id).filter((id) => !marks.has(id));
  const begun: InspectionFact[] = [
    {
      ...{ type: 'inspection.started', ...stamp, date, checklist, mode, kind, modules, from },
    },
    ...body.marks.map((mark) => ({ type: 'inspection.marked', ...stamp, ...mark }) as const),
    ...(left.length > 0 ? [{ type: 'inspection.passed', ...stamp, items: left } as const] : []),
  ];
  const running = begun.reduce((so, fact) => evolveInspections(so, fact, false), floor.inspections);
  const one = inspectionOf(running, inspection);
  const scores = one ? scoresOf(items, one) : [];
  const finished = { type: 'inspection.finished', ...stamp, date, checklist, scores } as const;
  const found = findingsIn(running, [finished]).map((finding) => ({
    ...finding,
    owner: finding.owner && activeMember(devices, finding.owner) ? finding.owner : null,
  }));
  return accept([...begun, finished, ...openFor(care.rectifications, visit, found, at)]);
}

/**
 * Whoever left since was responsible then; somebody who was never here is a mistake. A hub where nobody
 * was ever entered as staff knows nobody's name.
 */
const isNobody = ({ staff }: Devices) => {
  const isEmpty = Object.keys(staff).length === 0;
  return (who: StaffId) => !isEmpty && staff[who] === undefined;
};
