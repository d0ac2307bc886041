import { useState } from 'preact/hooks';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { PrinterList } from '../../../shared/screen/printers.tsx';
import type { ManagerView } from '../../../shared/views/manager.ts';
import { printers as printerWords } from '../../../shared/words/printers.ts';
import './paper.css';

const { zh, en } = printerWords;
const notWaiting = {
  ok: false,
  code: 'ticket.unknown',
  says: { zh: zh.notWaiting, en: en.notWaiting },
} as const;

/** Printers, and a waiting ticket printed again by its number. Nothing where none is set. */
export function Paper({ link, view }: { link: Link; view: ManagerView }) {
  const w = words(printerWords);
  const { busy, refusal, run } = useAsk();
  const [number, type] = useState('');
  const [printed, setPrinted] = useState<string | null>(null);
  if (view.printers.length === 0) return null;
  const print = async () => {
    setPrinted(null);
    const wanted = number.trim().toUpperCase();
    const mark = view.line.find((m) => m.number === wanted);
    const isOut = await run(async () =>
      mark ? link.request({ type: 'ticket.print', ticket: mark.ticket }) : notWaiting,
    );
    if (!isOut) return;
    setPrinted(wanted);
    type('');
  };
  return (
    <div class="paper">
      <PrinterList rows={view.printers} branch={view.branch} />
      <form
        class="paper-again"
        onSubmit={(event) => {
          event.preventDefault();
          void print();
        }}
      >
        <label>
          {w.number}
          <input
            value={number}
            maxLength={8}
            size={6}
            autocomplete="off"
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <Button {...{ busy, disabled: number.trim() === '' }} onPress={() => void print()}>
          {w.again}
        </Button>
        <Refusal says={refusal} />
        {printed && !refusal && <p role="status">{w.printed(printed)}</p>}
      </form>
    </div>
  );
}
