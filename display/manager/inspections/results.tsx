import type { Inspection } from '../../../shared/floor/inspections/state.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { InspectionsView } from '../../../shared/views/inspections.ts';
import { fromCity as cityWords } from '../../../shared/words/fromCity.ts';
import { inspected } from '../../../shared/words/inspected.ts';
import { inspections as inspectionWords } from '../../../shared/words/inspections.ts';
import { nameOf } from '../complaints/fields.tsx';
import { Photo } from './photos.tsx';
import { textOf } from './running.tsx';

/** The scores that stand, and each inspection with what it found. */
export function Results({ view }: { view: InspectionsView }) {
  const w = words(inspectionWords);
  const { modules } = words(inspected);
  const standing = Object.entries(view.standing);
  return (
    <>
      <section class="part" aria-label={w.standing}>
        <h2>{w.standing}</h2>
        {standing.length === 0 && <Empty says={w.standingNone} />}
        <dl class="scores">
          {standing.map(([module, stands]) => (
            <div key={module}>
              <dt>{modules[module as keyof typeof modules]}</dt>
              <dd>
                {stands.score}
                <small>{stands.date}</small>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {view.finished.length > 0 && (
        <section class="part" aria-label={w.results}>
          <h2>{w.results}</h2>
          {view.finished.map((one) => (
            <Result key={one.id} {...{ one, view }} />
          ))}
        </section>
      )}
    </>
  );
}

function Result({ one, view }: { one: Inspection; view: InspectionsView }) {
  const w = words(inspectionWords);
  const c = words(cityWords);
  if (one.stands.is !== 'finished') return null;
  const { marks, date } = one.stands;
  const found = Object.entries(marks).filter(([, { points }]) => points > 0);
  const text = (id: string) =>
    textOf(view.checklist.items.find((item) => item.id === id) ?? { id, text: undefined });
  return (
    <details class="result">
      <summary>
        {[
          date,
          ...(one.from ? [c.inspected(one.from.on)] : []),
          ...[w.kind[one.kind], w.mode[one.mode], w.findings(found.length)],
          ...(one.withdrawn ? [c.withdrawn(one.withdrawn.why)] : []),
        ].join(' · ')}
      </summary>
      <ol class="checks">
        {found.map(([id, mark]) => (
          <li key={id}>
            <p>
              {text(id)}
              <small>
                {[
                  w.off(mark.points),
                  mark.remark,
                  nameOf(view.people, mark.responsible),
                  nameOf(view.people, mark.managing),
                ].join(' · ')}
              </small>
            </p>
            <div class="photos">
              {mark.photos.map((photo, i) => (
                <Photo key={photo} photo={photo} name={w.photoOf(i + 1)} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
