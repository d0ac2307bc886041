import type { Settings } from './settings.ts';

/** What no single field shows: parts of the settings that do not fit together. */
export interface Incoherence {
  readonly is: 'twice' | 'unknownService';
  /** The id or letter it is about. */
  readonly what: string;
  /** For whoever wrote a settings file. */
  readonly says: string;
}

type Told = Pick<Settings, 'prefixes'> & {
  readonly services: readonly { readonly id: string; readonly prefix: string }[];
  readonly counters: readonly { readonly id: string; readonly services: readonly string[] }[];
};

export function incoherences({ services, counters, prefixes }: Told): Incoherence[] {
  const lists = [
    services.map((s) => s.id),
    counters.map((k) => k.id),
    [...services.map((s) => s.prefix), ...Object.values(prefixes)],
  ];
  const twice = lists.map((names) => names.find((n, i) => names.indexOf(n) !== i)).find(Boolean);
  const known = new Set(services.map((s) => s.id));
  const unknown = counters.flatMap((k) =>
    k.services
      .filter((id) => !known.has(id))
      .map((id) => ({
        ...({ is: 'unknownService', what: id } as const),
        says: `counter ${k.id} serves an unknown service "${id}"`,
      })),
  );
  if (!twice) return unknown;
  const says = `"${twice}" stands twice: ids and ticket letters must be unique`;
  return [{ is: 'twice', what: twice, says }, ...unknown];
}
