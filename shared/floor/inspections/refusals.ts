import { type Refusal, type Result, refuse } from '../../result.ts';
import type { InspectionFact } from './facts.ts';

/** Every reason an inspection's command can be turned down. */
export type InspectionRefusal =
  | 'checklist.doubled'
  | 'checklist.inForce'
  | 'checklist.overHundred'
  | 'date.far'
  | 'date.past'
  | 'date.unknown'
  | 'day.closed'
  | 'inspection.itemUnknown'
  | 'inspection.needsPeople'
  | 'inspection.needsRemark'
  | 'inspection.notPlanned'
  | 'inspection.notRunning'
  | 'inspection.nothingLeft'
  | 'inspection.over'
  | 'inspection.running'
  | 'inspection.tooManyPoints'
  | 'inspection.unfinished'
  | 'inspection.unknown'
  | 'member.left'
  | 'patrol.incomplete'
  | 'patrol.often'
  | 'photo.unknown'
  | 'text.identity';

export type InspectionDecision = Result<readonly InspectionFact[], Refusal<InspectionRefusal>>;
export const no = (code: InspectionRefusal, details?: Refusal['details']) => refuse(code, details);
