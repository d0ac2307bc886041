import { z } from 'zod';
import { monthName } from '../../ids.ts';
import { plainLine } from '../../plain.ts';
import { closingId, nodeId, personId, proposalId } from '../ids.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const said = plainLine(1, 300);
/** Of what the one who closes has seen: nothing else is closed. */
const sum = z.string().regex(/^[0-9a-f]{8}$/);

/** 关账: a month is closed by a person, and so is each proposal; the program only reckons. */
export const monthsCommands = [
  command('month.close', {
    ...{ month: monthName, node: nodeId, sum },
    /** Why it is closed although something is missing. */
    despite: said.nullable().default(null),
  }),
  command('month.correct', { closing: closingId, sum, reason: said }),
  command('proposal.confirm', { proposal: proposalId, note: said.nullable().default(null) }),
  command('proposal.reject', { proposal: proposalId, reason: said }),
  /** `who` is the one who appeals; whoever enters it stands in the entry. */
  command('proposal.appeal', { proposal: proposalId, who: personId, grounds: said }),
  command('appeal.decide', {
    ...{ proposal: proposalId, outcome: z.enum(['granted', 'dismissed']), reason: said },
  }),
] as const;

export type MonthsCommand = z.infer<(typeof monthsCommands)[number]>;
export type MonthsCommandOf<T extends MonthsCommand['type']> = Extract<MonthsCommand, { type: T }>;
