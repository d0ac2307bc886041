import writeExcel, { type CellObject, type Row } from 'write-excel-file/node';
import { type Cell, DIGITS, printed, type Section, widthOf } from '../../shared/reports/cells.ts';
import type { ReportDocument } from '../../shared/reports/document.ts';
import { faces } from '../../shared/words/faces.ts';

const INK = '#14201b';
const JADE = '#005640';
const HAIR = '#d6d5cc';
const FONT = { fontFamily: faces.sheet[0], fontSize: 10.5, textColor: INK } as const;

/** A sheet a table; numbers stay numbers, with the format they are printed in. */
export async function xlsxOf(doc: ReportDocument): Promise<Uint8Array> {
  const sheets = doc.sections.map((section, i) => sheetOf(doc, section, i === 0));
  const last = sheetOf(doc, doc.definitions, sheets.length === 0);
  return new Uint8Array(await writeExcel([...sheets, last]).toBuffer());
}

function sheetOf(doc: ReportDocument, section: Section, isFirst: boolean) {
  const { heading, table, notes = [] } = section;
  const title: Row[] = [
    [
      {
        ...FONT,
        value: `${doc.branch} ${doc.title}`,
        type: String,
        fontWeight: 'bold',
        fontSize: 14,
      },
    ],
    [text(`${doc.period} · ${doc.number}`)],
    ...(isFirst ? doc.summary.map((line) => [text(line)]) : []),
    [],
    [{ ...FONT, value: heading, type: String, fontWeight: 'bold', fontSize: 12 }],
  ];
  const body: Row[] = table
    ? [table.head.map(headCell), ...table.rows.map((row) => row.map(cell))]
    : [];
  const data = [...title, ...body, ...notes.map((note) => [text(note)])];
  const columns = table ? widths(section) : [{ width: 120 }];
  return {
    ...{ data, columns, sheet: sheetName(heading), showGridLines: false },
    ...(columns.length > 6 && { orientation: 'landscape' as const }),
  };
}

/** What a spreadsheet allows in a sheet's name. */
const sheetName = (heading: string) => heading.replace(/[[\]*?/\\:']/g, ' ').slice(0, 31);

const text = (value: string): CellObject => ({ ...FONT, value, type: String });

const LINES = { borderColor: HAIR, borderStyle: 'thin' } as const;

const headCell = (value: string): CellObject => ({
  ...{ ...FONT, ...LINES, value, type: String, fontWeight: 'bold', align: 'center', wrap: true },
  ...{ alignVertical: 'center', backgroundColor: JADE, textColor: '#ffffff' },
});

function cell(of: Cell): CellObject {
  if (typeof of === 'string') return { ...FONT, ...LINES, value: of, type: String };
  if (of.n === null) return { ...FONT, ...LINES, value: printed(of), type: String, align: 'right' };
  const value = of.as === 'minutes' ? of.n / 60 : of.n;
  return { ...FONT, ...LINES, value, type: Number, format: formatOf(of), align: 'right' };
}

function formatOf({ as, unit }: Exclude<Cell, string>): string {
  const digits = DIGITS[as];
  const number = `${as === 'count' ? '#,##0' : '0'}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
  return `${number}${as === 'share' ? '%' : ''}${unit ? `" ${unit.replaceAll('"', '')}"` : ''}`;
}

/** Wide enough for the widest cell; a Chinese character is two letters wide. */
function widths({ table }: Section) {
  const rows = table ? [table.head, ...table.rows] : [];
  return (table?.head ?? []).map((_, i) => {
    const wide = Math.max(...rows.map((row) => widthOf(printed(row[i] ?? ''))));
    return { width: Math.min(40, Math.max(9, wide + 2)) };
  });
}
