import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { dateLine } from '../../shared/screen/time.ts';
import type { LobbyView } from '../../shared/views/lobby.ts';
import type { Branch } from '../../shared/views/parts.ts';
import { lobby } from '../../shared/words/lobby.ts';
import { Announcements, MutedSign } from './announcements.tsx';
import { Calls } from './calls.tsx';
import { Counters } from './counters.tsx';
import { fits } from './fits.ts';
import { Foot } from './foot.tsx';
import { NobodyCalled } from './nobodyCalled.tsx';
import { Services } from './services.tsx';

/** 大屏: numbers and counters, for the last row. */
export function LobbyDisplay({ link }: { link: Link }) {
  const view = link.view({ name: 'lobby' }).value?.view ?? null;
  return (
    <Screen
      link={link}
      branch={view?.branch ?? null}
      tone="night"
      tab={words(lobby).tab}
      language="none"
      class="lobby"
      aside={
        view && [<MutedSign key="muted" />, <Today key="day" {...{ link, branch: view.branch }} />]
      }
    >
      {view && <Hall link={link} view={view} />}
      {view && <Announcements link={link} view={view} />}
    </Screen>
  );
}

function Hall({ link, view }: { link: Link; view: LobbyView }) {
  const over = view.branch.day !== null && !view.branch.dayOpen;
  const [newest, ...earlier] = over ? [] : view.calls;
  return (
    <div class="hall" data-alone={!fits('services') || undefined}>
      {newest ? <Calls {...{ link, newest, earlier }} /> : <NobodyCalled over={over} />}
      {fits('counters') && <Counters counters={view.counters} />}
      {fits('services') && <Services services={view.services} />}
      {fits('foot') && <Foot pledge={view.pledge} notices={view.notices} />}
    </div>
  );
}

function Today({ link, branch }: { link: Link; branch: Branch }) {
  const now = useNow(link, 60_000);
  return <p class="today">{now > 0 && dateLine(branch, now)}</p>;
}
