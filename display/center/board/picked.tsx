import type { ComponentChildren } from 'preact';
import type { BranchId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { Text } from '../../../shared/settings.ts';
import type { Picks } from './picks.tsx';

interface PickedProps {
  readonly picks: Picks;
  /** How many are picked, or what came of the last ones. */
  readonly says: string;
  /** What is offered while none is picked: all of these at once. */
  readonly offered: readonly BranchId[];
  readonly pickThem: string;
  readonly unpick: string;
  readonly submit: (event: Event) => void;
  readonly refusal: Text | null;
  readonly children: ComponentChildren;
}

/** The form over a list of branches to pick from; its fields are there once any is picked. */
export function Picked({ picks, says, offered, submit, refusal, ...more }: PickedProps) {
  const isAny = picks.all.length > 0;
  return (
    <form class="board-picked" onSubmit={submit}>
      <p>
        <span role="status">{says}</span>
        {offered.length > 0 && !isAny && (
          <Button kind="quiet" onPress={() => picks.set(offered)}>
            {more.pickThem}
          </Button>
        )}
        {isAny && (
          <Button kind="quiet" onPress={() => picks.set([])}>
            {more.unpick}
          </Button>
        )}
      </p>
      {isAny && <div>{more.children}</div>}
      <Refusal says={refusal} />
    </form>
  );
}
