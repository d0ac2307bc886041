import { useState } from 'preact/hooks';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { type Press, usePress } from '../../../shared/screen/press.ts';
import { Sure } from '../../../shared/screen/sure.tsx';
import type { ComplaintsView, OrderCard } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { ActForm, type FormName } from './actForm.tsx';

interface ActsProps {
  readonly link: Link;
  readonly view: ComplaintsView;
  readonly order: OrderCard;
}

type Act = 'contact' | FormName;

/** The one next step first and in its colour; the others are there when they are needed. */
export function Acts({ link, view, order }: ActsProps) {
  const w = words(complaintWords);
  const press = usePress(link);
  const [open, setOpen] = useState<FormName | null>(null);
  const complaint = order.id;
  const next = nextAct(order);
  const others = (
    ['plan', 'close', 'handOver', 'extend', 'note', 'involve', 'escalate'] as const
  ).filter((act) => act !== next && !(act === 'escalate' && order.stands === 'regulator'));
  const start = (act: Act) => {
    if (act === 'contact') return void press.send({ type: 'complaint.contact', complaint });
    setOpen(open === act ? null : act);
  };
  return (
    <section class="part">
      {order.offered && <Answer {...{ press, order }} />}
      <div class="acts">
        <Button kind="next" busy={press.busy} onPress={() => start(next)}>
          {w.acts[next]}
        </Button>
        {others.map((act) => (
          <Button key={act} pressed={open === act} onPress={() => start(act)}>
            {w.acts[act]}
          </Button>
        ))}
        <Sure
          question={w.sureWithdraw}
          busy={press.busy}
          onSure={() => void press.send({ type: 'complaint.withdraw', complaint })}
        >
          {w.acts.withdraw}
        </Sure>
      </div>
      <Refusal says={press.refusal} />
      {open && (
        <ActForm
          key={open}
          {...{ link, view, order, press }}
          name={open}
          onDone={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function nextAct(order: OrderCard): Act {
  if (order.ownerLeft) return 'handOver';
  if (order.contactedAt === null) return 'contact';
  return order.plannedAt === null ? 'plan' : 'close';
}

/** 首问负责: nothing moves until the other one says yes. */
function Answer({ press, order }: { press: Press; order: OrderCard }) {
  const w = words(complaintWords);
  const say = (type: 'complaint.accept' | 'complaint.decline') =>
    void press.send({ type, complaint: order.id } as LobbyCommand);
  return (
    <div class="acts">
      <Button busy={press.busy} onPress={() => say('complaint.accept')}>
        {w.acts.accept}
      </Button>
      <Button kind="quiet" busy={press.busy} onPress={() => say('complaint.decline')}>
        {w.acts.decline}
      </Button>
    </div>
  );
}
