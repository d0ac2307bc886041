import { defaultSettings } from '../defaults.ts';
import type { Settings } from '../settings.ts';

/**
 * The settings in force, as they may be read on a screen: no address of a machine, and what
 * tells cards apart is counted only.
 */
export type SettingsNow = Omit<Settings, 'cards' | 'texts' | 'printers'> & {
  readonly printers: readonly { readonly name: string; readonly kiosks: number }[];
  readonly cards: { readonly prefixes: number; readonly single: number } | null;
  /** What this branch set itself; the rest is as the program came. */
  readonly own: readonly (keyof Settings)[];
};

export function settingsNow(settings: Settings): SettingsNow {
  const { cards, printers = [], texts: _, ...shown } = settings;
  const known = cards && {
    prefixes: cards.prefixes.length,
    single: cards.hashes?.cards.length ?? 0,
  };
  const names = Object.keys(settings) as (keyof Settings)[];
  const own = names.filter((name) => plain(settings[name]) !== plain(defaultSettings[name]));
  return {
    ...shown,
    printers: printers.map(({ id, name, kiosks }) => ({ name: name ?? id, kiosks: kiosks.length })),
    cards: known ?? null,
    own,
  };
}

/** In one order: a ledger sorts the keys of what it keeps. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const parts = Object.entries(value).map(([key, part]) => `${key}:${plain(part)}`);
  return `{${parts.sort().join()}}`;
}
