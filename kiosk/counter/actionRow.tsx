import {
  Accessibility,
  ArrowRightLeft,
  BellRing,
  DoorClosed,
  Hourglass,
  MessageSquareHeart,
  Pause,
  RotateCcw,
  UserPlus,
  UserX,
} from 'lucide-preact';
import type { ComponentType } from 'preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import './actions.css';
import type { Action, ActionName } from './actions.ts';

const icons: Record<ActionName, ComponentType> = {
  again: RotateCcw,
  missed: UserX,
  transfer: ArrowRightLeft,
  hold: Hourglass,
  invite: MessageSquareHeart,
  pause: Pause,
  walkIn: UserPlus,
  first: Accessibility,
  call: BellRing,
  close: DoorClosed,
};

interface ActionRowProps {
  readonly actions: readonly Action[];
  readonly busy: boolean;
  readonly onPress: (action: Action) => void;
}

/** What is less often needed, quiet, each in its place. */
export function ActionRow({ actions, busy, onPress }: ActionRowProps) {
  const w = words(counterWords);
  return (
    <div class="actions">
      {actions.map((action) => {
        const Icon = icons[action.name];
        return (
          <Button
            key={action.name}
            {...{ icon: <Icon />, busy, disabled: action.does === null }}
            {...(action.key && { hint: action.key })}
            onPress={() => onPress(action)}
          >
            <span>
              {action.inSeconds > 0 ? w.seconds(action.inSeconds) : w.actions[action.name]}
            </span>
          </Button>
        );
      })}
    </div>
  );
}
