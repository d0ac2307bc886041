import { CloudOff } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { lang, pick, speak, words } from '../../shared/screen/language.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { TicketNumber } from '../../shared/screen/number.tsx';
import type { VisitStage, VisitView } from '../../shared/views/visit.ts';
import { common } from '../../shared/words/common.ts';
import { visit } from '../../shared/words/visit.ts';
import { keepAwake } from './alarm.ts';
import { Called } from './called.tsx';
import { heardAt, lost, type Seen, seen } from './live.ts';
import { Plain } from './plain.tsx';
import { Done } from './rate.tsx';
import { Waiting } from './waiting.tsx';

/** 我的号票: one customer's own place in line, in the hand. */
export function Visit() {
  const told = seen.value;
  const w = words(visit);
  const view = told.is === 'shown' ? told.view : null;
  const stage = view?.stage.is ?? told.is;
  useEffect(() => {
    document.title = view ? `${view.number} · ${w.tab}` : w.tab;
  }, [view?.number, w]);
  useEffect(() => keepAwake(), []);
  return (
    <div class="visit" data-stage={stage} data-link={lost.value ? 'lost' : 'live'}>
      <header>
        <Mark />
        <p>{view && pick(view.branch)}</p>
        <Language />
      </header>
      <Lost />
      <main aria-live="polite">{view ? <Ticket view={view} /> : <NoTicket told={told} />}</main>
    </div>
  );
}

function Language() {
  const other = lang.value === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      class="button button-quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => speak(other, { remember: true })}
    >
      {words(common).otherLanguage}
    </button>
  );
}

/** What is shown below is old, and since when. */
function Lost() {
  const w = words(visit);
  if (!lost.value) return null;
  const since = heardAt.value;
  const time = since && new Date(since).toTimeString().slice(0, 5);
  return (
    <p class="visit-lost" role="status">
      <CloudOff />
      {time ? w.lost(time) : w.lostFirst}
    </p>
  );
}

function NoTicket({ told }: { told: Seen }) {
  const w = words(visit);
  if (told.is === 'past') return <Plain first title={w.past} means={w.pastMeans} />;
  if (told.is === 'unknown') return <Plain first title={w.unknown} means={w.unknownMeans} />;
  return lost.value ? null : <Plain first title={w.opening} means="" />;
}

function Ticket({ view }: { view: VisitView }) {
  const { stage } = view;
  const large = stage.is !== 'called' && stage.is !== 'done';
  return (
    <>
      <section class="own" data-large={large || undefined}>
        <h1>{words(visit).yours}</h1>
        <TicketNumber value={view.number} />
        <p>{pick(view.service)}</p>
      </section>
      <Stage stage={stage} />
    </>
  );
}

function Stage({ stage }: { stage: VisitStage }) {
  const w = words(visit);
  switch (stage.is) {
    case 'waiting':
      return <Waiting stage={stage} />;
    case 'called':
      return <Called stage={stage} />;
    case 'serving':
      return (
        <Plain title={w.serving} means={stage.counter ? w.servingAt(pick(stage.counter)) : ''} />
      );
    case 'missed':
      return <Plain title={w.missed} means={missedMeans(stage)} urgent />;
    case 'done':
      return <Done stage={stage} />;
    case 'replaced':
      return <Plain title={w.replaced} means={w.replacedMeans} number={stage.by} />;
    default:
      return <Plain title={w[stage.is]} means={w[`${stage.is}Means`]} />;
  }
}

function missedMeans(stage: Extract<VisitStage, { is: 'missed' }>): string {
  const w = words(visit);
  if (stage.how === 'next') return w.missedNext(Math.max(1, stage.left));
  return stage.how === 'behind' ? w.missedBehind(stage.places) : w.missedNew;
}
