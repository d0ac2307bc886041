import { useState } from 'preact/hooks';
import { Screen } from '../../shared/screen/frame.tsx';
import { firstLanguage, lang, speak, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import { printerFor } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { Choose } from './choose.tsx';
import { Closed } from './closed.tsx';
import { Help } from './help.tsx';
import { useIdle } from './idle.ts';
import { Issued, type Taken } from './issued.tsx';

/** What the customer is at; the kiosk comes back to choosing by itself. */
type Stage = { is: 'choosing' } | { is: 'helped' } | { is: 'issued'; taken: Taken };
const choosing: Stage = { is: 'choosing' };

const PATIENCE = { quiet: 30, countdown: 20 };
const ELDER_PATIENCE = { quiet: 60, countdown: 30 };

/** 取号机. */
export function TicketKiosk({ link }: { link: Link }) {
  const seen = link.view({ name: 'kiosk' }).value;
  const [stage, go] = useState<Stage>(choosing);
  const [elder, setElder] = useState(false);
  const home = () => {
    go(choosing);
    setElder(false);
    speak(firstLanguage, { remember: false });
  };
  const changed = elder || stage.is === 'helped' || lang.value !== firstLanguage;
  const left = useIdle(changed, elder ? ELDER_PATIENCE : PATIENCE, home);
  const view = seen?.view;
  return (
    <Screen
      link={link}
      branch={view?.branch ?? null}
      tone="paper"
      tab={words(kiosk).tab}
      language="forget"
      class={`ticket ${elder ? 'elder' : ''}`}
    >
      {view && <Shown {...{ link, view, stage, go, elder, setElder, home }} />}
      {left !== null && <p class="idle">{words(kiosk).idle(left)}</p>}
    </Screen>
  );
}

/** How the printer is whose paper this kiosk's customers get; null where there is none. */
const paperHere = (link: Link, { printers }: KioskView) =>
  printerFor(printers, link.you.value?.device ?? null)?.is ?? null;

interface ShownProps {
  readonly link: Link;
  readonly view: KioskView;
  readonly stage: Stage;
  readonly go: (stage: Stage) => void;
  readonly elder: boolean;
  readonly setElder: (elder: boolean) => void;
  readonly home: () => void;
}

function Shown({ link, view, stage, go, elder, setElder, home }: ShownProps) {
  const paper = paperHere(link, view);
  if (stage.is === 'issued') return <Issued taken={stage.taken} paper={paper} done={home} />;
  if (stage.is === 'helped') return <Help back={() => go(choosing)} />;
  if (!view.open) return <Closed opensAt={view.opensAt} />;
  return (
    <Choose
      link={link}
      view={view}
      paper={paper}
      elder={elder}
      turnElder={() => setElder(!elder)}
      help={() => go({ is: 'helped' })}
      taken={(taken) => go({ is: 'issued', taken })}
    />
  );
}
