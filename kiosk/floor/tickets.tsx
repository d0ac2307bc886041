import { useState } from 'preact/hooks';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { usePress } from '../../shared/screen/press.ts';
import type { FloorView, MissedTicket } from '../../shared/views/floor.ts';
import type { Mark } from '../../shared/views/parts.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import { printers as printerWords } from '../../shared/words/printers.ts';
import './tickets.css';
import { TicketRow } from './ticketRow.tsx';

const LISTS = ['missed', 'held', 'waiting'] as const;
type ListName = (typeof LISTS)[number];

export interface TicketsProps {
  readonly link: Link;
  readonly view: FloorView;
  readonly now: number;
}

/** Missed, held and waiting tickets, and what a person can do for each. */
export function Tickets({ link, view, now }: TicketsProps) {
  const w = words(floorWords);
  const press = usePress(link);
  const [list, setList] = useState<ListName>('missed');
  const [said, say] = useState<string | null>(null);
  const paper = useAsk();
  const print = async ({ ticket, number }: Mark | MissedTicket) => {
    say(null);
    const isOut = await paper.run(() => link.request({ type: 'ticket.print', ticket }));
    if (isOut) say(words(printerWords).printed(number));
  };
  const send = async (command: LobbyCommand, old?: string) => {
    say(null);
    const reply = await press.send(command);
    if (reply?.ok && reply.number && old) say(w.replaced(old, reply.number));
  };
  return (
    <section class="tickets" aria-label={w.tickets} data-list={list}>
      <fieldset class="tickets-lists" aria-label={w.tickets}>
        {LISTS.map((name) => (
          <Button key={name} pressed={name === list} onPress={() => setList(name)}>
            {w.lists[name]} <b>{listed(view, name).length}</b>
          </Button>
        ))}
      </fieldset>
      <Refusal says={press.refusal ?? paper.refusal} />
      {said && (
        <p class="tickets-said" role="status">
          {said}
        </p>
      )}
      {LISTS.map((name) => (
        <List key={name} {...{ name, view, now, send, print, busy: press.busy || paper.busy }} />
      ))}
    </section>
  );
}

interface ListProps {
  readonly name: ListName;
  readonly view: FloorView;
  readonly now: number;
  readonly busy: boolean;
  readonly send: (command: LobbyCommand, old?: string) => void;
  readonly print: (ticket: Mark | MissedTicket) => void;
}

/** One of the three; where there is room all stand below one another, else only the chosen one. */
function List({ name, view, ...rest }: ListProps) {
  const w = words(floorWords);
  const tickets = listed(view, name);
  return (
    <section class="tickets-list" data-name={name} aria-label={w.lists[name]}>
      <h2>
        {w.lists[name]} <b>{tickets.length}</b>
      </h2>
      {tickets.length === 0 && <p class="tickets-empty">{w.empty[name]}</p>}
      <ul>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.ticket} {...{ ticket, view, list: name }} {...rest} />
        ))}
      </ul>
    </section>
  );
}

/** Whoever missed a call last is the likeliest to stand here now; who waits longest comes first. */
function listed(view: FloorView, list: ListName): readonly (Mark | MissedTicket)[] {
  if (list === 'missed') return [...view.missed].sort((a, b) => b.at - a.at);
  return [...(list === 'held' ? view.held : view.line)].sort((a, b) => a.from - b.from);
}
