/** A value as text in one order, whatever order its keys came in: a ledger sorts what it keeps. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${key}:${plain(part)}`);
  return `{${parts.sort().join()}}`;
}

export const isSame = (a: unknown, b: unknown) => plain(a) === plain(b);
