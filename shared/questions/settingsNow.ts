import type { Settings } from '../settings.ts';

/** The settings in force, as they may be read on a screen: what tells cards apart is counted only. */
export type SettingsNow = Omit<Settings, 'cards' | 'texts'> & {
  readonly cards: { readonly prefixes: number; readonly single: number } | null;
};

export function settingsNow({ cards, texts: _, ...settings }: Settings): SettingsNow {
  const known = cards && {
    prefixes: cards.prefixes.length,
    single: cards.hashes?.cards.length ?? 0,
  };
  return { ...settings, cards: known ?? null };
}
