import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { Face } from '../../shared/screen/face.tsx';
import { words } from '../../shared/screen/language.ts';
import type { VisitStage } from '../../shared/views/visit.ts';
import type { ComplaintTag, RatingLevel } from '../../shared/visit/ticket.ts';
import { visit } from '../../shared/words/visit.ts';
import { type Failed, send } from './live.ts';
import { Plain } from './plain.tsx';

const LEVELS = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;
const REASONS = ['wait', 'attitude', 'skill', 'procedure', 'environment', 'other'] as const;

/** After the service: the rating for those who rather give it here, or what was given. */
export function Done({ stage }: { stage: Extract<VisitStage, { is: 'done' }> }) {
  const w = words(visit);
  if (stage.given) return <Plain title={w.thanks} means={w.given(w.level[stage.given])} />;
  return stage.mayRate ? <Rate /> : <Plain title={w.done} means={w.doneMeans} />;
}

/** Four faces alike; the press that sends comes after, for here nothing can be changed. */
function Rate() {
  const w = words(visit);
  const [level, choose] = useState<RatingLevel | null>(null);
  const [reasons, setReasons] = useState<readonly ComplaintTag[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, fail] = useState<Failed | null>(null);
  const submit = async () => {
    const why = level === 'dissatisfied' && reasons.length > 0 ? { reasons } : {};
    setBusy(true);
    fail(await send('rating', { level, ...why }));
    setBusy(false);
  };
  const turn = (reason: ComplaintTag) =>
    setReasons(
      reasons.includes(reason) ? reasons.filter((r) => r !== reason) : [...reasons, reason],
    );
  return (
    <section class="rate">
      <h2>{w.rate}</h2>
      <ul class="rate-faces">
        {LEVELS.map((one) => (
          <li key={one}>
            <Button pressed={one === level} icon={<Face level={one} />} onPress={() => choose(one)}>
              {w.level[one]}
            </Button>
          </li>
        ))}
      </ul>
      {level === 'dissatisfied' && <Reasons said={reasons} turn={turn} />}
      {failed && <p role="alert">{w.failed[failed]}</p>}
      <Button kind="next" disabled={!level} busy={busy} onPress={() => void submit()}>
        {w.submit}
      </Button>
      <small>{w.rateHow}</small>
    </section>
  );
}

interface ReasonsProps {
  readonly said: readonly ComplaintTag[];
  readonly turn: (reason: ComplaintTag) => void;
}

function Reasons({ said, turn }: ReasonsProps) {
  const w = words(visit);
  return (
    <fieldset class="rate-reasons">
      <legend>{w.why}</legend>
      {REASONS.map((reason) => (
        <Button
          key={reason}
          icon={said.includes(reason) && <Check />}
          pressed={said.includes(reason)}
          onPress={() => turn(reason)}
        >
          {w.reason[reason]}
        </Button>
      ))}
    </fieldset>
  );
}
