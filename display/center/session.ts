/**
 * What this browser shows at the center's door. The session ends with the tab; that it is this browser
 * outlives it, so that a stranger's wrong passwords at another one lock nobody out here.
 */
const SESSION = 'tingtang.center.session';
const BROWSER = 'tingtang.center.browser';

/** Where nothing can be stored, the page keeps it for as long as it lives. */
const kept = new Map<string, string>();

function read(where: () => Storage, name: string): string | null {
  try {
    return where().getItem(name) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}

function write(where: () => Storage, name: string, value: string | null): void {
  if (value === null) kept.delete(name);
  else kept.set(name, value);
  try {
    if (value === null) where().removeItem(name);
    else where().setItem(name, value);
  } catch {
    // It stays in `kept`.
  }
}

const inTab = () => sessionStorage;
const inBrowser = () => localStorage;

export const session = () => read(inTab, SESSION);
export const keepSession = (token: string | null) => write(inTab, SESSION, token);

export function browser(): string {
  const known = read(inBrowser, BROWSER);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  write(inBrowser, BROWSER, fresh);
  return fresh;
}
