import { useState } from 'preact/hooks';
import type { TicketId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import type { CareReason } from '../../shared/visit/ticket.ts';
import type { You } from '../../shared/wire.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import { mayGoFirst } from './actions.ts';
import { Choices } from './choices.tsx';

interface FirstProps {
  readonly link: Link;
  readonly view: CounterView;
  readonly send: (command: LobbyCommand) => void;
}

/** As many as there are digits to choose with. */
const MOST = 9;

/**
 * 特殊关爱 for one that waits. Whoever may give it, on this device, chooses the reason; a teller's
 * choice asks the lobby manager instead.
 */
export function First({ link, view, send }: FirstProps) {
  const w = words(counterWords);
  const [ticket, setTicket] = useState<TicketId | null>(null);
  const may = mayLetFirst(link.you.value);
  const { id: counter, asked } = view;
  const numbers = view.line
    .filter((mark) => mayGoFirst(mark))
    .slice(0, MOST)
    .map(({ ticket, number }) => ({
      name: asked.first.includes(ticket) ? `${number} ${w.askedFirst}` : number,
      choose: () => (may ? setTicket(ticket) : send({ type: 'help.call', counter, ticket })),
    }));
  const reasons = Object.entries(w.careReasons).map(([reason, name]) => ({
    name,
    choose: () =>
      ticket && send({ type: 'ticket.class', ticket, class: 'care', reason: reason as CareReason }),
  }));
  return (
    <>
      <p>{may ? w.mayLet : w.mustAsk}</p>
      {ticket ? <Choices key="reason" of={reasons} /> : <Choices key="number" of={numbers} />}
    </>
  );
}

const mayLetFirst = (you: You | null) =>
  you?.role === 'loopback' ||
  you?.person?.post === 'lobbyManager' ||
  you?.person?.post === 'branchManager';
