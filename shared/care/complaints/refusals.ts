import { type Refusal, type Result, refuse } from '../../result.ts';
import type { NameRefusal } from '../names.ts';
import type { DeadlineRefusal } from './deadlines.ts';
import type { ComplaintFact } from './facts.ts';

/** Every reason a complaint's command can be turned down. */
export type ComplaintRefusal =
  | DeadlineRefusal
  | NameRefusal
  | 'complaint.badReference'
  | 'complaint.contained'
  | 'complaint.interested'
  | 'complaint.needsOwner'
  | 'complaint.notContacted'
  | 'complaint.notOffered'
  | 'complaint.notYours'
  | 'complaint.over'
  | 'complaint.ownerInterested'
  | 'complaint.sameOwner'
  | 'complaint.storyFull'
  | 'complaint.unknown'
  | 'day.closed'
  | 'service.unknown'
  | 'text.identity'
  | 'ticket.unknown';

export type ComplaintDecision = Result<readonly ComplaintFact[], Refusal<ComplaintRefusal>>;
export const no = (code: ComplaintRefusal, details?: Refusal['details']) => refuse(code, details);
