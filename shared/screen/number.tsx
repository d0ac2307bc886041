/** A ticket's number: the letter a little lighter than the digits, digits of one width. */
export function TicketNumber({ value, size }: { value: string; size?: NumberSize }) {
  const letters = /^[^\d]*/.exec(value)?.[0] ?? '';
  return (
    <span class={`number ${size ? `number-${size}` : ''}`}>
      <span class="number-letter">{letters}</span>
      {value.slice(letters.length)}
    </span>
  );
}

/** Without a size it takes the text's around it. */
export type NumberSize = 'lead' | 'title' | 'figure' | 'number';
