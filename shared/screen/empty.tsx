import { CircleCheck } from 'lucide-preact';

interface EmptyProps {
  readonly says: string;
  /** What will stand here, and where it comes from. */
  readonly means?: string;
  /** That nothing is here is good: nothing is left to do. */
  readonly isGood?: boolean;
}

/** A list with nothing in it says so, the same way everywhere. */
export const Empty = ({ says, means, isGood = false }: EmptyProps) => (
  <div class="empty">
    {isGood && <CircleCheck aria-hidden="true" />}
    <p>
      {says}
      {means && <small>{means}</small>}
    </p>
  </div>
);
