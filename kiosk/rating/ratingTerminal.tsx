import { useEffect } from 'preact/hooks';
import type { CounterId } from '../../shared/ids.ts';
import { spokenInAddress } from '../../shared/screen/address.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { firstLanguage, speak, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { type Due, useGuidance } from '../../shared/screen/voice/guidance.ts';
import type { RatingView } from '../../shared/views/rating.ts';
import { rating } from '../../shared/words/rating.ts';
import { Asking } from './asking.tsx';
import { Explaining } from './explaining.tsx';
import { type Doing, useHand } from './hand.ts';
import { Asleep, Idle } from './idle.tsx';
import { type Stage, stageOf } from './stage.ts';
import { Thanking } from './thanking.tsx';
import { Unknown } from './unknown.tsx';

/** 评价器, one at each counter. */
export function RatingTerminal({ link, counter }: { link: Link; counter: CounterId }) {
  const view = link.view({ name: 'rating', counter }).value?.view ?? null;
  const now = useNow(link, 250);
  const { hand, doing } = useHand(link, view);
  const stage: Stage = view ? stageOf(view, hand, now, performance.now()) : { is: 'idle' };
  const quiet = stage.is === 'idle' || stage.is === 'asleep';
  useEffect(() => {
    if (quiet) speak(firstLanguage, { remember: false });
  }, [quiet]);
  useGuidance(spokenInAddress(), spoken(stage));
  if (stage.is === 'unknown') return <Unknown />;
  return (
    <Screen
      link={link}
      branch={view?.branch ?? null}
      tone={stage.is === 'asleep' ? 'night' : 'paper'}
      tab={words(rating).tab}
      edge={stage.is === 'asleep' ? 'none' : 'full'}
      language="none"
      class={`rating rating-${stage.is}`}
    >
      {view && <Shown {...{ view, stage, now, doing }} />}
    </Screen>
  );
}

/** What a terminal that is set to speak says; never an answer. */
function spoken(stage: Stage): Due | null {
  if (stage.is === 'asking') return { say: 'rate' };
  return stage.is === 'thanking' ? { say: 'thanks' } : null;
}

interface ShownProps {
  readonly view: RatingView;
  readonly stage: Stage;
  readonly now: number;
  readonly doing: Doing | null;
}

function Shown({ view, stage, now, doing }: ShownProps) {
  if (stage.is === 'asleep') return <Asleep view={view} />;
  if (stage.is === 'idle' || stage.is === 'unknown' || !doing) return <Idle view={view} />;
  if (stage.is === 'asking') return <Asking key={stage.prompt.offer} {...{ stage, now, doing }} />;
  if (stage.is === 'explaining') return <Explaining {...{ stage, now, doing }} />;
  return <Thanking {...{ stage, doing }} />;
}
