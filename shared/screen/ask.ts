import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../settings.ts';
import { common } from '../words/common.ts';

/** How long a refusal stays where the eye is, milliseconds. */
const STAYS = 8000;

/** One thing to ask of the hub; null when no answer came. */
export type Step = () => Promise<Said | null>;
type Said = { readonly ok: true } | { readonly ok: false; readonly says: Text };

export interface Ask {
  readonly busy: boolean;
  readonly refusal: Text | null;
  /** One step after the other up to the first refusal; true once all were taken. */
  run(...steps: readonly Step[]): Promise<boolean>;
}

const silence: Text = { zh: common.zh.notAnswered, en: common.en.notAnswered };

/** What needs more than a press: several steps at a time, with the refusal of the one that failed. */
export function useAsk(): Ask {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Text | null>(null);
  const asking = useRef(false);
  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(() => setRefusal(null), STAYS);
    return () => clearTimeout(timer);
  }, [refusal]);
  const run = async (...steps: readonly Step[]) => {
    if (asking.current) return false;
    asking.current = true;
    setBusy(true);
    const no = await firstRefusal(steps);
    asking.current = false;
    setBusy(false);
    setRefusal(no);
    return no === null;
  };
  return { busy, refusal, run };
}

async function firstRefusal(steps: readonly Step[]): Promise<Text | null> {
  for (const step of steps) {
    const answer = await step();
    if (!answer) return silence;
    if (!answer.ok) return answer.says;
  }
  return null;
}
