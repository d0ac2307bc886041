import { useState } from 'preact/hooks';
import type { TicketId } from '../../shared/ids.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { usePress } from '../../shared/screen/press.ts';
import { Sure } from '../../shared/screen/sure.tsx';
import { clockTime } from '../../shared/screen/time.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import { meanwhile as meanwhileWords } from '../../shared/words/meanwhile.ts';
import { ByHand } from './byHand.tsx';
import './meanwhile.css';

type Tickets = FloorView['meanwhile']['tickets'];

export interface MeanwhileProps {
  readonly link: Link;
  readonly view: FloorView;
}

/** 断网期间的号票: one line while there is something to clear up, and the screen that clears it. */
export function Meanwhile({ link, view }: MeanwhileProps) {
  const w = words(meanwhileWords);
  const [open, setOpen] = useState(false);
  const [left, leave] = useState<ReadonlySet<TicketId>>(new Set());
  const { cutOff } = view.meanwhile;
  const tickets = view.meanwhile.tickets.filter((t) => !left.has(t.ticket));
  if (tickets.length === 0 && !cutOff) return null;
  const close = () => setOpen(false);
  if (!open)
    return (
      <section class="meanwhile" aria-label={w.title}>
        <p>{tickets.length > 0 ? w.some(tickets.length) : w.cutOff}</p>
        <Button onPress={() => setOpen(true)}>{w.look}</Button>
      </section>
    );
  return (
    <section class="meanwhile meanwhile-open" aria-label={w.title}>
      <header>
        <h2>{w.title}</h2>
        <Button kind="quiet" onPress={close}>
          {w.close}
        </Button>
      </header>
      {tickets.length > 0 && (
        <Clearing
          {...{ link, view, tickets }}
          stillHere={() => {
            leave(new Set([...left, ...tickets.map((t) => t.ticket)]));
            close();
          }}
        />
      )}
      {cutOff && <ByHand {...{ link, view }} />}
    </section>
  );
}

interface ClearingProps extends MeanwhileProps {
  readonly tickets: Tickets;
  readonly stillHere: () => void;
}

function Clearing({ link, view, tickets, stillHere }: ClearingProps) {
  const w = words(meanwhileWords);
  const press = usePress(link);
  const [picked, pick] = useState<ReadonlySet<TicketId>>(new Set());
  const chosen = tickets.map((t) => t.ticket).filter((id) => picked.has(id));
  const isAll = chosen.length === tickets.length;
  const toggle = (id: TicketId) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    pick(next);
  };
  const served = () => void press.send({ type: 'ticket.servedMeanwhile', tickets: chosen });
  return (
    <>
      <p>{w.means}</p>
      <ul>
        {tickets.map(({ ticket, number, from }) => (
          <li key={ticket}>
            <Button pressed={picked.has(ticket)} onPress={() => toggle(ticket)}>
              <strong>{number}</strong>
              <small>{w.takenAt(clockTime(view.branch, from))}</small>
            </Button>
          </li>
        ))}
      </ul>
      <Refusal says={press.refusal} />
      <div class="meanwhile-answers">
        <Button
          kind="quiet"
          onPress={() => pick(new Set(isAll ? [] : tickets.map((t) => t.ticket)))}
        >
          {isAll ? w.none : w.all}
        </Button>
        {chosen.length > 0 && (
          <Sure busy={press.busy} question={w.sure(chosen.length)} onSure={served}>
            {w.served(chosen.length)}
          </Sure>
        )}
        <Button kind="quiet" onPress={stillHere}>
          {w.stillHere}
        </Button>
      </div>
    </>
  );
}
