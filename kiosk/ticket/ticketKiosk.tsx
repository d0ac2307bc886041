import { useEffect, useState } from 'preact/hooks';
import { aheadOf } from '../../shared/screen/expected.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { firstLanguage, lang, pick, speak, words } from '../../shared/screen/language.ts';
import { later } from '../../shared/screen/later.tsx';
import type { Link } from '../../shared/screen/link.ts';
import { atRest } from '../../shared/screen/surely.ts';
import { type Due, useGuidance } from '../../shared/screen/voice/guidance.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import { printerFor } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import type { CardSaid } from './cardPage.tsx';
import { Choose } from './choose.tsx';
import { useIdle } from './idle.ts';
import { fetchCode, Issued, type Taken } from './issued.tsx';
import { type Manner, useManner } from './manner.ts';
import { useCard } from './useCard.ts';

const aside = () => import('./aside.ts');
const CardPage = later(() => aside().then((it) => it.CardPage));
const Closed = later(() => aside().then((it) => it.Closed));
const Help = later(() => aside().then((it) => it.Help));
const Privacy = later(() => aside().then((it) => it.Privacy));
/** Fetched once the kiosk shows its services, so that it is there when it is touched for. */
const fetchRest = () =>
  void atRest()
    .then(() => Promise.all([aside(), fetchCode()]))
    .catch(() => {});

/** What the customer is at; the kiosk comes back to choosing by itself. */
type Stage =
  | { is: 'choosing'; premium?: true }
  | { is: 'helped' }
  | { is: 'private' }
  | { is: 'card'; said: CardSaid }
  | { is: 'issued'; taken: Taken };
const choosing: Stage = { is: 'choosing' };

const PATIENCE = { quiet: 30, countdown: 20 };
const ELDER_PATIENCE = { quiet: 60, countdown: 30 };

/** 取号机. */
export function TicketKiosk({ link }: { link: Link }) {
  const view = link.view({ name: 'kiosk' }).value?.view;
  const [stage, go] = useState<Stage>(choosing);
  const manner = useManner();
  const { elder, low } = manner;
  const home = () => {
    go(choosing);
    manner.usual();
    speak(firstLanguage, { remember: false });
  };
  const readsCards = useCard(link, view !== undefined, {
    say: (said) => stage.is !== 'issued' && view?.open && go({ is: 'card', said }),
    premium: () => stage.is !== 'issued' && go({ is: 'choosing', premium: true }),
  });
  useEffect(() => {
    if (view) fetchRest();
  }, [view === undefined]);
  const isHome = stage === choosing || stage.is === 'issued';
  const changed = elder || low || !isHome || lang.value !== firstLanguage;
  const left = useIdle(changed, elder ? ELDER_PATIENCE : PATIENCE, home);
  useGuidance(elder && view !== undefined, spoken(stage));
  return (
    <Screen
      link={link}
      branch={view?.branch ?? null}
      tone="paper"
      tab={words(kiosk).tab}
      language="forget"
      class={`ticket ${low ? 'low' : ''}`}
    >
      {view && <Shown {...{ link, view, stage, go, manner, home, readsCards }} />}
      {view && low && <p class="low-sign">{pick(view.pledge)}</p>}
      {left !== null && <p class="idle">{words(kiosk).idle(left)}</p>}
    </Screen>
  );
}

/** What 大字版 reads aloud. */
function spoken(stage: Stage): Due | null {
  if (stage.is === 'helped') return { say: 'help' };
  if (stage.is === 'choosing') return { say: 'choose' };
  if (stage.is !== 'issued') return null;
  const { number, service } = stage.taken;
  return { say: 'taken', number, ahead: aheadOf(service) };
}

/** How the printer is whose paper this kiosk's customers get; null where there is none. */
const paperHere = (link: Link, { printers }: KioskView) =>
  printerFor(printers, link.you.value?.device ?? null)?.is ?? null;

interface ShownProps {
  readonly link: Link;
  readonly view: KioskView;
  readonly stage: Stage;
  readonly go: (stage: Stage) => void;
  readonly manner: Manner;
  readonly home: () => void;
  readonly readsCards: boolean;
}

function Shown({ link, view, stage, go, manner, home, readsCards }: ShownProps) {
  const back = () => go(choosing);
  const help = () => go({ is: 'helped' });
  const helpComes = view.help.includes(link.you.value?.device ?? null);
  const { elder } = manner;
  const paper = paperHere(link, view);
  if (stage.is === 'issued')
    return <Issued {...{ taken: stage.taken, elder, paper, done: home }} />;
  if (stage.is === 'helped') return <Help link={link} open={helpComes} back={back} />;
  if (stage.is === 'private') return <Privacy back={back} />;
  if (!view.open) return <Closed link={link} view={view} help={help} />;
  if (stage.is === 'card') return <CardPage said={stage.said} back={back} help={help} />;
  const premium = stage.premium ?? false;
  const card = premium ? back : () => go({ is: 'card', said: 'waiting' });
  return (
    <Choose
      {...{ link, view, paper, premium, help, helpComes }}
      {...manner}
      card={readsCards ? card : null}
      privacy={() => go({ is: 'private' })}
      taken={(taken) => go({ is: 'issued', taken })}
    />
  );
}
