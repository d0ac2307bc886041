import type { StaffId } from '../../../shared/ids.ts';

/** Anybody as they are called: by name where the hub knows one. */
export type NameOf = (id: StaffId) => string;

export function namesOf(
  people: readonly { readonly id: StaffId; readonly name: string | null }[],
): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** As choices of a list: `王小明 t07`. */
export const choicesOf = (
  people: readonly { readonly id: StaffId; readonly name: string | null }[],
) => people.map(({ id, name }) => [id, name ? `${name} ${id}` : id] as const);
