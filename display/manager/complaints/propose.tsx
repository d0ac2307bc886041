import { useState } from 'preact/hooks';
import type { Request } from '../../../shared/devices/requests.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { ComplaintsView } from '../../../shared/views/complaints.ts';
import { corrections as correctionWords } from '../../../shared/words/corrections.ts';
import { Chips, Text } from './fields.tsx';

type Proposal = Extract<Request, { type: 'correction.propose' }>;

/** The old figure is the hub's to say: only the new one, and why, is asked for here. */
export function Propose({ link, view }: { link: Link; view: ComplaintsView }) {
  const w = words(correctionWords);
  const { value, set, clear } = useDraft(link, 'correction.propose', {
    ...{ isOpen: false, date: view.today, number: '', what: 'service' as Proposal['what'] },
    ...{ minutes: '', reason: '' as Proposal['reason'] | '', note: '' },
  });
  const { busy, refusal, run } = useAsk();
  const [done, say] = useState(false);
  const { date, number, what, minutes, reason, note } = value;
  const send = async () => {
    if (!reason) return;
    const to = minutes.trim() === '' ? null : Math.round(Number(minutes) * 60_000);
    const of = { date: date as BusinessDate, number: number.trim(), what, to, reason };
    const isIn = await run(() =>
      link.request({ type: 'correction.propose', ...of, note: note.trim() }),
    );
    say(isIn);
    if (isIn) clear();
  };
  const isReady = number.trim() && reason && note.trim() && !(Number(minutes) < 0);
  return (
    <>
      <header>
        <h2>{w.corrections}</h2>
        <Button pressed={value.isOpen} onPress={() => set({ isOpen: !value.isOpen })}>
          {w.propose}
        </Button>
      </header>
      {done && <p role="status">{w.proposed}</p>}
      {value.isOpen && (
        <div class="act-form">
          <div class="row-form">
            <Text name={w.day} type="date" value={date} onType={(d) => set({ date: d as never })} />
            <Text name={w.number} most={7} value={number} onType={(n) => set({ number: n })} />
            <Text
              name={w.toMinutes}
              type="number"
              value={minutes}
              onType={(m) => set({ minutes: m })}
            />
          </div>
          <Chips name={w.propose} of={w.figures} chosen={what} onPick={(of) => set({ what: of })} />
          <Chips
            name={w.why}
            of={w.reasons}
            chosen={reason}
            onPick={(why) => set({ reason: why })}
          />
          <Text name={w.why} most={200} value={note} onType={(n) => set({ note: n })} />
          <Refusal says={refusal} />
          <div class="acts">
            <Button {...{ kind: 'next', busy, disabled: !isReady }} onPress={() => void send()}>
              {w.done}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
