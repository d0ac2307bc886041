import { groupWords } from '../../words/groupTexts.ts';
import { printed, type ReportDocument, type Section } from '../cells.ts';
import { said } from '../names.ts';

/** What a notice holds: so many lines of so many letters. */
const LINES = 60;
const LETTERS = 300;

/**
 * 通报 as the lines of a notice: what it says, its first table row by row, and what it asks. It is all
 * that a branch needs to read; tables behind the first one stand in the document alone, which is said.
 */
export function circularLines({ summary, sections, language }: ReportDocument): string[] {
  const w = said(groupWords, language);
  const [first] = sections;
  const notes = sections.flatMap((section) => section.notes ?? []).flatMap(short);
  const before = [...summary.flatMap(short), ...(first ? [first.heading] : [])];
  const rows = first ? rowsOf(first).flatMap(short) : [];
  const room = LINES - before.length - notes.length - 1;
  const fits = rows.length <= room;
  const shown = fits ? rows : rows.slice(0, Math.max(0, room));
  const last = fits ? w.document : w.rest(rows.length - shown.length);
  return [...before, ...shown, ...notes, last].slice(0, LINES);
}

/** `1 城北支行 · 等候名次 2 · …`: the first two cells say whose row it is. */
const rowsOf = ({ table }: Section): string[] =>
  (table?.rows ?? []).map((row) => {
    const [place, name, ...figures] = row.map(printed);
    const named = figures.map((figure, i) => `${table?.head[i + 2] ?? ''} ${figure}`);
    return [`${place} ${name}`, ...named].join(' · ');
  });

/** Nothing is cut off: what is too long for one line goes on in the next, letter by whole letter. */
function short(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (line.length + letter.length > LETTERS) {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return line ? [...lines, line] : lines;
}
