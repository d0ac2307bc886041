import type { Lobby } from '../lobby.ts';
import { meetingsWaiting } from './meetings.ts';
import { rectificationsWaiting } from './rectifications.ts';

/** The panel's pages, by the day's order: 今日 · 晨会 · 巡检 · 投诉 · 整改 · 报表 · 设置. */
export const tabNames = [
  'today',
  'meetings',
  'inspections',
  'complaints',
  'rectification',
  'reports',
  'settings',
] as const;
export type TabName = (typeof tabNames)[number];

/** How many things wait for somebody behind a tab; 0, or left out, shows nothing. */
export type Badges = Partial<Record<TabName, number>>;

export const badgesOf = (lobby: Lobby): Badges => ({
  today: lobby.care.alerts.filter((a) => a.clearedAt === null && a.acknowledgedAt === null).length,
  meetings: meetingsWaiting(lobby) + unseen(lobby),
  rectification: rectificationsWaiting(lobby),
  complaints: complaintsWaiting(lobby),
});

/** What the city sent, and nobody here has read yet. */
const unseen = ({ floor }: Lobby) =>
  floor.notices.list.filter(({ from, withdrawn, read }) => from && !withdrawn && read.length === 0)
    .length;

/** Early warnings, proposals, and complaints past a reminder: nobody has dealt with them yet. */
function complaintsWaiting({ care, corrections }: Lobby): number {
  const said = care.alerts.filter((a) => a.kind === 'complaintDue' && a.clearedAt === null);
  const warnings = care.warnings.all.filter(({ end }) => !end).length;
  return (
    warnings +
    said.filter(({ subject }) => subject.includes('.c')).length +
    corrections.all.filter(({ end }) => !end).length
  );
}
