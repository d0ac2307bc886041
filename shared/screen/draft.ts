import { useState } from 'preact/hooks';
import { drafts } from './drafts.ts';

/** A form that survives a reload, a closed tab and a power cut. */
export interface Draft<T extends object> {
  readonly value: T;
  /** It was begun earlier and is shown again: worth a word on the form. */
  readonly isKept: boolean;
  /** Changes some fields; what is on the form is kept with each change. */
  set(some: Partial<T>): void;
  /** The form was sent, or thrown away: blank again. */
  clear(): void;
}

/** Whoever is signed in on this page. */
interface Whose {
  readonly you: {
    readonly value: { readonly person?: { readonly id: string } | null } | null;
  };
}

let box: ReturnType<typeof drafts> | null = null;
const inThisBrowser = () => {
  box ??= drafts(localStorage);
  return box;
};

/**
 * A half-filled form, kept in this browser for whoever is signed in here: nobody else finds it.
 * `name` says which form, and of what: `complaint.open`, `meeting 2026-11-24.m1`. Fields are plain
 * data; never a PIN, and nothing of a customer.
 */
export function useDraft<T extends object>(whose: Whose, name: string, blank: T): Draft<T> {
  const key = `${whose.you.value?.person?.id ?? ''} ${name}`;
  const [held, hold] = useState<{ key: string; value: T; isKept: boolean } | null>(null);
  const here = held?.key === key ? held : begin(key, blank);
  return {
    value: here.value,
    isKept: here.isKept,
    set(some) {
      // Two changes in one turn both count: the later one starts from what the first one kept.
      const before = inThisBrowser().of(key, blank) ?? here.value;
      const value = { ...before, ...some };
      inThisBrowser().keep(key, value);
      hold({ key, value, isKept: here.isKept });
    },
    clear() {
      inThisBrowser().drop(key);
      hold({ key, value: blank, isKept: false });
    },
  };
}

function begin<T extends object>(key: string, blank: T) {
  const kept = inThisBrowser().of(key, blank);
  return { key, value: kept ?? blank, isKept: kept !== null };
}
