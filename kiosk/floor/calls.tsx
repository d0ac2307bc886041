import { BellRing } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { usePress } from '../../shared/screen/press.ts';
import { runningTime } from '../../shared/screen/time.ts';
import type { HelpCard } from '../../shared/views/calls.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import './calls.css';
import { CareReasons } from './careReasons.tsx';
import { serviceName } from './serviceName.ts';
import { useAlarm } from './useAlarm.ts';

interface CallsProps {
  readonly link: Link;
  readonly view: FloorView;
  readonly now: number;
}

/** 求助: who asks for a person, from where and since when; one touch answers. */
export function Calls({ link, view, now }: CallsProps) {
  const w = words(floorWords).help;
  const press = usePress(link);
  useAlarm(view.help.map((call) => call.help));
  const answer = (call: HelpCard) => press.send({ type: 'help.answer', help: call.help });
  return (
    <section class="calls" aria-label={w.title} aria-live="assertive">
      <Refusal says={press.refusal} />
      <ul>
        {view.help.map((call) => (
          <li key={call.help} class="call">
            <BellRing />
            <Asked {...{ call, view, now }} />
            {call.ticket && (
              <CareReasons
                busy={press.busy}
                onPick={(reason) => {
                  const ticket = call.ticket?.ticket;
                  if (ticket)
                    void press.send({ type: 'ticket.class', ticket, class: 'care', reason });
                }}
              />
            )}
            <Button
              {...{ kind: call.ticket ? 'plain' : 'next', busy: press.busy, class: 'call-answer' }}
              onPress={() => void answer(call)}
            >
              {call.ticket ? w.refuse : w.answer}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ call, view, now }: { call: HelpCard; view: FloorView; now: number }) {
  const w = words(floorWords).help;
  const place = call.counter ? pick(call.counter) : (call.device ?? w.kiosk);
  return (
    <p class="call-asked">
      <strong>{place}</strong>
      <span>
        {call.ticket ? w.first : w.person}{' '}
        {call.ticket && <TicketNumber value={call.ticket.number} />}{' '}
        {call.ticket && serviceName(view, call.ticket.service)}
      </span>
      <small>{w.since(runningTime(now - call.at))}</small>
    </p>
  );
}
