/** A text is over after this long, milliseconds: without an audio device `end` never comes. */
const timeFor = (text: string) => 3000 + text.length * 300;

/** A Chinese voice that is on this machine; voices of a service elsewhere are not asked. */
export function localVoice(language: 'zh' | 'en'): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const wanted = language === 'zh' ? /^(zh|cmn)\b/i : /^en\b/i;
  const voices = speechSynthesis.getVoices();
  return voices.find((v) => v.localService && wanted.test(v.lang)) ?? null;
}

/** Lets the browser read a text; resolves when it is over, failed, or took too long. */
export function readAloud(
  text: string,
  voice: SpeechSynthesisVoice,
  volume: number,
): Promise<void> {
  return new Promise((over) => {
    const said = new SpeechSynthesisUtterance(text);
    const end = () => {
      clearTimeout(timer);
      over();
    };
    const timer = setTimeout(() => {
      speechSynthesis.cancel();
      end();
    }, timeFor(text));
    Object.assign(said, { voice, lang: voice.lang, volume, rate: 0.9 });
    said.addEventListener('end', end);
    said.addEventListener('error', end);
    speechSynthesis.speak(said);
  });
}
