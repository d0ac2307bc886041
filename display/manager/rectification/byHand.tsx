import { useState } from 'preact/hooks';
import type { Track } from '../../../shared/care/rectifications/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { usePress } from '../../../shared/screen/press.ts';
import type { RectificationsView } from '../../../shared/views/rectifications.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';
import { trackName } from './figure.ts';
import { Owner } from './owner.tsx';

/** What somebody may have it tracked on; the first is for what has no figure. */
const TRACKS: readonly Track[] = [
  { measure: 'confirmed' },
  ...(['longestWait', 'averageWait', 'overLine'] as const).flatMap((measure) =>
    (['ordinary', 'premium'] as const).map((cls) => ({ measure, class: cls })),
  ),
  ...(['abandonRate', 'satisfaction', 'invitationRate'] as const).map((measure) => ({ measure })),
];

/** Opens one by hand: what is wrong, and what it is tracked on. */
export function ByHand({ link, view }: { link: Link; view: RectificationsView }) {
  const w = words(boardWords);
  const press = usePress(link);
  const [open, setOpen] = useState(false);
  const [what, setWhat] = useState('');
  const [track, setTrack] = useState(0);
  const [owner, setOwner] = useState('');
  const send = async () => {
    const reply = await press.send({
      ...{ type: 'rectification.open', source: { from: 'hand', what: what.trim() } },
      ...{ track: TRACKS[track], ...(owner && { owner: owner as StaffId }) },
    });
    if (!reply?.ok) return;
    setOpen(false);
    setWhat('');
  };
  if (!open)
    return (
      <Button onPress={() => setOpen(true)} class="board-new">
        {w.byHand}
      </Button>
    );
  return (
    <div class="put-right-form board-by-hand">
      <label class="field board-wide">
        <small>{w.what}</small>
        <input
          {...{ type: 'text', value: what, maxLength: 120 }}
          onInput={(e) => setWhat(e.currentTarget.value)}
        />
      </label>
      <label class="field">
        <small>{w.track}</small>
        <select value={track} onChange={(e) => setTrack(Number(e.currentTarget.value))}>
          {TRACKS.map((one, i) => (
            <option key={trackName(one)} value={i}>
              {trackName(one)}
            </option>
          ))}
        </select>
      </label>
      <Owner {...{ view, owner, onOwner: setOwner }} />
      <Refusal says={press.refusal} />
      <div class="put-right-steps">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: what.trim() === '' }}
          onPress={() => void send()}
        >
          {w.open}
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
