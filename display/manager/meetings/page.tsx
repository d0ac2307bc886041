import { words } from '../../../shared/screen/language.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { addressOf } from '../address.ts';
import type { TabProps } from '../tabs.ts';
import './meetings.css';
import { MonthPage } from './month.tsx';
import { NoticesPage } from './notices.tsx';
import { PresidentsPage } from './presidents.tsx';
import { RosterPage } from './roster.tsx';
import { TodayPage } from './today.tsx';
import { TrainingPage } from './training.tsx';

/** What a page within the tab is given. */
export interface RoomProps extends Pick<TabProps, 'link'> {
  /** What follows its own name in the address. */
  readonly path: readonly string[];
}

const rooms = {
  today: TodayPage,
  month: MonthPage,
  roster: RosterPage,
  presidents: PresidentsPage,
  training: TrainingPage,
  notices: NoticesPage,
};
type RoomName = keyof typeof rooms;
const names = Object.keys(rooms) as RoomName[];

/** On a phone the row is wider than the screen. */
const intoSight = (link: HTMLAnchorElement | null) =>
  link?.scrollIntoView({ block: 'nearest', inline: 'center' });

/** 晨会: meetings, and what the branch plans and posts around them. */
export function Page({ link, path }: TabProps) {
  const w = words(meetingWords);
  const [named, ...rest] = path;
  const open = names.find((name) => name === named) ?? 'today';
  const Room = rooms[open];
  return (
    <div class="records">
      <h1 class="unseen">{w.title}</h1>
      <nav class="rooms" aria-label={w.title}>
        {names.map((name) => (
          <a
            key={name}
            href={name === 'today' ? addressOf('meetings') : addressOf('meetings', name)}
            aria-current={name === open ? 'page' : undefined}
            {...(name === open && { ref: intoSight })}
          >
            {w.pages[name]}
          </a>
        ))}
      </nav>
      <Room link={link} path={rest} />
    </div>
  );
}
