import type { Shift } from '../../../shared/floor/roster/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import type { RosterView } from '../../../shared/views/roster.ts';
import { roster as rosterWords } from '../../../shared/words/roster.ts';
import { counterName, rosterNames } from './roster.tsx';
import { DayEditor } from './rosterEditor.tsx';

/** A day of a week, or a weekday of the usual one. */
export interface PlanOf {
  /** A date, or `usual-0` for Monday of the usual week. */
  readonly key: string;
  readonly name: string;
  readonly head: StaffId | null;
  readonly shifts: readonly Shift[];
  readonly dayOff: boolean;
  readonly isToday: boolean;
  readonly isPast: boolean;
  readonly byUsual: boolean;
  readonly hours: { readonly from: string; readonly to: string } | null;
}

interface DayCardProps {
  readonly link: Link;
  readonly view: RosterView;
  readonly plan: PlanOf;
  readonly isOpen: boolean;
  readonly address: (open: boolean) => string;
}

export function DayCard({ link, view, plan, isOpen, address }: DayCardProps) {
  const w = words(rosterWords);
  const nameOf = rosterNames(view);
  const { name, head, shifts, dayOff, isToday, isPast, byUsual } = plan;
  const mayChange = !isPast && !dayOff;
  const close = () => {
    location.hash = address(false);
  };
  return (
    <li class="day" data-today={isToday || undefined} data-open={isOpen || undefined}>
      <header>
        <h3>{name}</h3>
        {dayOff && <p>{w.dayOff}</p>}
        {!dayOff && shifts.length === 0 && <p>{w.nobody}</p>}
        {byUsual && shifts.length > 0 && <p>{w.byUsual}</p>}
        {mayChange && (
          <a class="button button-quiet" href={address(!isOpen)}>
            {isOpen ? w.cancel : shifts.length > 0 ? w.change : w.edit}
          </a>
        )}
      </header>
      {isOpen && mayChange ? (
        <DayEditor {...{ link, view, plan }} onDone={close} />
      ) : (
        shifts.length > 0 && (
          <>
            <p class="day-head">
              {w.head} <strong>{head ? nameOf(head) : w.noHead}</strong>
            </p>
            <ul>
              {shifts.map((s) => (
                <li key={`${s.person} ${s.from}`}>
                  <strong>{nameOf(s.person)}</strong>
                  <span>
                    {s.post === 'teller' ? counterName(view, s.counter) : w.posts[s.post]}
                  </span>
                  <span>
                    {s.from}–{s.to}
                    {s.breaks.map((b) => (
                      <small key={b.from}>{w.rest(b.from, b.to)}</small>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )
      )}
    </li>
  );
}
