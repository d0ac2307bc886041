import type { CorrectionId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { usePress } from '../../../shared/screen/press.ts';
import { runningTime } from '../../../shared/screen/time.ts';
import type { ComplaintsView } from '../../../shared/views/complaints.ts';
import { corrections as correctionWords } from '../../../shared/words/corrections.ts';
import { nameOf } from './fields.tsx';
import { Propose } from './propose.tsx';

/** 更正: what one proposed and another has to answer, both figures side by side. */
export function Corrections({ link, view }: { link: Link; view: ComplaintsView }) {
  const w = words(correctionWords);
  const press = usePress(link);
  const reject = (correction: CorrectionId) =>
    void press.send({ type: 'correction.reject', correction, note: w.reject });
  return (
    <section class="part" aria-label={w.corrections}>
      <Propose {...{ link, view }} />
      <Refusal says={press.refusal} />
      <ul class="warnings">
        {view.corrections.map((one) => (
          <li key={one.id}>
            <span class="warning-clock">{one.number}</span>
            <p>
              <strong>
                {w.figures[one.what]} {runningTime(one.from)} →{' '}
                {one.to === null ? w.outOfMeans : runningTime(one.to)}
              </strong>
              <small>
                {[one.date, w.reasons[one.reason], one.note, nameOf(view.people, one.by)].join(
                  ' · ',
                )}
              </small>
            </p>
            <div class="acts">
              <Button
                busy={press.busy}
                onPress={() => void press.send({ type: 'correction.confirm', correction: one.id })}
              >
                {w.confirm}
              </Button>
              <Button kind="quiet" busy={press.busy} onPress={() => reject(one.id)}>
                {w.reject}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
