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
import { printed, type Table as ReportTable, widthOf } from '../../shared/reports/cells.ts';
import { BLOCK_WIDTH, FONTS, SIZES } from './form.ts';

/** Columns from which a table is set smaller, so that none is cut off at 156 mm. */
const MANY = 8;

/** A table over the whole width of the text block; its head is repeated on each page. */
export function tableOf({ head, rows }: ReportTable): Table {
  const size = head.length >= MANY ? SIZES.narrow : SIZES.table;
  const widths = columnWidths({ head, rows });
  const cells = (texts: readonly string[], isHead: boolean) =>
    texts.map(
      (text, i) =>
        new TableCell({
          ...{ width: { size: widths[i] ?? 0, type: WidthType.DXA }, margins: MARGINS },
          ...{
            verticalAlign: VerticalAlign.CENTER,
            ...(isHead && { shading: { fill: 'E9E8E1' } }),
          },
          children: [cellText(text, size, isHead, isHead || i > 0)],
        }),
    );
  return new Table({
    ...{ width: { size: BLOCK_WIDTH, type: WidthType.DXA }, columnWidths: widths },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: cells(row.map(printed), false) }),
      ),
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

/** By the widest text, a Chinese letter twice a Latin one, none under half its fair share. */
function columnWidths({ head, rows }: ReportTable): number[] {
  const wide = head.map((title, i) => {
    const texts = rows.map((row) => widthOf(printed(row[i] ?? '')));
    return Math.max(widthOf(title) / 2, ...texts, 4) + 1;
  });
  const sum = wide.reduce((total, one) => total + one, 0);
  return wide.map((one) => Math.floor((one / sum) * BLOCK_WIDTH));
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
