import {
  Accessibility,
  CircleHelp,
  CreditCard,
  ShieldCheck,
  Undo2,
  UserRoundCheck,
  ZoomIn,
  ZoomOut,
} from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { kiosk } from '../../shared/words/kiosk.ts';

export interface AidsProps {
  readonly elder: boolean;
  readonly turnElder: () => void;
  readonly low: boolean;
  /** null: the panel is so low that all of it is within reach. */
  readonly turnLow: (() => void) | null;
  /** Somebody is on the way. */
  readonly helpComes: boolean;
  readonly help: () => void;
  readonly premium: boolean;
  /** null: no card is known here. */
  readonly card: (() => void) | null;
  readonly privacy: () => void;
}

/** The row that is always in the same place. */
export function Aids(aids: AidsProps) {
  const w = words(kiosk);
  const { elder, low, turnLow, helpComes, premium, card } = aids;
  return (
    <div class="aids">
      <Button icon={elder ? <ZoomOut /> : <ZoomIn />} pressed={elder} onPress={aids.turnElder}>
        {elder ? w.usual : w.larger}
      </Button>
      {turnLow && (
        <Button icon={<Accessibility />} pressed={low} onPress={turnLow}>
          {low ? w.usualReach : w.lowReach}
        </Button>
      )}
      <Button icon={helpComes ? <UserRoundCheck /> : <CircleHelp />} onPress={aids.help}>
        {helpComes ? w.helpComesShort : w.help}
      </Button>
      {card && (
        <Button icon={premium ? <Undo2 /> : <CreditCard />} onPress={card}>
          {premium ? w.ordinary : w.card}
        </Button>
      )}
      <Button icon={<ShieldCheck />} onPress={aids.privacy}>
        {w.privacy}
      </Button>
    </div>
  );
}
