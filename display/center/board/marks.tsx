import { Plus, X } from 'lucide-preact';
import type { InspectedModule } from '../../../shared/floor/inspections/checklist.ts';
import { STANDARD } from '../../../shared/floor/inspections/standard.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { checklist } from '../../../shared/words/checklist.ts';
import { cityInspections } from '../../../shared/words/cityInspections.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { Text } from '../../manager/complaints/fields.tsx';
import { Choice } from '../settings/fields.tsx';

/** One finding as it is being written. */
export interface Mark {
  readonly item: string;
  readonly points: number;
  readonly remark: string;
  readonly responsible: string;
  readonly managing: string;
}

export const isWhole = ({ remark, responsible, managing }: Mark) =>
  remark.trim() !== '' && responsible !== '' && managing !== '';

interface MarksProps {
  readonly modules: readonly InspectedModule[];
  readonly marks: readonly Mark[];
  readonly staff: readonly (readonly [string, string])[];
  readonly onMarks: (marks: readonly Mark[]) => void;
}

const FIRST = 5;

/** 扣分项: each item of the checklist once, never more points than it has. */
export function Marks({ modules, marks, staff, onMarks }: MarksProps) {
  const w = words(cityInspections);
  const free = STANDARD.items.filter(
    ({ id, module }) => modules.includes(module) && marks.every(({ item }) => item !== id),
  );
  const add = () => {
    const [next] = free;
    const last = marks.at(-1);
    if (!next) return;
    const whose = { responsible: '', managing: last?.managing ?? '' };
    const points = Math.min(FIRST, next.points);
    onMarks([...marks, { item: next.id, points, remark: '', ...whose }]);
  };
  return (
    <fieldset class="whole board-marks">
      <legend>{w.findings}</legend>
      {marks.length === 0 && <p class="board-note">{w.noFindings}</p>}
      {marks.map((mark, i) => (
        <OneMark
          key={i}
          {...{ mark, staff, free }}
          onMark={(next) => onMarks(marks.map((one, at) => (at === i ? next : one)))}
          onRemove={() => onMarks(marks.filter((_, at) => at !== i))}
        />
      ))}
      <Button icon={<Plus aria-hidden="true" />} disabled={free.length === 0} onPress={add}>
        {w.add}
      </Button>
      {marks.length > 0 && <small>{w.staffFrom}</small>}
    </fieldset>
  );
}

interface OneMarkProps extends Pick<MarksProps, 'staff'> {
  readonly mark: Mark;
  readonly free: readonly { readonly id: string; readonly module: InspectedModule }[];
  readonly onMark: (mark: Mark) => void;
  readonly onRemove: () => void;
}

function OneMark({ mark, staff, free, onMark, onRemove }: OneMarkProps) {
  const w = words(cityInspections);
  const i = words(inspectionWords);
  const set = (some: Partial<Mark>) => onMark({ ...mark, ...some });
  const most = mostOf(mark.item);
  const choose = (item: string) => set({ item, points: Math.min(mark.points, mostOf(item)) });
  const people = [['', i.nobody] as const, ...staff];
  return (
    <div class="board-mark">
      <Choice
        label={w.item}
        value={mark.item}
        options={[mark.item, ...free.map(({ id }) => id)].map((id) => [id, nameOf(id)])}
        onChoose={choose}
      />
      <div class="stepper">
        <Button
          disabled={mark.points <= 1}
          label={`${i.points} −`}
          onPress={() => set({ points: mark.points - 1 })}
        >
          −
        </Button>
        <strong>{i.off(mark.points)}</strong>
        <Button
          disabled={mark.points >= most}
          label={`${i.points} +`}
          onPress={() => set({ points: mark.points + 1 })}
        >
          +
        </Button>
      </div>
      <Text name={i.remark} most={200} value={mark.remark} onType={(remark) => set({ remark })} />
      <Choice
        label={i.responsible}
        value={mark.responsible}
        options={people}
        onChoose={(responsible) => set({ responsible })}
      />
      <Choice
        label={i.managing}
        value={mark.managing}
        options={people}
        onChoose={(managing) => set({ managing })}
      />
      <Button
        {...{ kind: 'quiet', label: w.remove, icon: <X aria-hidden="true" /> }}
        onPress={onRemove}
      />
    </div>
  );
}

const itemOf = (id: string) => STANDARD.items.find((one) => one.id === id);
const mostOf = (id: string) => itemOf(id)?.points ?? 1;

function nameOf(id: string): string {
  const item = itemOf(id);
  const names: Readonly<Record<string, string>> = words(checklist).items;
  return item ? `${words(inspected).modules[item.module]} · ${names[id] ?? id}` : id;
}
