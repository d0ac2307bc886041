import { noticeIdOf } from '../ids.ts';
import { accept, refuse } from '../result.ts';
import type { Effect, Scene, Sent } from './decide.ts';
import type { SentBodyOf } from './item.ts';

/** Onto the branch's board, where its own notices hang; nobody there posted it. */
export function posted(
  { floor, visit }: Pick<Scene, 'floor' | 'visit'>,
  { kind: _, is, escalated, ...body }: SentBodyOf<'notice'>,
  { id: sent, at }: Sent,
): Effect {
  if (!visit.day) return refuse('day.closed');
  const notice = noticeIdOf(visit.day.date, floor.notices.today + 1);
  const { title, lines, tag, number, file, figures } = body;
  return accept([
    {
      ...{ type: 'notice.posted', at, notice, kind: is, title, lines, by: null, sent },
      ...{ ...(tag && { tag }), ...(number && { number }), ...(file && { file }) },
      ...{ ...(figures && { figures }), ...(escalated && { escalated }) },
    },
  ]);
}
