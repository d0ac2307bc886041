import { useState } from 'preact/hooks';
import type { DayPlan, Shift } from '../../../shared/floor/roster/commands.ts';
import type { BusinessDate, StaffId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { Person } from '../../../shared/views/meetings.ts';
import type { RosterView } from '../../../shared/views/roster.ts';
import { roster as rosterWords } from '../../../shared/words/roster.ts';
import { Choice } from '../../devices/field.tsx';
import { choicesOf } from './people.ts';
import type { PlanOf } from './rosterDay.tsx';
import { ShiftRow } from './shiftRow.tsx';

interface DayEditorProps {
  readonly link: Link;
  readonly view: RosterView;
  readonly plan: PlanOf;
  readonly onDone: () => void;
}

interface DayForm {
  readonly head: StaffId | '';
  readonly shifts: readonly Shift[];
}

/** What a post is on the roster, until somebody says otherwise. */
const POST: Record<Person['post'], Shift['post']> = {
  teller: 'teller',
  lobbyManager: 'lobby',
  branchManager: 'manager',
  serviceSpecialist: 'specialist',
};

/** One day's roster, whole: a line each person, saved at once. */
export function DayEditor({ link, view, plan, onDone }: DayEditorProps) {
  const w = words(rosterWords);
  const blank: DayForm = { head: plan.head ?? '', shifts: plan.shifts };
  const draft = useDraft<DayForm>(link, `shift.plan ${plan.key}`, blank);
  const { busy, refusal, run } = useAsk();
  const [added, setAdded] = useState<StaffId | null>(null);
  const { head, shifts } = draft.value;
  const put = (next: readonly Shift[]) => {
    const isOn = next.some((s) => s.person === head);
    draft.set({ shifts: next, ...(!isOn && { head: '' }) });
  };
  const save = async () => {
    const whole: DayPlan = { head: head || null, shifts: [...shifts] };
    if (!(await run(() => link.send(commandFor(plan.key, whole, view))))) return;
    draft.clear();
    onDone();
  };
  const free = view.people.filter((p) => !shifts.some((s) => s.person === p.id));
  const onDuty = view.people.filter((p) => shifts.some((s) => s.person === p.id));
  return (
    <div class="day-editor">
      {shifts.map((shift, i) => (
        <ShiftRow
          key={`${shift.person} ${String(i)}`}
          {...{ view, shift, isNew: added === shift.person }}
          onChange={(next) => put(shifts.map((s, n) => (n === i ? next : s)))}
          onRemove={() => put(shifts.filter((_, n) => n !== i))}
        />
      ))}
      <div class="row-form">
        <Choice
          {...{ label: w.add, empty: w.choose, of: choicesOf(free), value: '' }}
          onValue={(person) => {
            setAdded(person);
            put([...shifts, newShift(person, view, plan)]);
          }}
        />
        <Choice
          {...{ label: w.head, empty: w.noHead, of: choicesOf(onDuty), value: head }}
          onValue={(chosen) => draft.set({ head: chosen })}
        />
        <Button {...{ kind: 'next', busy }} onPress={() => void save()}>
          {w.save}
        </Button>
      </div>
      <Refusal says={refusal} />
    </div>
  );
}

/** A date is planned for itself; a weekday changes the usual week, the others in it stay. */
function commandFor(key: string, plan: DayPlan, { week }: RosterView) {
  if (!key.startsWith('usual-'))
    return { type: 'shift.plan', date: key as BusinessDate, ...plan } as const;
  const at = Number(key.slice('usual-'.length));
  const next = week.map((day, n) => (n === at ? plan : day));
  return { type: 'shift.pattern', week: next } as const;
}

function newShift(person: StaffId, view: RosterView, { hours, shifts }: PlanOf): Shift {
  const member = view.people.find((p) => p.id === person);
  const like = shifts[0];
  return {
    ...{ person, post: member ? POST[member.post] : 'teller', breaks: [] },
    from: like?.from ?? hours?.from ?? '08:30',
    to: like?.to ?? hours?.to ?? '17:30',
  };
}
