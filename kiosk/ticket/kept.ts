import type { Kept } from './lent.ts';

const NAME = 'tingtang.kiosk';
const STORE = 'kept';

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export interface KeptStore {
  all(): Promise<Kept[]>;
  /** Resolves once it would survive a power cut, and not before. */
  write(kept: Kept): Promise<void>;
}

/**
 * What kiosks of this browser keep, by loan. Not in localStorage: that is written some seconds later,
 * and after a power cut a number would be given out twice.
 */
export async function openKept(): Promise<KeptStore> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'loan' });
  const db = await done(opening);
  return {
    all: () => done(db.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Kept[]>),
    write: (kept) =>
      new Promise((resolve, reject) => {
        const writing = db.transaction(STORE, 'readwrite', { durability: 'strict' });
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
        writing.objectStore(STORE).put(kept);
      }),
  };
}
