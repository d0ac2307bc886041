import { type ComponentChild, type ComponentChildren, render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Branch } from '../views/parts.ts';
import { common } from '../words/common.ts';
import './tokens.css';
import './base.css';
import './fields.css';
import './frame.css';
import './parts.css';
import { CalibrationGate } from './calibration/gate.tsx';
import { clockTime } from './clock.ts';
import { keepPages } from './keepPages.ts';
import { lang, pick, speak, words } from './language.ts';
import { later } from './later.tsx';
import { fetchLetters } from './letters.ts';
import type { Link } from './link.ts';
import { Mark } from './mark.tsx';
import { Insecure, LinkNotice } from './notice.tsx';
import { useNow } from './now.ts';
import { atRest } from './surely.ts';

const PairingCard = later(() => import('./pairingCard.tsx').then((it) => it.PairingCard));
const SignIn = later(() => import('./signIn.tsx').then((it) => it.SignIn));
/** A screen for customers has nobody signed in. */
const staffed = ['counter', 'floor', 'manager'];

export interface ScreenProps {
  readonly link: Link;
  /** null until the first view is there. */
  readonly branch: Branch | null;
  /** paper: for hands. night: for halls. auto: as the machine is set. */
  readonly tone: 'paper' | 'night' | 'auto';
  /** The screen's own name beside the branch's. */
  readonly title?: string;
  /** What the browser's tab says, where no title is shown. */
  readonly tab?: string;
  /** none: the screen has its own top. */
  readonly edge?: 'full' | 'none';
  /** forget: the next person starts in the page's own language. */
  readonly language?: 'remember' | 'forget' | 'none';
  /** none: nobody can sign in here yet. */
  readonly signIn?: 'none';
  /** Stands at the top, before the clock. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

/**
 * The frame of every screen: top edge, the small notice where the hub is lost, and the body, which
 * turns grey while it is old.
 */
export function Screen({ tone, edge = 'full', class: more = '', ...props }: ScreenProps) {
  const { link, branch, children } = props;
  useLayoutEffect(() => {
    document.documentElement.dataset.tone = tone;
  }, [tone]);
  const tab = props.tab ?? props.title;
  useLayoutEffect(() => {
    if (tab) document.title = tab;
  }, [tab]);
  const pairing = link.pairing.value;
  const shows = pairing !== null || branch !== null;
  useEffect(() => {
    if (shows) fetchLetters();
  }, [shows]);
  const you = link.you.value;
  const old = link.status.value === 'lost' || link.turnedAway.value !== null;
  return (
    <div class={`screen ${more}`} data-link={old ? 'lost' : link.status.value}>
      {edge === 'full' && <TopEdge {...props} />}
      {!pairing && !props.signIn && you?.device && staffed.includes(you.role) && (
        <SignIn link={link} />
      )}
      {pairing ? pairing.insecure && <Insecure /> : <LinkNotice link={link} branch={branch} />}
      <main class="screen-body">
        {pairing ? <PairingCard pairing={pairing} /> : branch ? children : <Connecting />}
      </main>
      <CalibrationGate />
    </div>
  );
}

function TopEdge(props: Omit<ScreenProps, 'tone' | 'edge' | 'signIn'>) {
  const { link, branch, title, aside, language = 'remember' } = props;
  return (
    <header class="edge">
      <Mark />
      <p class="edge-name">
        {branch && <strong>{pick(branch.name)}</strong>}
        {title && <span>{title}</span>}
      </p>
      {aside}
      {language !== 'none' && <LanguageSwitch remember={language === 'remember'} />}
      {branch && <Clock link={link} branch={branch} />}
    </header>
  );
}

/**
 * The time on the branch's wall, once the page rests: the first zone's clock takes a browser as long to make
 * as all the rest of a first view takes to draw.
 */
export function Clock({ link, branch }: { link: Link; branch: Branch }) {
  const now = useNow(link);
  const [rests, rest] = useState(false);
  useEffect(() => void atRest().then(() => rest(true)), []);
  return <time class="clock">{rests && now > 0 ? clockTime(branch, now) : ''}</time>;
}

export function LanguageSwitch({ remember }: { remember: boolean }) {
  const other = lang.value === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      class="button button-quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => speak(other, { remember })}
    >
      {words(common).otherLanguage}
    </button>
  );
}

/** Milliseconds; a first view that comes sooner is waited for without a word. */
const BLINK = 400;

function Connecting() {
  const w = words(common);
  const [late, say] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => say(true), BLINK);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="connecting">
      <Mark />
      <p>{w.connecting}</p>
      <small>{w.connectingMeans}</small>
    </div>
  );
}

/** Also where no view comes, milliseconds. */
const LETTERS_AT_LAST = 1000;

export function mount(screen: ComponentChild): void {
  const place = document.getElementById('screen');
  if (!place) throw new Error('index.html has no element #screen to draw into: add one');
  render(screen, place);
  setTimeout(fetchLetters, LETTERS_AT_LAST);
  keepPages();
}
