/** Milliseconds until what could not be fetched is asked for again. */
const AGAIN = 2000;
/** A page that never rests is not waited for longer than this, milliseconds. */
const MOST = 2000;

/** A part of the program that is fetched when it is wanted, and asked for until it is there. */
export async function surely<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }
}

/** Resolves once the page has nothing to do that somebody waits for. */
export const atRest = (): Promise<unknown> =>
  new Promise<unknown>((done) =>
    'requestIdleCallback' in globalThis
      ? requestIdleCallback(done, { timeout: MOST })
      : setTimeout(done, MOST),
  );
