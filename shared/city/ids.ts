import { z } from 'zod';

/** Ids of the city's own ledger; they end up in file names and addresses, as a branch's do. */
const name = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/)
  .refine((id) => !(id in {}), { message: 'this word is taken by the language itself' });

/** A unit of the bank 机构: `city`, `east`. */
export const nodeId = name.brand<'NodeId'>();
/** Somebody of the city or of a unit; the name stands outside the ledger. */
export const personId = name.brand<'PersonId'>();

/** A month's closing 关账 of the branches under one unit: `2026-10.city`. */
export const closingId = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])\.[A-Za-z0-9_-]{1,32}$/)
  .brand<'ClosingId'>();

/** Of a closing, by a running number: `2026-10.city.3`. */
export const proposalId = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])\.[A-Za-z0-9_-]{1,32}\.[1-9]\d{0,5}$/)
  .brand<'ProposalId'>();

/** Of a unit, a series, a year, by its number in them: `city.quality.2026.3`. */
export const circularId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}\.(quality|assessment)\.\d{4}\.[1-9]\d{0,5}$/)
  .brand<'CircularId'>();

/** `2026-Q4`. */
export const quarterName = z.string().regex(/^20\d{2}-Q[1-4]$/);

export type NodeId = z.infer<typeof nodeId>;
export type PersonId = z.infer<typeof personId>;
export type ClosingId = z.infer<typeof closingId>;
export type ProposalId = z.infer<typeof proposalId>;
export type CircularId = z.infer<typeof circularId>;

export const closingIdOf = (month: string, node: NodeId) => `${month}.${node}` as ClosingId;
export const proposalIdOf = (closing: ClosingId, n: number) => `${closing}.${n}` as ProposalId;
