import { Printer } from 'lucide-preact';
import type { Branch } from '../views/parts.ts';
import { type PrinterCondition, type PrinterRow, prints } from '../views/printers.ts';
import { printers as printerWords } from '../words/printers.ts';
import { words } from './language.ts';
import { Notice } from './notice.tsx';
import './printers.css';
import { clockTime } from './time.ts';

type Wrong = Exclude<PrinterCondition, 'ok' | 'paperLow'>;

/** Staff: each printer with how it is, what to do about it, and since when. Nothing where none is set. */
export function PrinterList({ rows, branch }: { rows: readonly PrinterRow[]; branch: Branch }) {
  if (rows.length === 0) return null;
  return (
    <section class="printers" aria-label={words(printerWords).title}>
      <ul>
        {rows.map((row) => (
          <PrinterItem key={row.id} {...{ row, branch }} />
        ))}
      </ul>
    </section>
  );
}

function PrinterItem({ row, branch }: { row: PrinterRow; branch: Branch }) {
  const w = words(printerWords);
  const { is, since, tells, name } = row;
  const notes = is === 'ok' ? [] : [w.todo[is], w.since(clockTime(branch, since))];
  return (
    <li class="printer" data-is={is} data-prints={prints(is)}>
      <Printer aria-hidden="true" />
      <p>
        <span>
          {name} <strong>{w.is[is]}</strong>
          {is === 'ok' && !tells && <small>{w.silent}</small>}
        </span>
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </p>
    </li>
  );
}

/** The customer: take it, or remember the number. `null`: there is no printer. */
export function paperWords(is: PrinterCondition | null, otherwise: string): string {
  const w = words(printerWords);
  if (is === null) return otherwise;
  return prints(is) ? w.take : w.noPaper[is as Wrong];
}

/** The kiosk's standing note while no paper comes out. */
export function PaperNote({ is }: { is: PrinterCondition | null }) {
  if (is === null || prints(is)) return null;
  return <Notice icon={<Printer />}>{words(printerWords).note}</Notice>;
}
