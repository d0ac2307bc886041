import { useState } from 'preact/hooks';
import type { AlertAction, AlertCause } from '../../../shared/care/causes.ts';
import type { BusinessDate, StaffId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Pick } from '../../../shared/screen/handle.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Press } from '../../../shared/screen/press.ts';
import type {
  RectificationCard,
  RectificationsView,
} from '../../../shared/views/rectifications.ts';
import { alerts as alertWords } from '../../../shared/words/alerts.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';
import { Owner } from './owner.tsx';

interface PlanProps {
  readonly card: RectificationCard;
  readonly view: RectificationsView;
  readonly press: Press;
  readonly onClose: () => void;
}

/** Who does what until when: most of it is filled in, two touches and it is planned. */
export function Plan({ card, view, press, onClose }: PlanProps) {
  const w = words(boardWords);
  const a = words(alertWords);
  const { plan, id: rectification } = card;
  const [owner, setOwner] = useState<string>(card.ownerLeft ? '' : (card.owner ?? ''));
  const [due, setDue] = useState<string>(card.due);
  const [cause, setCause] = useState<AlertCause | null>(plan?.cause ?? null);
  const [action, setAction] = useState<AlertAction | null>(plan?.action ?? null);
  const [note, setNote] = useState(plan?.note ?? '');
  const save = async () => {
    if (!cause || !action) return;
    const said = note.trim();
    const reply = await press.send({
      ...{ type: 'rectification.plan', rectification, cause, action },
      ...{ owner: owner as StaffId, due: due as BusinessDate, ...(said && { note: said }) },
    });
    if (reply?.ok) onClose();
  };
  return (
    <div class="put-right-form">
      <Owner {...{ view, owner, onOwner: setOwner }} />
      <label class="field">
        <small>{w.due}</small>
        <input type="date" value={due} onInput={(e) => setDue(e.currentTarget.value)} />
      </label>
      <Pick name={w.cause} of={a.causes} chosen={cause} onPick={setCause} />
      <Pick name={w.action} of={a.actions} chosen={action} onPick={setAction} />
      <label class="field board-wide">
        <small>{w.note}</small>
        <input
          {...{ type: 'text', value: note, maxLength: 200 }}
          onInput={(e) => setNote(e.currentTarget.value)}
        />
      </label>
      <div class="put-right-steps">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: !owner || !due || !cause || !action }}
          onPress={() => void save()}
        >
          {w.save}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
