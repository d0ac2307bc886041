import { useState } from 'preact/hooks';
import type { ChecklistItem } from '../../../shared/floor/inspections/checklist.ts';
import type { Inspection, InspectionMark } from '../../../shared/floor/inspections/state.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { type Press, usePress } from '../../../shared/screen/press.ts';
import { Sure } from '../../../shared/screen/sure.tsx';
import type { InspectionsView } from '../../../shared/views/inspections.ts';
import { checklist as checklistWords } from '../../../shared/words/checklist.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { MarkForm } from './markForm.tsx';

interface RunningProps {
  readonly link: Link;
  readonly view: InspectionsView;
  readonly inspection: Inspection;
}

/** The inspection under way: one module after another, a touch an item. */
export function Running({ link, view, inspection }: RunningProps) {
  const w = words(inspectionWords);
  const press = usePress(link);
  const { stands, modules, id } = inspection;
  const marks = 'marks' in stands ? stands.marks : {};
  const items = view.checklist.items.filter((item) => modules.includes(item.module));
  const left = items.filter((item) => !marks[item.id]).length;
  return (
    <div class="records complaints">
      <header class="part">
        <h1>{w.running}</h1>
        <p class="quiet">
          {w.of(items.length - left, items.length)} · {w.version(view.checklist.version)}
        </p>
      </header>
      {modules.map((module) => (
        <section class="part" key={module}>
          <header>
            <h2>{words(inspected).modules[module]}</h2>
            <Button
              busy={press.busy}
              onPress={() => void press.send({ type: 'inspection.pass', inspection: id, module })}
            >
              {w.pass}
            </Button>
          </header>
          <ol class="checks">
            {items
              .filter((item) => item.module === module)
              .map((item) => (
                <Item
                  key={item.id}
                  {...{ link, view, inspection, item, press }}
                  mark={marks[item.id]}
                />
              ))}
          </ol>
        </section>
      ))}
      <Refusal says={press.refusal} />
      <div class="acts foot">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: left > 0 }}
          onPress={() => void press.send({ type: 'inspection.finish', inspection: id })}
        >
          {w.finish}
        </Button>
        <Sure
          question={w.sureCancel}
          busy={press.busy}
          onSure={() =>
            void press.send({ type: 'inspection.cancel', inspection: id, reason: w.cancelled })
          }
        >
          {w.cancel}
        </Sure>
      </div>
    </div>
  );
}

export interface CheckProps extends RunningProps {
  readonly item: ChecklistItem;
  readonly mark: InspectionMark | undefined;
  readonly press: Press;
}

function Item(props: CheckProps) {
  const { inspection, item, mark, press } = props;
  const w = words(inspectionWords);
  const [open, setOpen] = useState(false);
  const { zones } = words(inspected);
  const ok = () =>
    void press.send({
      type: 'inspection.mark',
      inspection: inspection.id,
      item: item.id,
      points: 0,
    });
  return (
    <li>
      <p>
        {textOf(item)}
        <small>
          {[
            item.zone && zones[item.zone],
            mark && mark.points > 0 ? w.off(mark.points) : w.most(item.points),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <div class="acts">
        <Button pressed={mark?.points === 0} busy={press.busy} onPress={ok}>
          {w.ok}
        </Button>
        <Button pressed={open || (mark?.points ?? 0) > 0} onPress={() => setOpen(!open)}>
          {w.points}
        </Button>
      </div>
      {open && <MarkForm {...props} onDone={() => setOpen(false)} />}
    </li>
  );
}

/** A branch's own item brings its text; the standard ones stand in the catalogue. */
export function textOf({ id, text }: Pick<ChecklistItem, 'id' | 'text'>): string {
  const items: Readonly<Record<string, string>> = words(checklistWords).items;
  return text ? pick(text) : (items[id] ?? id);
}
