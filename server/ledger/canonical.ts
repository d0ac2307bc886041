/** Text that stands between quotes as it is, as most of it does: printable ASCII, no quote, no backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;
/** Half a surrogate pair: no text, and nothing that UTF-8 could write. */
const LONE = /\p{Surrogate}/u;

/**
 * The one canonical form of plain data (RFC 8785): every command and every line of the ledger goes
 * through it twice, so it is made in one pass. The library of that name gives the same text, slower;
 * a test holds them together.
 *
 * @throws what is no JSON: NaN, an infinite number, half a surrogate pair
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is not allowed: it is no JSON`);
    return String(value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map(inArray).join(',')}]` : canonicalObject(value);
}

const inArray = (value: unknown) => canonical(value ?? null);

function canonicalText(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  const text = JSON.stringify(value);
  // Only half a pair is written as an escape that begins so, or a backslash that was there before.
  if (text.includes('\\ud') && LONE.test(value))
    throw new Error('half a surrogate pair is not allowed: it is no JSON');
  return text;
}

function canonicalObject(value: object): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonical(inner)}`;
  }
  return `{${text}}`;
}
