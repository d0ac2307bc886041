import { MODULES } from '../../../shared/floor/inspections/checklist.ts';
import { checklistOn, itemsOf } from '../../../shared/floor/inspections/state.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { cityNames } from '../../../shared/words/rehearsal.ts';
import { dice } from '../dice.ts';
import type { Hall } from '../hall.ts';
import type { CityBranch } from './branches.ts';

const DAY = 86_400_000;
export const TELLER = 'T01' as StaffId;
const MANAGER = 'M01' as StaffId;

/** Once a month, on the first day that is open, somebody looks at everything in the branch. */
export function inspects(plan: CityBranch, hall: Hall): void {
  hall.ask({ type: 'staff.add', person: MANAGER, post: 'branchManager' });
  hall.ask({ type: 'staff.add', person: TELLER, post: 'teller' });
  let last = '';
  const looks = () => {
    const { day } = hall.lobby().visit;
    const month = day?.open ? day.date.slice(0, 7) : last;
    if (month !== last) inspect(plan, hall, month);
    last = month;
    hall.after(DAY, looks);
  };
  hall.after(6 * 3_600_000, looks);
}

function inspect({ id, pointsOff }: CityBranch, hall: Hall, month: string): void {
  const own = dice(`${id} ${month} inspection`);
  hall.ask({ type: 'inspection.begin', mode: 'onSite', kind: 'quarterly', modules: [...MODULES] });
  const { inspections } = hall.lobby().floor;
  const running = inspections.all.find(({ stands }) => stands.is === 'running');
  const { day } = hall.lobby().visit;
  if (!running || !day) return;
  const inspection = running.id;
  const items = itemsOf(checklistOn(inspections, day.date), running);
  for (const module of MODULES) {
    let left = Math.round(pointsOff * own.between(0.5, 1.5));
    for (const item of items.filter((one) => one.module === module && own.chance(0.5))) {
      const points = Math.min(left, item.points);
      if (points === 0) break;
      left -= points;
      const people = { responsible: TELLER, managing: MANAGER };
      const remark = cityNames.zh.remark;
      const mark = { type: 'inspection.mark', inspection, item: item.id, points, remark } as const;
      hall.ask({ ...mark, ...people });
    }
    hall.ask({ type: 'inspection.pass', inspection, module });
  }
  hall.ask({ type: 'inspection.finish', inspection });
}
