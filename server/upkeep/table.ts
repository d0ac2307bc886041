import type { ClassFigures, Figures } from './figures.ts';

type Column = readonly [title: string, cell: (figures: ClassFigures) => number | null];

const COLUMNS: readonly Column[] = [
  ['tickets', (f) => f.tickets],
  ['queued', (f) => f.queued],
  ['served', (f) => f.served],
  ['left', (f) => f.abandoned],
  ['no show', (f) => f.noshow],
  ['called', (f) => f.called],
  ['not called', (f) => f.notCalled],
  ['wait n', (f) => f.wait.n],
  ['mean s', (f) => f.wait.mean],
  ['P50 s', (f) => f.wait.p50],
  ['P90 s', (f) => f.wait.p90],
  ['max s', (f) => f.wait.max],
  ['over 5 min %', (f) => percent(f.wait.over[300])],
  ['over 10 min %', (f) => percent(f.wait.over[600])],
  ['service s', (f) => f.service.mean],
];

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? null : share * 100;

/** The figures as a table to read: a line a class, then all, then each branch. */
export function printFigures({ classes, all, branches }: Figures): string {
  const rows = [
    ...Object.entries(classes),
    ['all', all] as const,
    ...Object.entries(branches ?? {}),
  ];
  const cells = rows.map(([name, figures]) => [
    name,
    ...COLUMNS.map(([, cell]) => shown(cell(figures))),
  ]);
  const table = [['', ...COLUMNS.map(([title]) => title)], ...cells];
  const widths =
    table[0]?.map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0))) ?? [];
  return table
    .map((row) => row.map((cell, i) => padded(cell, widths[i] ?? 0, i)).join('  '))
    .join('\n');
}

const padded = (cell: string, width: number, i: number) =>
  i === 0 ? cell.padEnd(width) : cell.padStart(width);

export function shown(value: number | null): string {
  if (value === null) return '–';
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
