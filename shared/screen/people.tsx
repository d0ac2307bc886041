/** More marks than this stop being countable: the figure beside them says the rest. */
const SHOWN = 16;

/**
 * People in line as marks, the product's sign small: each who waits a bar, then one's own place,
 * open while one is only asking and filled once one has a number.
 */
export function People({ ahead, self }: { ahead: number; self?: 'asking' | 'waiting' }) {
  const shown = Math.min(ahead, SHOWN);
  return (
    <span class="people" aria-hidden="true">
      {Array.from({ length: shown }, (_, i) => (
        <i key={i} />
      ))}
      {ahead > SHOWN && <b />}
      {self && <i class={`people-${self}`} />}
    </span>
  );
}
