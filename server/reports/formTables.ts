import {
  AlignmentType,
  type IFontAttributesProperties,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  type Cell,
  printed,
  type Table as ReportTable,
  widthOf,
} from '../../shared/reports/cells.ts';
import { BLOCK_WIDTH, FONTS, SIZES } from './form.ts';

/** Columns from which a table is set smaller, so that none is cut off at 156 mm. */
const MANY = 8;

/** A table over the whole width of the text block; its head is repeated on each page. */
export function tableOf({ head, rows }: ReportTable): Table {
  const size = head.length >= MANY ? SIZES.narrow : SIZES.table;
  const widths = columnWidths({ head, rows }, size);
  const cells = (row: readonly Cell[], isHead: boolean) =>
    row.map(
      (cell, i) =>
        new TableCell({
          ...{ width: { size: widths[i] ?? 0, type: WidthType.DXA }, margins: MARGINS },
          ...{
            verticalAlign: VerticalAlign.CENTER,
            ...(isHead && { shading: { fill: 'E9E8E1' } }),
          },
          // A name stands at the left, in the first column; a number never does.
          children: [
            cellText(printed(cell), size, isHead, isHead || i > 0 || typeof cell !== 'string'),
          ],
        }),
    );
  return new Table({
    ...{ width: { size: BLOCK_WIDTH, type: WidthType.DXA }, columnWidths: widths },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

const MARGINS = { top: 40, bottom: 40, left: 50, right: 50 };

function cellText(text: string, size: number, bold: boolean, centred: boolean): Paragraph {
  const eastAsia = bold ? FONTS.bold : FONTS.body;
  const font = { ascii: FONTS.latin, hAnsi: FONTS.latin, eastAsia };
  return new Paragraph({
    ...{ alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT },
    spacing: { line: size * 13, lineRule: 'exact' },
    children: [new TextRun({ text, size, font, snapToGrid: false })],
  });
}

/** Letters of a text that a column is made wide for; a longer one is broken. */
const LONG = 28;

/**
 * Numbers and names first, so that none is broken; what is left goes to headings, for whole words. A
 * Chinese letter is as wide as two Latin ones, and of those two are as wide as the type is high.
 */
function columnWidths({ head, rows }: ReportTable, size: number): number[] {
  const room = BLOCK_WIDTH / (size * 5);
  const columns = head.map((title, i) => {
    const texts = rows.map((row) => widthOf(printed(row[i] ?? '')));
    const needs = Math.min(Math.max(3, ...texts), LONG) + 2;
    const words = title.split(' ').map(widthOf);
    const isLatin = widthOf(title) === title.length;
    return {
      needs,
      wants: Math.max(needs, (isLatin ? Math.max(...words) : Math.min(widthOf(title), 8)) + 2),
    };
  });
  const sum = (of: 'needs' | 'wants') => columns.reduce((total, one) => total + one[of], 0);
  const [needs, wants] = [sum('needs'), sum('wants')];
  const part = wants > needs ? Math.min(1, Math.max(0, (room - needs) / (wants - needs))) : 0;
  const wide = columns.map((one) => one.needs + (one.wants - one.needs) * part);
  const total = wide.reduce((all, one) => all + one, 0);
  return wide.map((one) => Math.floor((one / total) * BLOCK_WIDTH));
}

/** 版记: lines of 四号 between rules as wide as the text. */
export function closingBlock(lines: readonly string[], font: IFontAttributesProperties): Table {
  const rule = { style: 'single', size: 8, color: '000000' } as const;
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  return new Table({
    width: { size: BLOCK_WIDTH, type: WidthType.DXA },
    borders: { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none },
    rows: lines.map(
      (text) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              borders: { left: none, right: none },
              margins: { left: SIZES.small * 10, right: SIZES.small * 10 },
              children: [
                new Paragraph({ children: [new TextRun({ text, size: SIZES.small, font })] }),
              ],
            }),
          ],
        }),
    ),
  });
}
