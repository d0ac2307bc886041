import { unreachable } from '../../result.ts';
import type { RectificationFact, RectificationFactOf } from './facts.ts';
import { isBack } from './figures.ts';
import { POSTED, type Rectification, type Rectifications, TRACKED } from './state.ts';

export function evolveRectifications(
  room: Rectifications,
  fact: RectificationFact,
): Rectifications {
  switch (fact.type) {
    case 'rectification.opened':
      return { ...room, all: [...room.all, opened(fact)], opened: room.opened + 1 };
    case 'practice.posted':
      return posted(room, fact);
    case 'practice.withdrawn':
      return { ...room, practices: room.practices.filter((p) => p.id !== fact.practice) };
    default: {
      const all = room.all.map((one) => (one.id === fact.rectification ? next(one, fact) : one));
      return { ...room, all };
    }
  }
}

function opened(fact: RectificationFactOf<'rectification.opened'>): Rectification {
  const { rectification: id, at: openedAt, source, track, line, owner, due } = fact;
  return {
    ...{ id, source, track, line, openedAt, owner, due, firstDue: due, putOff: 0 },
    ...{ plan: null, tracked: [], back: 0, rolled: 0, reopened: 0, closed: null },
  };
}

function posted(room: Rectifications, fact: RectificationFactOf<'practice.posted'>) {
  const { practice: id, at, by = null, title, text, rectification = null } = fact;
  const practices = [...room.practices, { id, at, by, title, text, rectification }];
  return { ...room, practices: practices.slice(-POSTED), posted: room.posted + 1 };
}

type Later = Exclude<
  RectificationFact,
  { type: 'rectification.opened' | 'practice.posted' | 'practice.withdrawn' }
>;

function next(one: Rectification, fact: Later): Rectification {
  switch (fact.type) {
    case 'rectification.planned': {
      const { at, cause, action, note, owner, due } = fact;
      const plan = { at, cause, action, ...(note && { note }) };
      return { ...one, owner, due, plan, putOff: one.putOff + (due > one.due ? 1 : 0) };
    }
    case 'rectification.tracked':
      return tracked(one, fact);
    case 'rectification.rolled':
      return { ...one, rolled: one.rolled + 1 };
    case 'rectification.closed': {
      const { at, evidence, by = null } = fact;
      return { ...one, closed: { at, evidence, by } };
    }
    case 'rectification.reopened': {
      const { due } = fact;
      const again = { closed: null, back: 0, reopened: one.reopened + 1 };
      return { ...one, ...again, due, firstDue: due };
    }
    default:
      return unreachable(fact);
  }
}

/** A day without a figure says nothing, neither for nor against. */
function tracked(one: Rectification, fact: RectificationFactOf<'rectification.tracked'>) {
  const { date, figure, n } = fact;
  const days = [...one.tracked, { date, figure, n }].slice(-TRACKED);
  if (figure === null) return { ...one, tracked: days };
  return { ...one, tracked: days, back: isBack(one, figure) ? one.back + 1 : 0 };
}
