import type { AlertLevel } from '../../shared/care/facts.ts';
import { alertOf } from '../../shared/care/state.ts';
import type { NoticeKind } from '../../shared/floor/notices/commands.ts';
import type { Fact, Lobby } from '../../shared/lobby.ts';
import { cardOf } from '../../shared/views/alerts.ts';
import { figuresView } from '../../shared/views/figures.ts';
import { branchPart } from '../../shared/views/parts.ts';
import { alertText, dayText } from '../../shared/words/group.ts';
import { cityText } from '../../shared/words/groupCity.ts';
import type { Robot } from './robots.ts';

const RANK: Record<AlertLevel, number> = { yellow: 1, orange: 2, red: 3 };

/** Names of devices are not for a group. */
const nameless = { names: new Map<never, string>() };

/** What these facts are to a robot's group, one message a commit; null: nothing. */
export function newsOf(facts: readonly Fact[], lobby: Lobby, robot: Robot): string | null {
  const texts = facts.flatMap((fact) => {
    if (fact.type === 'day.closed' && robot.daily) return [dayOf(lobby, fact.at, robot)];
    if (fact.type === 'notice.posted' && fact.sent && isTold(fact.kind, robot))
      return [cityText(robot.language, fact)];
    return alertNews(fact, lobby, robot) ?? [];
  });
  return texts.length > 0 ? texts.join('\n\n') : null;
}

/** What the city sends goes where the day's sums go; its warnings also where an orange alert is told. */
const isTold = (kind: NoticeKind, { daily, level }: Robot) =>
  daily || (kind === 'warning' && RANK.orange >= RANK[level]);

function alertNews(fact: Fact, lobby: Lobby, { level, language }: Robot): string | null {
  if (!isSaid(fact)) return null;
  const alert = alertOf(lobby.care, fact.alert);
  if (!alert || RANK[alert.level] < RANK[level]) return null;
  const again = fact.type === 'alert.repeated';
  // Somebody is at it.
  if (again && alert.acknowledgedAt !== null) return null;
  const card = cardOf(lobby, { ...alert, advice: null }, nameless);
  return alertText(language, { branch: branchPart(lobby.visit), card, at: fact.at, again });
}

type Said = Extract<Fact, { type: 'alert.raised' | 'alert.rose' | 'alert.repeated' }>;

const isSaid = (fact: Fact): fact is Said =>
  ['alert.raised', 'alert.rose', 'alert.repeated'].includes(fact.type);

function dayOf(lobby: Lobby, at: number, { language }: Robot): string {
  const { alerts } = lobby.care;
  return dayText(language, 'circular', {
    branch: branchPart(lobby.visit),
    figures: figuresView(lobby, at),
    alerts: {
      all: alerts.length,
      red: alerts.filter((a) => a.level === 'red').length,
      open: alerts.filter((a) => !a.handled).length,
    },
  });
}
