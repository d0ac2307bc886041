import { signal } from '@preact/signals';
import type { Text } from '../settings.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { languageInAddress } from './address.ts';

export type Language = 'zh' | 'en';

const NAME = 'tingtang.language';

function remembered(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

const known = (name: string | null): Language | null =>
  name === 'zh' || name === 'en' ? name : null;

/** The language this page starts in: from the address, or as it was left, or Chinese. */
export const firstLanguage: Language = known(languageInAddress()) ?? known(remembered()) ?? 'zh';

export const lang = signal<Language>(firstLanguage);

/** Changes the language. A public kiosk passes `remember: false`: the next customer starts anew. */
export function speak(language: Language, how: { readonly remember: boolean }): void {
  lang.value = language;
  if (!how.remember) return;
  try {
    localStorage.setItem(NAME, language);
  } catch {
    // A browser that keeps nothing starts in Chinese again.
  }
}

lang.subscribe((language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
});

export const pick = (text: Text): string => text[lang.value];

/** A catalogue in the present language; a component that reads it follows a change. */
export const words = <W>(catalogue: Catalogue<W>): W => catalogue[lang.value];
