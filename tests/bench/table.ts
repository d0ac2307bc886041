import { availableParallelism, cpus } from 'node:os';
import type { Figure, Goal, Spread } from './figure.ts';

/** Three digits that count, thousands apart. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-3))));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(places, 3) });
}

function spread({ mid, min, max, rounds }: Spread, unit = ''): string {
  const all = rounds > 1 ? ` (${digits(min)}–${digits(max)})` : '';
  return `${digits(mid)}${unit && ` ${unit}`}${all}`;
}

function goal({ of, is, value }: Goal, unit: string): string {
  const sign = is === 'atLeast' ? '≥' : '≤';
  return `${sign} ${digits(value)}${of === 'ratio' ? ' ×' : ` ${unit}`}`.trimEnd();
}

/** One line a figure, in Markdown, so that it stands in the README as it is. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ id, what, unit, ours, bare, ratio, goals, met }) =>
    [
      ...['', id, what, spread(ours, unit), bare ? spread(bare, unit) : '–'],
      ...[ratio ? spread(ratio) : '–', goals.map((one) => goal(one, unit)).join(', ')],
      ...[met ? 'met' : '**missed**', ''],
    ]
      .join(' | ')
      .trim(),
  );
  const head = [
    '| | what | ours: median (least–most) | bare limit | ratio | goal | |',
    '|---|---|---|---|---|---|---|',
  ];
  return [...head, ...lines].join('\n');
}

/** What it was measured on. */
export function machine(): string {
  const [cpu] = cpus();
  return `${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version.slice(1)}`;
}

const [BEGIN, END] = ['<!-- bench: npm run bench -- --readme -->', '<!-- /bench -->'];

/** @throws when the markers are not there: nothing is written to a place that is guessed */
export function intoReadme(readme: string, figures: readonly Figure[]): string {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  const table = `\n\nOn ${machine()}:\n\n${tableOf(figures)}\n\n`;
  return readme.slice(0, from + BEGIN.length) + table + readme.slice(to);
}
