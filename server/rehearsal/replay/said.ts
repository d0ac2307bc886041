import type { Prediction } from './prediction.ts';

const COLUMNS = 'branch,id,arrive,predicted,low,high,wait';

/**
 * What was predicted for each who had to queue, as CSV, in the order of asking: seconds to the
 * millisecond; `low` and `high` are empty where the running mean stands in for a prediction.
 */
export function printPredictions(predictions: readonly Prediction[]): string {
  const lines = predictions.map(({ row, seconds, range, wait }) => {
    const arrive = new Date(row.arrive).toISOString().slice(0, -1);
    const numbers = [seconds, range?.low, range?.high, wait].map(number);
    return [quoted(row.branch), quoted(row.id), arrive, ...numbers].join(',');
  });
  return `${[COLUMNS, ...lines].join('\n')}\n`;
}

const number = (n: number | null | undefined) =>
  n === null || n === undefined ? '' : String(Math.round(n * 1000) / 1000);

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
