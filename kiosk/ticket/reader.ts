/**
 * A card reader that types like a keyboard. Its keys come faster than fingers; they are taken away
 * from the page, so that they press nothing, and put together here, in memory alone.
 */

/** Keys closer together than this come from a reader, milliseconds. */
const TOGETHER = 100;
/** A reader that ends without Enter has ended after this long. */
const ENDED = 200;
/** Fewer keys than this are noise, more are no card. */
const LEAST = 8;
const MOST = 250;

export interface Taken {
  /** The key is a reader's: it must not do what it usually does. */
  readonly away: boolean;
  /** What was read, once it is complete. */
  readonly read: string | null;
}

/** Puts keys together. `at` in milliseconds of any clock. */
export function gathering() {
  let keys = '';
  let last = Number.NEGATIVE_INFINITY;
  const complete = (): string | null => {
    const read = keys;
    keys = '';
    return read.length >= LEAST ? read : null;
  };
  return {
    take(key: string, at: number): Taken {
      const follows = at - last <= TOGETHER;
      if (!follows) keys = '';
      if (key === 'Enter' || key === 'Tab') {
        const away = follows && keys !== '';
        return { away, read: away ? complete() : null };
      }
      if (key.length !== 1) {
        if (follows) last = at;
        return { away: false, read: null };
      }
      last = at;
      if (keys.length < MOST) keys += key;
      // A blank alone may be somebody pressing a button from a keyboard; other signs press nothing.
      return { away: follows || key !== ' ', read: null };
    },
    complete,
  };
}

/** Listens before anything else on the page does. Gives its own undo. */
export function listenToReader(heard: (read: string) => void): () => void {
  const keys = gathering();
  let timer: ReturnType<typeof setTimeout>;
  const said = (read: string | null) => read !== null && heard(read);
  const down = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    clearTimeout(timer);
    const { away, read } = keys.take(event.key, event.timeStamp);
    if (away) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    said(read);
    timer = setTimeout(() => said(keys.complete()), ENDED);
  };
  window.addEventListener('keydown', down, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', down, { capture: true });
  };
}

/** Staff at set-up may type into the fields of the overlay. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
