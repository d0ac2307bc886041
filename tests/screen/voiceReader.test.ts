import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localVoice, readAloud } from '../../shared/screen/voice/reader.ts';

const voice = (lang: string, localService: boolean) => ({ lang, localService, name: lang });

/** A browser's speech, of which the test decides what becomes. */
function browser(voices: object[]) {
  const said: EventTarget[] = [];
  const cancel = vi.fn();
  vi.stubGlobal('SpeechSynthesisUtterance', class extends EventTarget {});
  vi.stubGlobal('speechSynthesis', {
    ...{ getVoices: () => voices, cancel },
    speak: (utterance: EventTarget) => void said.push(utterance),
  });
  return { said, cancel };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('only a voice on this machine reads, Mandarin by whichever name it has', () => {
  browser([voice('zh-CN', false), voice('en-US', true)]);
  expect(localVoice('zh')).toBeNull();
  browser([voice('en-US', true), voice('cmn', true)]);
  expect(localVoice('zh')?.lang).toBe('cmn');
  browser([voice('zh-CN', true)]);
  expect(localVoice('zh')?.lang).toBe('zh-CN');
  expect(localVoice('en')).toBeNull();
});

test('a browser without speech has no voice', () => {
  expect(localVoice('zh')).toBeNull();
});

test.each(['end', 'error'])('a reading is over with its %s', async (what) => {
  const { said, cancel } = browser([]);
  const over = readAloud('请稍候', voice('zh-CN', true) as SpeechSynthesisVoice, 0.5);
  said[0]?.dispatchEvent(new Event(what));
  await over;
  expect(said[0]).toMatchObject({ lang: 'zh-CN', volume: 0.5 });
  expect(cancel).not.toHaveBeenCalled();
});

test('a reading whose end never comes is given up after a while', async () => {
  const { cancel } = browser([]);
  const over = vi.fn();
  void readAloud('请稍候', voice('zh-CN', true) as SpeechSynthesisVoice, 0.5).then(over);
  await vi.advanceTimersByTimeAsync(3000);
  expect(over).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2000);
  expect(over).toHaveBeenCalledOnce();
  expect(cancel).toHaveBeenCalledOnce();
});
