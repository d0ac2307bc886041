import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Section } from '../../shared/reports/cells.ts';
import type { ReportDocument } from '../../shared/reports/document.ts';
import { reports } from '../../shared/words/reports.ts';
import { FONTS, fontTable, INDENT, LINE, millimetres, page, SIZES, SQUEEZE } from './form.ts';
import { closingBlock, tableOf } from './formTables.ts';

/** A report in the official form 公文格式. */
export async function docxOf(doc: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    title: `${doc.period} ${doc.title}`,
    creator: doc.branch,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: bodyRun } } },
    sections: [
      {
        properties: {
          page: { size: page.size, margin: page.margin },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
        },
        children: [...head(doc), ...text(doc), ...end(doc)],
      },
    ],
  });
  const overrides = [{ path: 'word/fontTable.xml', data: fontTable() }];
  return new Uint8Array(await Packer.toBuffer(file, false, overrides));
}

const face = (eastAsia: string) => ({ ascii: FONTS.latin, hAnsi: FONTS.latin, eastAsia });
const bodyRun = { font: face(FONTS.body), size: SIZES.body, characterSpacing: SQUEEZE };
const exact = { line: LINE, lineRule: 'exact' } as const;

/** 四号, a dash on each side, a character in from the outer edge. */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const run = { font: face(FONTS.body), size: SIZES.small };
  const children = [
    new TextRun({ ...run, text: '— ' }),
    new TextRun({ ...run, children: [PageNumber.CURRENT] }),
    new TextRun({ ...run, text: ' —' }),
  ];
  const indent = { left: SIZES.small * 10, right: SIZES.small * 10 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}

const RED = 'C00000';

/** The issuer's name in red, the number, the red rule, the title. */
function head({ branch, number, period, title, language }: ReportDocument): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  const widest = Math.min(62, Math.floor(((156 / 25.4) * 72) / Math.max(branch.length, 1)) * 2);
  const gap = language === 'zh' ? '' : ' ';
  const rule = { style: 'single', size: 12, color: RED, space: 4 } as const;
  return [
    new Paragraph({
      ...{ ...centred, spacing: { before: millimetres(35), after: LINE } },
      children: [new TextRun({ text: branch, font: face(FONTS.head), size: widest, color: RED })],
    }),
    new Paragraph({
      ...{ ...centred, spacing: exact, border: { bottom: rule } },
      children: [new TextRun({ ...bodyRun, text: number })],
    }),
    new Paragraph({ spacing: exact }),
    new Paragraph({
      ...{ ...centred, spacing: { line: LINE * 1.25, lineRule: 'exact', after: LINE } },
      children: [
        new TextRun({ text: period + gap + title, font: face(FONTS.head), size: SIZES.title }),
      ],
    }),
  ];
}

function text(doc: ReportDocument): (Paragraph | ReturnType<typeof tableOf>)[] {
  const w = reports[doc.language];
  return [
    new Paragraph({
      spacing: exact,
      children: [new TextRun({ ...bodyRun, text: doc.to ?? w.to })],
    }),
    ...doc.summary.map((line) => paragraph(line)),
    ...[...doc.sections, doc.definitions].flatMap((section, i) => [
      paragraph(w.nth(i + 1) + section.heading, FONTS.bold),
      ...(section.table ? [tableOf(section.table)] : []),
      ...(section.table ? [new Paragraph({ spacing: { line: 200, lineRule: 'exact' } })] : []),
      ...notesOf(section),
    ]),
  ];
}

/** Definitions are many: smaller, and closer together. */
const notesOf = ({ name, notes = [] }: Section) =>
  notes.map((note) => (name === 'definitions' ? small(note) : paragraph(note)));

const small = (line: string) =>
  new Paragraph({
    ...{ spacing: { line: 400, lineRule: 'exact' }, indent: { firstLine: SIZES.notes * 20 } },
    children: [new TextRun({ text: line, font: face(FONTS.body), size: SIZES.notes })],
  });

const paragraph = (line: string, font: string = FONTS.body) =>
  new Paragraph({
    ...{ spacing: exact, indent: { firstLine: INDENT } },
    ...(font !== FONTS.body && { keepNext: true }),
    children: [new TextRun({ ...bodyRun, text: line, font: face(font) })],
  });

/** Issuer and date, four characters from the right, and the closing block 版记. */
function end(doc: ReportDocument) {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: INDENT * 2 }, spacing: exact };
  const w = reports[doc.language];
  return [
    new Paragraph({ spacing: exact }),
    new Paragraph({
      ...right,
      keepNext: true,
      children: [new TextRun({ ...bodyRun, text: doc.branch })],
    }),
    new Paragraph({ ...right, children: [new TextRun({ ...bodyRun, text: doc.dated })] }),
    new Paragraph({ spacing: exact }),
    closingBlock([doc.copies ?? w.copies, w.issued(doc.branch, doc.dated)], face(FONTS.body)),
  ];
}
