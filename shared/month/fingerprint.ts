/** The same text whatever the order in which keys were written: a ledger sorts them. */
function plainText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([key, part]) => `${key}:${plainText(part)}`);
  return `{${parts.sort().join()}}`;
}

/** FNV-1a, 32 bits: tells two plain values apart, and proves nothing; the ledger does that. */
export function fingerprint(value: unknown): string {
  const text = plainText(value);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
