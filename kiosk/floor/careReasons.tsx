import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { CareReason } from '../../shared/visit/ticket.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';

interface CareReasonsProps {
  readonly chosen?: CareReason | null;
  readonly busy?: boolean;
  readonly onPick: (reason: CareReason) => void;
}

/** 特殊关爱: why somebody goes first; the reason alone is kept, nothing about the person. */
export function CareReasons({ chosen, busy = false, onPick }: CareReasonsProps) {
  const w = words(floorWords);
  return (
    <fieldset class="care-reasons" aria-label={w.careWhy}>
      <small>{w.careWhy}</small>
      {(Object.keys(w.reasons) as CareReason[]).map((reason) => (
        <Button
          key={reason}
          {...{ busy, ...(chosen !== undefined && { pressed: reason === chosen }) }}
          onPress={() => onPick(reason)}
        >
          {w.reasons[reason]}
        </Button>
      ))}
    </fieldset>
  );
}
