import { Printer } from 'lucide-preact';
import type { Branch } from '../views/parts.ts';
import { type PrinterRow, prints } from '../views/printers.ts';
import { printers as printerWords } from '../words/printers.ts';
import { words } from './language.ts';
import './printers.css';
import { clockTime } from './time.ts';

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

/** At a glance, in a screen's head: the first printer from which no ticket comes, or nothing. */
export function PrinterSign({ rows }: { rows: readonly PrinterRow[] }) {
  const wrong = rows.find(({ is }) => !prints(is));
  if (!wrong) return null;
  return (
    <p class="printer-sign">
      <Printer aria-hidden="true" />
      <span>{wrong.name}</span>
      <strong>{words(printerWords).is[wrong.is]}</strong>
    </p>
  );
}
