/** What a `decide` answers: facts that now hold, or the reason why nothing changed. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Figures the sentence needs: seconds still to wait, an opening time. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  details?: Refusal['details'],
): Result<never, Refusal<Code>> => ({
  ok: false,
  refusal: details ? { code, details } : { code },
});

/** Ends every switch over a union: a forgotten case does not compile. */
export function unreachable(value: never): never {
  throw new Unreachable(`a case was forgotten: ${JSON.stringify(value)}`);
}

/** At run time only a fact leads here that this program does not know: a newer one wrote it. */
export class Unreachable extends Error {}
