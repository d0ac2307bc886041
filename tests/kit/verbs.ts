import type { CommandOf } from '../../shared/visit/commands.ts';

export type Care = NonNullable<CommandOf<'ticket.issue'>['reason']>;
export type Issue = Partial<Pick<CommandOf<'ticket.issue'>, 'by' | 'reason' | 'test' | 'replaces'>>;
export type Give = Partial<Pick<CommandOf<'rating.give'>, 'took' | 'pressedAt' | 'offer'>>;
