import { useState } from 'preact/hooks';
import type { BusinessDate } from '../../shared/ids.ts';
import { words } from '../../shared/screen/language.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { usePress } from '../../shared/screen/press.ts';
import { meanwhile as meanwhileWords } from '../../shared/words/meanwhile.ts';
import { lastTime } from './lastTime.ts';
import type { MeanwhileProps } from './meanwhile.tsx';

/** 补录: a kiosk that never comes back cannot hand in; its customers know their numbers. */
export function ByHand({ link, view }: MeanwhileProps) {
  const w = words(meanwhileWords);
  const press = usePress(link);
  const [number, setNumber] = useState('');
  const [time, setTime] = useState('');
  const [entered, say] = useState<string | null>(null);
  const enter = async (event: Event) => {
    event.preventDefault();
    say(null);
    const { services, branch } = view;
    // A letter of no service is the hub's to refuse, with its sentence.
    const service = services.find((s) => number.startsWith(s.prefix)) ?? services[0];
    if (!service) return;
    const reply = await press.send({
      ...{ type: 'ticket.handIn', date: branch.day as BusinessDate, number },
      ...{ service: service.id, class: 'ordinary' },
      issuedAt: lastTime(branch, link.hubNow(), time),
    });
    if (!reply?.ok) return;
    say(w.entered(number));
    setNumber('');
  };
  return (
    <form class="by-hand" onSubmit={(event) => void enter(event)}>
      <p>{w.byHand}</p>
      <label>
        {w.number}
        <input
          {...{ value: number, required: true, pattern: '[A-Z][0-9]{3,4}', maxLength: 5 }}
          {...{ autocomplete: 'off', size: 6 }}
          onInput={(event) => setNumber(event.currentTarget.value.trim().toUpperCase())}
        />
      </label>
      <label>
        {w.time}
        <input
          {...{ type: 'time', value: time, required: true }}
          onInput={(event) => setTime(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button button-plain" aria-busy={press.busy}>
        {w.enter}
      </button>
      <Refusal says={press.refusal} />
      {entered && <p role="status">{entered}</p>}
    </form>
  );
}
