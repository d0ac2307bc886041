import type { Report } from '../../shared/month/report.ts';
import { printed, type Section, widthOf } from '../../shared/reports/cells.ts';
import type { Language } from '../../shared/reports/names.ts';
import { rankedTable, sheetTable } from '../../shared/reports/sheetTables.ts';

/** A month's sheet and its ranked measures, to be read on a console. */
export function printSheet(report: Report, language: Language): string[] {
  const { sheet } = report;
  if (!sheet) return [];
  return [sheetTable(report, sheet, language), rankedTable(report, sheet, language)].flatMap(lines);
}

function lines({ heading, table, notes = [] }: Section): string[] {
  const rows = table ? [table.head, ...table.rows.map((row) => row.map(printed))] : [];
  const widths = (table?.head ?? []).map((_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  );
  const padded = (text: string, i: number) =>
    text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)));
  return ['', heading, ...rows.map((row) => row.map(padded).join('  ').trimEnd()), ...notes];
}
