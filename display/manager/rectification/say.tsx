import { useState } from 'preact/hooks';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Press } from '../../../shared/screen/press.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';

interface SayProps {
  readonly press: Press;
  readonly asks: string;
  readonly does: string;
  /** UTF-16 units. */
  readonly most: number;
  readonly command: (said: string) => LobbyCommand;
  readonly onClose: () => void;
}

/** A step that needs one line of text. */
export function Say({ press, asks, does, most, command, onClose }: SayProps) {
  const w = words(boardWords);
  const [text, setText] = useState('');
  const said = text.trim();
  const send = async () => {
    const reply = await press.send(command(said));
    if (reply?.ok) onClose();
  };
  return (
    <div class="put-right-form">
      <label class="field board-wide">
        <small>{asks}</small>
        <input
          {...{ type: 'text', value: text, maxLength: most }}
          onInput={(e) => setText(e.currentTarget.value)}
        />
      </label>
      <div class="put-right-steps">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: said === '' }}
          onPress={() => void send()}
        >
          {does}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
