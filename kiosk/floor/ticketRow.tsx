import { useState } from 'preact/hooks';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { LevelSign } from '../../shared/screen/level.tsx';
import { reachOf } from '../../shared/screen/lineLayout.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { Sure } from '../../shared/screen/sure.tsx';
import { clockTime, runningTime } from '../../shared/screen/time.ts';
import type { FloorView, MissedTicket } from '../../shared/views/floor.ts';
import type { Mark } from '../../shared/views/parts.ts';
import type { CareReason } from '../../shared/visit/ticket.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { printers as printerWords } from '../../shared/words/printers.ts';
import { CareReasons } from './careReasons.tsx';
import { serviceName } from './serviceName.ts';

interface TicketRowProps {
  readonly ticket: Mark | MissedTicket;
  readonly view: FloorView;
  readonly now: number;
  readonly busy: boolean;
  readonly list: 'missed' | 'held' | 'waiting';
  /** `old`: the number that a new one replaces. */
  readonly send: (command: LobbyCommand, old?: string) => void;
  /** 补打. */
  readonly print: (ticket: Mark | MissedTicket) => void;
}

const isMissed = (ticket: Mark | MissedTicket): ticket is MissedTicket => 'comesBack' in ticket;

export function TicketRow({ ticket, view, now, busy, list, send, print }: TicketRowProps) {
  const w = words(floorWords);
  const { ticket: id, number, class: cls } = ticket;
  const [asks, ask] = useState(false);
  const goesFirst = (reason: CareReason) => {
    ask(false);
    send({ type: 'ticket.class', ticket: id, class: 'care', reason });
  };
  const giveUp = () => send({ type: 'ticket.giveUp', ticket: id });
  return (
    <li class="ticket">
      <i class={`shape shape-${cls}`} title={words(lineWords).classes[cls]} />
      <TicketNumber value={number} size="lead" />
      <p>
        {serviceName(view, ticket.service)}
        <small>
          {isMissed(ticket)
            ? `${w.missedAt(clockTime(view.branch, ticket.at))} · ${w.comesBack[ticket.comesBack]}`
            : words(lineWords).classes[cls]}
        </small>
      </p>
      {!isMissed(ticket) && <Waited mark={ticket} now={now} />}
      {isMissed(ticket) && (
        <Button busy={busy} onPress={() => send(...bringBack(ticket))}>
          {ticket.comesBack === 'newTicket' ? w.replace : w.back}
        </Button>
      )}
      {list === 'held' && (
        <Button busy={busy} onPress={() => send({ type: 'ticket.release', ticket: id })}>
          {w.release}
        </Button>
      )}
      {view.printers.length > 0 && (
        <Button busy={busy} onPress={() => print(ticket)}>
          {words(printerWords).again}
        </Button>
      )}
      {!isMissed(ticket) && cls === 'ordinary' && (
        <Button {...{ busy, pressed: asks }} onPress={() => ask(!asks)}>
          {w.first}
        </Button>
      )}
      <Sure {...{ busy, question: w.sure, onSure: giveUp }}>{w.giveUp}</Sure>
      {asks && <CareReasons busy={busy} onPick={goesFirst} />}
    </li>
  );
}

function Waited({ mark, now }: { mark: Mark; now: number }) {
  const reach = reachOf((now - mark.from) / 1000, mark.line);
  return (
    <span class="ticket-waited">
      {reach !== 'within' && <LevelSign level={reach} bare />}
      {runningTime(now - mark.from)}
    </span>
  );
}

/** Back in line with the same number, or with a new one that keeps the first one's time. */
function bringBack(ticket: MissedTicket): [LobbyCommand, string?] {
  const { ticket: id, service, class: cls, number, reason } = ticket;
  if (ticket.comesBack !== 'newTicket') return [{ type: 'ticket.back', ticket: id }];
  const issue = { type: 'ticket.issue', service, by: 'hand', replaces: id } as const;
  if (cls === 'care') return [{ ...issue, class: cls, reason: reason ?? 'other' }, number];
  return [{ ...issue, class: cls === 'premium' ? cls : 'ordinary' }, number];
}
