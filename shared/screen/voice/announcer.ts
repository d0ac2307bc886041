import type { Sentence } from './compose.ts';
import { callSentence } from './compose.ts';
import { callQueue, type Manner, type OpenCall } from './queue.ts';

/** Milliseconds of quiet after a reading. */
const BREATH = 600;

export interface AnnouncerParts {
  say(sentence: Sentence, how: { readonly chime: boolean }): Promise<void>;
  hush(): void;
  /** Whether anybody would hear it now. */
  audible(): boolean;
  pause?(ms: number): Promise<void>;
}

/** Reads out open calls, one reading after another. */
export function announcer({ say, hush, audible, pause = sleep }: AnnouncerParts) {
  const queue = callQueue();
  let manner: Manner = { times: 2, english: false, chime: true };
  let busy = false;

  async function speak(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.next(manner); next; next = queue.next(manner)) {
        const { call, language, chime } = next;
        await say(callSentence(language, call.number, { id: call.counter, name: call.name }), {
          chime,
        });
        await pause(BREATH);
      }
    } finally {
      busy = false;
    }
  }

  return {
    /** The page is live from this hub time on. */
    live: queue.live,
    tell(open: readonly OpenCall[], as: Manner): void {
      manner = as;
      queue.tell(open);
      if (audible()) void speak();
      else queue.silence();
    },
    silence(): void {
      queue.silence();
      hush();
    },
  };
}

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
