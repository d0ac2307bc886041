type Fields = Readonly<Record<string, unknown>>;

const NAME = 'tingtang.drafts';
/** No clock says how old a draft is: the one touched longest ago gives way. */
const AT_MOST = 24;

/**
 * Half-filled forms of this browser, by name, the last touched last. Where the browser keeps nothing
 * (storage full or forbidden) they live as long as the page.
 */
export function drafts(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  let kept = new Map<string, Fields>(Object.entries(read(storage)));

  const write = (next: Map<string, Fields>) => {
    kept = new Map([...next].slice(-AT_MOST));
    try {
      storage.setItem(NAME, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // The page still holds it; only a reload would lose it.
    }
  };
  const others = (name: string) => new Map([...kept].filter(([n]) => n !== name));

  return {
    /** What was kept under this name, over `blank`; null where nothing was. */
    of<T extends object>(name: string, blank: T): T | null {
      const found = kept.get(name);
      return found ? over(blank, found) : null;
    },
    keep: (name: string, fields: object) => write(others(name).set(name, fields as Fields)),
    drop: (name: string) => kept.has(name) && write(others(name)),
  };
}

function read(storage: Pick<Storage, 'getItem'>): Record<string, Fields> {
  try {
    const found: unknown = JSON.parse(storage.getItem(NAME) ?? '{}');
    return isFields(found)
      ? Object.fromEntries(
          Object.entries(found).filter((e): e is [string, Fields] => isFields(e[1])),
        )
      : {};
  } catch {
    return {};
  }
}

const isFields = (found: unknown): found is Fields => kindOf(found) === 'object';

/** A form may have changed since: fields it no longer has, or has of another kind, are left out. */
function over<T extends object>(blank: T, found: Fields): T {
  const same = Object.entries(blank).filter(
    ([key, value]) => key in found && kindOf(found[key]) === kindOf(value),
  );
  return { ...blank, ...Object.fromEntries(same.map(([key]) => [key, found[key]])) };
}

const kindOf = (value: unknown) =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
