import type { RatingLevel } from '../visit/ticket.ts';

/**
 * Drawn for this product: one brush ring, eyes like the marks of the line, and a mouth of one
 * stroke. All four carry the same ink, so that no answer weighs more than another.
 */
const strokes: Record<RatingLevel, string> = {
  verySatisfied: 'M37 52q7-10 14 0M69 52q7-10 14 0M33 68q27 37 54 0',
  satisfied: 'M44 42v13M76 42v13M37 73q23 19 46 0',
  fair: 'M44 42v13M76 42v13M38 79h44',
  dissatisfied: 'M44 42v13M76 42v13M37 86q23-19 46 0',
};

export function Face({ level }: { level: RatingLevel }) {
  return (
    <svg class="face" viewBox="0 0 120 120" aria-hidden="true">
      <path d="M83 12.2A53 53 0 1 0 94.1 19.4" />
      <path d={strokes[level]} />
    </svg>
  );
}
