import type { SentCommandOf } from '../../../shared/city/sent/commands.ts';
import { STANDARD } from '../../../shared/floor/inspections/standard.ts';
import type { BranchId, StaffId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { cityInspections } from '../../../shared/words/cityInspections.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { Chips as Any } from '../../forms/rows.tsx';
import { Chips as One, Text } from '../../manager/complaints/fields.tsx';
import { addressOf, goTo } from '../address.ts';
import { branchName } from '../names.ts';
import { useCity } from '../question.ts';
import { isWhole, type Mark, Marks } from './marks.tsx';
import { type BoardProps, todayIn } from './props.ts';
import { staffOf } from './staff.ts';

type Inspection = SentCommandOf<'sent.inspection'>['inspection'];
type Module = Inspection['modules'][number];

interface Form {
  readonly on: string;
  readonly mode: Inspection['mode'];
  readonly as: Inspection['as'];
  readonly modules: readonly Module[];
  readonly marks: readonly Mark[];
}

interface InspectFormProps extends BoardProps {
  readonly quarter: string;
  readonly branch: BranchId;
  /** As it was planned; null: however it was. */
  readonly mode: Inspection['mode'] | null;
}

/** What an inspection by the city took off; half filled in, it is there again after a reload. */
export function InspectForm(props: InspectFormProps) {
  const { link, shell, quarter, branch, mode } = props;
  const w = words(cityInspections);
  const { modules: names } = words(inspected);
  const all = Object.keys(names) as Module[];
  const blank: Form = {
    ...{ on: todayIn(props), mode: mode ?? 'onSite', as: 'quarterly' },
    ...{ modules: all, marks: [] },
  };
  const you = { you: { value: { person: { id: shell.you.person } } } };
  const { value, set, clear } = useDraft(you, `city.inspection ${branch}`, blank);
  const { busy, refusal, run } = useAsk();
  const said = useCity(link, { type: 'branch.now', branch });
  const staff = staffOf(said.is === 'known' ? said.answer : null);
  const { modules, marks } = value;
  const ready = modules.length > 0 && marks.every(isWhole);
  const submit = async (event: Event) => {
    event.preventDefault();
    const inspection = inspectionOf(value);
    if (!(await run(() => link.send({ type: 'sent.inspection', branch, inspection })))) return;
    clear();
    goTo('board', 'inspections', quarter);
  };
  return (
    <form class="row-form city-form board-inspect" onSubmit={(event) => void submit(event)}>
      <a class="whole button button-quiet" href={addressOf('board', 'inspections', quarter)}>
        {w.back}
      </a>
      <h2>{w.enterOf(branchName(props, branch))}</h2>
      {said.is === 'known' && staff.length === 0 && (
        <p class="whole board-note">{words(cityBoard).noLedger}</p>
      )}
      <How value={value} set={set} />
      <div class="whole">
        <Any
          label={w.modules}
          of={all.map((name) => [name, names[name]] as const)}
          value={modules}
          onValue={(chosen) =>
            set({
              modules: chosen,
              marks: marks.filter(({ item }) => chosen.includes(moduleOf(item))),
            })
          }
        />
      </div>
      <Marks {...{ modules, marks, staff }} onMarks={(next) => set({ marks: next })} />
      <Scores modules={modules} marks={marks} />
      <p class="whole board-note">{marks.every(isWhole) ? w.sendMeans : w.unfinished}</p>
      <div class="board-acts whole">
        <button type="submit" class="button button-next" disabled={busy || !ready}>
          {w.send}
        </button>
        {marks.length > 0 && (
          <Button kind="quiet" onPress={clear}>
            {words(complaintWords).clear}
          </Button>
        )}
      </div>
      <Refusal says={refusal} />
    </form>
  );
}

const moduleOf = (item: string) =>
  STANDARD.items.find(({ id }) => id === item)?.module ?? ('environment' as Module);

function How({ value, set }: { value: Form; set: (some: Partial<Form>) => void }) {
  const w = words(cityInspections);
  const { mode, kind } = words(inspectionWords);
  return (
    <>
      <Text name={w.on} type="date" value={value.on} onType={(on) => set({ on })} />
      <One
        {...{ name: w.how, of: mode, chosen: value.mode }}
        onPick={(how) => set({ mode: how })}
      />
      <One {...{ name: w.as, of: kind, chosen: value.as }} onPick={(as) => set({ as })} />
    </>
  );
}

/** Each module from 100 points down, as it will stand on the branch's sheet. */
function Scores({ modules, marks }: Pick<Form, 'modules' | 'marks'>) {
  const w = words(cityInspections);
  const { modules: names } = words(inspected);
  return (
    <p class="whole board-scores">
      {modules.map((module) => {
        const own = marks.filter(({ item }) => moduleOf(item) === module);
        const off = own.reduce((sum, { points }) => sum + points, 0);
        return (
          <span key={module} data-off={off > 0 || undefined}>
            {w.score(names[module], 100 - off)}
          </span>
        );
      })}
    </p>
  );
}

function inspectionOf({ on, mode, as, modules, marks }: Form): Inspection {
  return {
    ...{ on: on as Inspection['on'], mode, as, checklist: STANDARD.version, modules: [...modules] },
    marks: marks.map(({ item, points, remark, responsible, managing }) => ({
      ...{ item, points, remark: remark.trim() },
      ...{ responsible: responsible as StaffId, managing: managing as StaffId },
    })),
  };
}
