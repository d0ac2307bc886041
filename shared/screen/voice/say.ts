import type { Sentence } from './compose.ts';
import { preference } from './preference.ts';
import { localVoice, readAloud } from './reader.ts';
import { openSpeaker, type Speaker } from './speaker.ts';

let opened: Speaker | null | undefined;

/** The page's speaker, opened when first wanted; null where the browser has no Web Audio. */
export function speaker(): Speaker | null {
  try {
    opened ??= openSpeaker();
  } catch {
    opened = null;
  }
  return opened;
}

/**
 * Says one sentence as this device is set, and resolves when it is over or was hushed. A chime
 * before it is always a clip.
 */
export async function say(sentence: Sentence, how: { chime?: boolean } = {}): Promise<void> {
  const { from, volume } = preference.value;
  const chime = how.chime ? ['chime'] : [];
  const voice = from === 'browser' ? localVoice(sentence.language) : null;
  if (!voice) return speaker()?.play([...chime, ...sentence.clips], volume);
  if (how.chime) await speaker()?.play(chime, volume);
  await readAloud(sentence.text, voice, volume);
}

/** Ends what is being said. */
export function hush(): void {
  opened?.stop();
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
}
