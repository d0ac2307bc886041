import { useSignal } from '@preact/signals';
import { CloudOff } from 'lucide-preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { NodeId } from '../../shared/city/ids.ts';
import type { ShellView } from '../../shared/city/views/shell.ts';
import { LanguageSwitch } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { Notice } from '../../shared/screen/notice.tsx';
import { useNow } from '../../shared/screen/now.ts';
import { clockTime } from '../../shared/screen/time.ts';
import { city as cityWords } from '../../shared/words/city.ts';
import { common } from '../../shared/words/common.ts';
import { Fetched } from '../manager/fetched.tsx';
import '../manager/manager.css';
import '../manager/tabBar.css';
import './center.css';
import { addressOf, type CityPage, place } from './address.ts';
import { Door } from './door.tsx';
import { type CityLink, connectToCity } from './link.ts';
import { NodeChoice } from './nodeChoice.tsx';
import { session } from './session.ts';
import { pages, tabs } from './tabs.ts';
import { You } from './you.tsx';

/** 市中心: the door, and behind it one frame with a page each tab. */
export function CenterPage() {
  const [isIn, enter] = useState(session() !== null);
  useLayoutEffect(() => {
    document.documentElement.dataset.tone = 'auto';
  }, []);
  return isIn ? <Inside ended={() => enter(false)} /> : <Door entered={() => enter(true)} />;
}

function Inside({ ended }: { ended: () => void }) {
  const link = useMemo(() => connectToCity(ended), []);
  useEffect(() => () => link.close(), [link]);
  const shell = link.view({ name: 'shell' }).value;
  const isOld = link.status.value === 'lost';
  return (
    <div class="screen manager center" data-link={isOld ? 'lost' : link.status.value}>
      <Top link={link} shell={shell} />
      <Away link={link} />
      <main class="screen-body">{shell ? <Body link={link} shell={shell} /> : <Waiting />}</main>
    </div>
  );
}

const narrowed = { current: null as NodeId | null };

const openPage = (): CityPage => {
  const [named] = place.value;
  return named && named in pages ? (named as CityPage) : 'live';
};

function Top({ link, shell }: { link: CityLink; shell: ShellView | null }) {
  const w = words(cityWords);
  const open = openPage();
  const [root] = shell?.nodes ?? [];
  useLayoutEffect(() => {
    document.title = `${open === 'branch' ? w.branch : w.tabs[open]} · ${w.title}`;
  });
  return (
    <header class="edge">
      <Mark />
      <p class="edge-name">
        <strong>{root ? pick(root.name) : w.title}</strong>
      </p>
      {shell && (
        <nav class="tabs" aria-label={w.pages}>
          {tabs.map(({ name, icon: Icon }) => (
            <a key={name} href={addressOf(name)} aria-current={name === open ? 'page' : undefined}>
              <Icon aria-hidden="true" />
              <span>{w.tabs[name]}</span>
            </a>
          ))}
        </nav>
      )}
      {shell && <You link={link} you={shell.you} />}
      <LanguageSwitch remember />
      {shell && <Time link={link} timeZone={shell.timeZone} />}
    </header>
  );
}

function Time({ link, timeZone }: { link: CityLink; timeZone: string }) {
  const now = useNow(link);
  return <time class="clock">{now > 0 ? clockTime({ timeZone, offset: 0 }, now) : ''}</time>;
}

/** Says that the center is lost, or turns this page away; else nothing. */
function Away({ link }: { link: CityLink }) {
  const w = words(cityWords);
  const away = link.turnedAway.value;
  if (away) return <Notice icon={<CloudOff />}>{pick(away)}</Notice>;
  return link.status.value === 'lost' ? <Notice icon={<CloudOff />}>{w.lost}</Notice> : null;
}

function Body({ link, shell }: { link: CityLink; shell: ShellView }) {
  const node = useSignal<NodeId | null>(narrowed.current);
  const open = openPage();
  const load = pages[open];
  const [, ...path] = place.value;
  const choose = (to: NodeId | null) => {
    narrowed.current = to;
    node.value = to;
  };
  if (!load) return null;
  return (
    <>
      {open !== 'live' && open !== 'branch' && (
        <h1 class="unseen">{words(cityWords).tabs[open]}</h1>
      )}
      {shell.nodes.length > 1 && open !== 'branch' && open !== 'settings' && (
        <NodeChoice nodes={shell.nodes} chosen={node.value} choose={choose} />
      )}
      <Fetched load={load} props={{ link, shell, node: node.value, path }} />
    </>
  );
}

/** Shown only when the first view takes longer than a blink. */
function Waiting() {
  return (
    <div class="connecting">
      <Mark />
      <p>{words(common).connecting}</p>
    </div>
  );
}
