import { Volume2, VolumeX } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { announcer } from '../../shared/screen/voice/announcer.ts';
import { CLIPS } from '../../shared/screen/voice/names.ts';
import { preference } from '../../shared/screen/voice/preference.ts';
import type { OpenCall } from '../../shared/screen/voice/queue.ts';
import { hush, say, speaker } from '../../shared/screen/voice/say.ts';
import type { LobbyView } from '../../shared/views/lobby.ts';
import { voice } from '../../shared/words/voice.ts';
import { VoiceControls } from './voiceControls.tsx';

/** On the wall many screens stand side by side in frames: there none speaks. */
const isFramed = window.parent !== window;

const blocked = () => speaker()?.blocked.value ?? false;
const audible = () => preference.value.speaks && !blocked();
const voiceOf = announcer({ say, hush, audible });

/** Calls that wait for their customers, whichever of them the display has room for. */
const openCalls = ({ counters }: LobbyView): OpenCall[] =>
  counters.flatMap(({ id, name, number, calledAt }) =>
    number !== null && calledAt !== null ? [{ counter: id, name, number, at: calledAt }] : [],
  );

interface AnnouncementsProps {
  readonly link: Link;
  readonly view: LobbyView;
}

/** Reads out each call, and shows how; everything it says stands on the display too. */
export function Announcements(props: AnnouncementsProps) {
  return isFramed ? null : <Spoken {...props} />;
}

function Spoken({ link, view }: AnnouncementsProps) {
  const live = link.status.value === 'live';
  const { speaks, volume } = preference.value;
  useEffect(() => speaker()?.prepare(CLIPS.calls), []);
  // Whatever was called while the hub was out of reach is on the display, and old.
  useEffect(() => {
    if (live) voiceOf.live(link.hubNow());
  }, [live]);
  useEffect(() => voiceOf.tell(live ? openCalls(view) : [], view.voice), [view, live]);
  useEffect(() => {
    if (!speaks) voiceOf.silence();
  }, [speaks]);
  useEffect(() => speaker()?.setVolume(volume), [volume]);
  const w = words(voice);
  return (
    <aside class="voice">
      {speaks && blocked() && (
        <p class="voice-note">
          <Volume2 /> {w.touch}
        </p>
      )}
      <VoiceControls />
    </aside>
  );
}

/** Small at the top edge: this screen was told not to speak. */
export function MutedSign() {
  if (isFramed || preference.value.speaks) return null;
  return <VolumeX class="voice-muted" role="img" aria-label={words(voice).muted} />;
}
