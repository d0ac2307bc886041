import { addDays } from '../../../shared/calendar.ts';
import { isOpen, type Rectification } from '../../../shared/care/rectifications/state.ts';
import { cityNames } from '../../../shared/words/rehearsal.ts';
import { dice } from '../dice.ts';
import type { Hall } from '../hall.ts';
import { TELLER } from './inspector.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Every noon the branch manager sees to what has to be put right: most of it in time, some of it late. */
export function rectifies(hall: Hall): void {
  const looks = () => {
    const { day } = hall.lobby().visit;
    const all = day?.open ? hall.lobby().care.rectifications.all : [];
    for (const one of all.filter(isOpen)) seesTo(one, hall);
    hall.after(DAY, looks);
  };
  hall.after(4 * HOUR, looks);
}

/** One that is not back at its line yet is asked for again the next day. */
function seesTo({ id, openedAt, plan }: Rectification, hall: Hall): void {
  const { day, settings } = hall.lobby().visit;
  const own = dice(`${settings.branch.id} ${id}`);
  const [plannedAfter, doneAfter] = [own.between(1, 5), own.chance(0.9) ? 14 : 45];
  const age = (hall.now() - openedAt) / DAY;
  if (!day || age < plannedAfter) return;
  if (!plan) {
    const done = {
      owner: TELLER,
      due: addDays(day.date, 14),
      cause: 'other',
      action: 'trained',
    } as const;
    hall.ask({ type: 'rectification.plan', rectification: id, ...done });
  } else if (age > own.between(plannedAfter + 1, doneAfter))
    hall.ask({ type: 'rectification.close', rectification: id, evidence: cityNames.zh.evidence });
}
