import { BellRing } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { waitWords } from '../../shared/screen/expected.ts';
import { words } from '../../shared/screen/language.ts';
import { People } from '../../shared/screen/people.tsx';
import type { VisitStage } from '../../shared/views/visit.ts';
import { visit } from '../../shared/words/visit.ts';
import { alerting, turnOn } from './alarm.ts';
import { type Failed, send } from './live.ts';

type WaitingStage = Extract<VisitStage, { is: 'waiting' }>;

/** Who is before me, how long it may take, and how far that is. */
export function Waiting({ stage }: { stage: WaitingStage }) {
  const w = words(visit);
  const range = waitWords(stage);
  return (
    <section class="waiting">
      {stage.back && <p class="waiting-back">{w.back}</p>}
      <p class="waiting-before">
        <strong>{w.before(stage.ahead)}</strong>
        <People ahead={stage.ahead} self="waiting" />
      </p>
      <p class="waiting-range">{range ? `${w.expected} ${range}` : w.unknownWait}</p>
      {stage.done !== null && <Bar done={stage.done} label={w.progress} />}
      <div class="waiting-do">
        <Remind />
        <Leave />
      </div>
    </section>
  );
}

function Bar({ done, label }: { done: number; label: string }) {
  const percent = Math.round(done * 100);
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}

function Remind() {
  const w = words(visit);
  if (alerting.value)
    return (
      <p class="reminding">
        <BellRing />
        {w.reminding}
      </p>
    );
  return (
    <Button icon={<BellRing />} onPress={() => void turnOn()}>
      {w.remind}
    </Button>
  );
}

/** 不等了: asked once more in words, for it cannot be taken back. */
function Leave() {
  const w = words(visit);
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, fail] = useState<Failed | null>(null);
  const leave = async () => {
    setBusy(true);
    fail(await send('leave', {}));
    setBusy(false);
    ask(false);
  };
  if (!asking)
    return (
      <>
        {failed && <p role="alert">{w.failed[failed]}</p>}
        <Button kind="quiet" onPress={() => ask(true)}>
          {w.leave}
        </Button>
      </>
    );
  return (
    <fieldset class="leave">
      <legend>{w.leaveAsk}</legend>
      <Button onPress={() => ask(false)}>{w.leaveNo}</Button>
      <Button class="sure" busy={busy} onPress={() => void leave()}>
        {w.leaveYes}
      </Button>
    </fieldset>
  );
}
