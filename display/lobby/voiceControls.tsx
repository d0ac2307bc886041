import { Minus, Plus, Volume2, VolumeX } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { prefer, preference, turnVolume } from '../../shared/screen/voice/preference.ts';
import { localVoice } from '../../shared/screen/voice/reader.ts';
import { voice } from '../../shared/words/voice.ts';

/** They go again when nobody has moved for this long, milliseconds. */
const SHOWN = 6000;

const turnMute = () => prefer({ speaks: !preference.value.speaks });
const keys: Record<string, () => void> = {
  m: turnMute,
  '+': () => turnVolume(1),
  '=': () => turnVolume(1),
  '-': () => turnVolume(-1),
};

/** Mute and volume of this device, there while somebody is at it: a touch, a mouse, `m`, `+`, `-`. */
export function VoiceControls() {
  if (!useSomebodyThere()) return null;
  const w = words(voice);
  const { speaks, volume, from } = preference.value;
  return (
    <div class="voice-controls">
      <Button icon={speaks ? <VolumeX /> : <Volume2 />} hint="m" onPress={turnMute}>
        {speaks ? w.mute : w.speak}
      </Button>
      <Button icon={<Minus />} label={w.quieter} onPress={() => turnVolume(-1)} />
      <output>{w.volume(Math.round(volume * 100))}</output>
      <Button icon={<Plus />} label={w.louder} onPress={() => turnVolume(1)} />
      {localVoice('zh') && (
        <Button
          pressed={from === 'browser'}
          onPress={() => prefer({ from: from === 'browser' ? 'clips' : 'browser' })}
        >
          {w.browser}
        </Button>
      )}
    </div>
  );
}

function useSomebodyThere(): boolean {
  const [there, set] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const seen = () => {
      set(true);
      clearTimeout(timer);
      timer = setTimeout(() => set(false), SHOWN);
    };
    const pressed = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      const does = keys[key.toLowerCase()];
      if (!does || ctrlKey || metaKey) return;
      seen();
      does();
    };
    document.addEventListener('pointermove', seen);
    document.addEventListener('pointerdown', seen);
    document.addEventListener('keydown', pressed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', seen);
      document.removeEventListener('pointerdown', seen);
      document.removeEventListener('keydown', pressed);
    };
  }, []);
  return there;
}
