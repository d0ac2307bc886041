import type { LobbyCommand } from '../../../shared/lobby.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { usePress } from '../../../shared/screen/press.ts';
import { Sure } from '../../../shared/screen/sure.tsx';
import type { InspectionsView } from '../../../shared/views/inspections.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { Chips, Text } from '../complaints/fields.tsx';

type Begin = Extract<LobbyCommand, { type: 'inspection.begin' }>;
type Module = Begin['modules'][number];

interface Form {
  readonly isOpen: boolean;
  readonly on: string;
  readonly mode: Begin['mode'];
  readonly kind: Begin['kind'];
  readonly modules: readonly Module[];
}

/** What is planned, and a new one: now, or on a day to come. */
export function Plan({ link, view }: { link: Link; view: InspectionsView }) {
  const w = words(inspectionWords);
  const { modules } = words(inspected);
  const all = Object.keys(modules) as Module[];
  const blank: Form = { isOpen: false, on: '', mode: 'onSite', kind: 'quarterly', modules: all };
  const { value, set, clear } = useDraft(link, 'inspection.plan', blank);
  const press = usePress(link);
  const send = async (command: LobbyCommand) => (await press.send(command))?.ok && clear();
  const { mode, kind, on } = value;
  const as = { mode, kind, modules: [...value.modules] };
  const turn = (m: Module) =>
    set({ modules: all.filter((k) => value.modules.includes(k) !== (k === m)) });
  return (
    <section class="part" aria-label={w.inspections}>
      <header>
        <h2>{w.inspections}</h2>
        {view.planned.length === 0 && <p>{w.none}</p>}
        <Button pressed={value.isOpen} onPress={() => set({ isOpen: !value.isOpen })}>
          {w.plan}
        </Button>
      </header>
      <Refusal says={press.refusal} />
      {value.isOpen && (
        <div class="act-form">
          <Chips name={w.kind[kind]} of={w.kind} chosen={kind} onPick={(k) => set({ kind: k })} />
          <Chips name={w.mode[mode]} of={w.mode} chosen={mode} onPick={(m) => set({ mode: m })} />
          <fieldset class="chips" aria-label={w.modules}>
            {all.map((m) => (
              <Button key={m} pressed={value.modules.includes(m)} onPress={() => turn(m)}>
                {modules[m]}
              </Button>
            ))}
          </fieldset>
          <Text name={w.on} type="date" value={on} onType={(date) => set({ on: date })} />
          <div class="acts">
            <Button
              {...{ kind: 'next', busy: press.busy, disabled: as.modules.length === 0 }}
              onPress={() => void send({ type: 'inspection.begin', ...as })}
            >
              {w.begin}
            </Button>
            <Button
              {...{ busy: press.busy, disabled: !on || as.modules.length === 0 }}
              onPress={() => void send({ type: 'inspection.plan', on, ...as } as LobbyCommand)}
            >
              {w.save}
            </Button>
          </div>
        </div>
      )}
      <ul class="warnings">
        {view.planned.map((one) => (
          <li key={one.id}>
            <span class="warning-clock">{one.on}</span>
            <p>
              <strong>{`${w.kind[one.kind]} · ${w.mode[one.mode]}`}</strong>
              <small>{one.modules.map((m) => modules[m]).join(' · ')}</small>
            </p>
            <div class="acts">
              <Button
                kind="next"
                busy={press.busy}
                onPress={() => void press.send({ type: 'inspection.start', inspection: one.id })}
              >
                {w.start}
              </Button>
              <Sure
                question={w.sureCancel}
                busy={press.busy}
                onSure={() =>
                  void press.send({
                    type: 'inspection.cancel',
                    inspection: one.id,
                    reason: w.cancelled,
                  })
                }
              >
                {w.cancel}
              </Sure>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
