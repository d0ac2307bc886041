import type { City, CityFact } from '../../../shared/city/city.ts';
import { sendingOf } from '../../../shared/city/sent/state.ts';
import { sentText, takenBackText } from '../../../shared/words/sentText.ts';
import { Outbox, type OutboxParts } from '../../notices/outbox.ts';
import { type Robot, readRobots } from '../../notices/robots.ts';
import type { CityRoom } from '../city/room.ts';

type Parts = Pick<OutboxParts, 'disk' | 'folder' | 'clock' | 'log'>;

/** What these facts are to a robot's group; null: nothing. Single branches' own affairs are for nobody else. */
export function cityNewsOf(
  facts: readonly CityFact[],
  city: City,
  { language }: Pick<Robot, 'language'>,
): string | null {
  const texts = facts.flatMap((fact) => {
    if (fact.type !== 'sent.out') return [];
    const { body, to } = fact;
    if (body.kind === 'notice' && !body.figures) return [sentText(language, body, to.length)];
    if (body.kind !== 'withdrawal') return [];
    const before = sendingOf(city.sent, body.of)?.body;
    return before?.kind === 'notice' && !before.figures
      ? [takenBackText(language, before.title, body.why)]
      : [];
  });
  return texts.length > 0 ? texts.join('\n\n') : null;
}

/**
 * Circulars, notices and warnings to groups, by the robots set in the center's own folder; none until
 * somebody set one, and history is told to nobody.
 *
 * @returns lets go of it
 * @throws Plain when the robots' file cannot be read
 */
export async function tellingGroups(
  parts: Parts,
  city: Pick<CityRoom, 'onChange'>,
): Promise<() => Promise<void>> {
  const robots = await readRobots(parts.disk, parts.folder);
  if (robots.length === 0) return async () => {};
  const outbox = new Outbox({ ...parts, robots, changed() {} });
  await outbox.start();
  const undo = city.onChange((now, facts) => {
    for (const robot of robots) {
      const text = cityNewsOf(facts, now, robot);
      if (text !== null) void outbox.add(robot, text);
    }
  });
  return async () => {
    undo();
    await outbox.stop();
  };
}
