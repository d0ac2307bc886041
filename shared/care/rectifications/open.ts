import { addDays } from '../../calendar.ts';
import {
  type AlertId,
  type BusinessDate,
  rectificationIdOf,
  type StaffId,
  type TicketId,
} from '../../ids.ts';
import { rectificationRules } from '../../rectifying.ts';
import { ticketOf, type Visit } from '../../visit/state.ts';
import type { AlertLevel } from '../facts.ts';
import type { Alert } from '../state.ts';
import type { Track } from './commands.ts';
import type { RectificationFact, Source } from './facts.ts';
import { lineFor, trackOf } from './figures.ts';
import { isOpen, type Rectification, type Rectifications, sameTrack } from './state.ts';

/** Something to be put right; what is left out is filled in. */
export interface Finding {
  readonly source: Source;
  /** Left out: a person confirms that it is done. */
  readonly track?: Track;
  /** The alert's level, by which a wait's line is chosen; orange if left out. */
  readonly level?: AlertLevel;
  readonly owner?: StaffId | null;
  readonly due?: BusinessDate;
  readonly by?: StaffId | null;
}

/** Where one that was closed goes on when its figure is over its line again within 30 days. */
const AGAIN = 30 * 24 * 60 * 60 * 1000;
const confirmed: Track = { measure: 'confirmed' };

/** The open one about the same thing, or on the same figure: it stands in the way of a new one. */
export function standsOpen(room: Rectifications, finding: Finding): Rectification | undefined {
  return room.all.find((one) => isOpen(one) && isSame(one, finding));
}

function isSame(a: Finding, b: Finding): boolean {
  const [from, to] = [a.track ?? confirmed, b.track ?? confirmed];
  if (to.measure !== 'confirmed' && sameTrack(from, to)) return true;
  return a.source.ref !== null && a.source.from === b.source.from && a.source.ref === b.source.ref;
}

/**
 * The facts that open rectifications for these findings, for the rooms that make findings: to be put
 * into the same line of the ledger as the finding itself. What is being put right already is left
 * alone, and so is everything before the first business day.
 */
export function openFor(
  room: Rectifications,
  visit: Visit,
  findings: readonly Finding[],
  at: number,
): RectificationFact[] {
  const date = visit.day?.date;
  if (!date) return [];
  const fresh = findings.filter(
    (f, i) => !standsOpen(room, f) && !findings.slice(0, i).some((before) => isSame(before, f)),
  );
  let n = room.opened;
  return fresh.map((finding) => {
    const { dueDays } = rectificationRules(visit.settings);
    const { source, owner = null, due = addDays(date, dueDays), by } = finding;
    const track = finding.track ?? confirmed;
    const signed = by ? { by } : {};
    const before = closedLately(room, finding, at);
    if (before)
      return {
        ...{ type: 'rectification.reopened', at, rectification: before.id },
        ...{ source, due, ...signed },
      };
    const line = lineFor(visit.settings, track, finding.level ?? 'orange');
    const rectification = rectificationIdOf(date, ++n);
    return {
      ...{ type: 'rectification.opened', at, rectification },
      ...{ source, track, line, owner, due, ...signed },
    };
  });
}

const closedLately = (room: Rectifications, { track = confirmed }: Finding, at: number) =>
  track.measure === 'confirmed'
    ? undefined
    : room.all.findLast(
        ({ closed, track: own }) =>
          closed !== null && at - closed.at < AGAIN && sameTrack(own, track),
      );

export const findingOfAlert = ({ id, kind, subject, level }: Alert): Finding => ({
  source: { from: 'alert', ref: id as AlertId, about: kind, ...subjectOf(kind, subject) },
  track: trackOf(kind, subject),
  level,
});

/** A ticket is nobody's subject: what is put right is how customers are served. */
const subjectOf = (kind: string, subject: string) =>
  subject === 'branch' || kind === 'dissatisfied' ? {} : { subject };

/** null: this ticket's customer was not dissatisfied. */
export function findingOfRating(visit: Visit, id: TicketId): Finding | null {
  const ticket = ticketOf(visit, id);
  const isSad =
    ticket?.phone?.level === 'dissatisfied' ||
    ticket?.legs.some((leg) => leg.prompt?.is === 'given' && leg.prompt.level === 'dissatisfied');
  if (!isSad || ticket?.test) return null;
  return {
    source: { from: 'rating', ref: id, about: 'dissatisfied' },
    track: { measure: 'satisfaction' },
  };
}
