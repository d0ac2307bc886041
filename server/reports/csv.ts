import { type Cell, printed } from '../../shared/reports/cells.ts';
import type { ReportDocument } from '../../shared/reports/document.ts';

/** Spreadsheets take a text that begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell as RFC 4180 has it. A text that would be run as a formula gets a quote in front. */
export function csvCell(cell: Cell): string {
  const text = printed(cell);
  const safe = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** All tables one below the other; UTF-8 with the mark by which spreadsheets know it. */
export function csvOf(doc: ReportDocument): Uint8Array {
  const rows: (readonly Cell[])[] = [
    [doc.branch],
    [doc.title, doc.period],
    ...doc.summary.map((line) => [line]),
  ];
  for (const { heading, table, notes = [] } of [...doc.sections, doc.definitions]) {
    rows.push([], [heading]);
    if (table) rows.push(table.head, ...table.rows);
    rows.push(...notes.map((note) => [note]));
  }
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}
