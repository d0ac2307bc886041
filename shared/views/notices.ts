import { type Duties, dutiesOf } from '../duties.ts';
import { type Notice, type Notices, unreadBy } from '../floor/notices/state.ts';
import type { CounterId, NoticeId, StaffId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Outside } from './devices.ts';
import { type Person, peopleOf } from './meetings.ts';
import { type Branch, branchPart } from './parts.ts';

/** 通报, 通知, 警示: the board with who has read what. */
export interface NoticesView {
  readonly branch: Branch;
  readonly people: readonly Person[];
  /** Newest first. */
  readonly list: readonly Notice[];
  readonly repeats: Duties['repeats'];
}

export const noticesView = (lobby: Lobby, outside: Outside): NoticesView => ({
  branch: branchPart(lobby.visit),
  people: peopleOf(lobby, outside),
  list: lobby.floor.notices.list.toReversed(),
  repeats: dutiesOf(lobby.visit.settings).repeats,
});

/** What somebody who is signed in at this kind of screen has still to read, the newest with its text. */
export interface Unread {
  readonly person: StaffId;
  readonly count: number;
  readonly newest: Pick<Notice, 'kind' | 'title' | 'lines' | 'at' | 'from'> & {
    readonly id: NoticeId;
  };
}

/** For screens of a counter, or for those of the floor. */
export function unreadAt({ floor, devices }: Lobby, at: CounterId | 'floor'): Unread[] {
  const here = Object.entries(devices.present).flatMap(([id, person]) => {
    const device = devices.devices[id as keyof typeof devices.devices];
    const isHere = at === 'floor' ? device?.role === 'floor' : device?.counter === at;
    return isHere ? [person] : [];
  });
  return [...new Set(here)].flatMap((person) => unreadOf(floor.notices, person));
}

function unreadOf(notices: Notices, person: StaffId): Unread[] {
  const list = unreadBy(notices, person);
  const [newest] = list;
  if (!newest) return [];
  const { id, kind, title, lines, at, from } = newest;
  return [{ person, count: list.length, newest: { id, kind, title, lines, at, from } }];
}
