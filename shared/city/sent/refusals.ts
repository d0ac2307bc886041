import { type Refusal, refuse } from '../../result.ts';

/** Every reason why something is not sent down. */
export type SentRefusal =
  | 'sent.badReference'
  | 'sent.branchUnknown'
  | 'sent.dateWrong'
  | 'sent.identity'
  | 'sent.markWrong'
  | 'sent.nobody'
  | 'sent.notOver'
  | 'sent.outOfScope'
  | 'sent.ownerInterested'
  | 'sent.stands'
  | 'sent.unknown'
  | 'sent.withdrawn';

export const no = (code: SentRefusal, details?: Refusal['details']) => refuse(code, details);
