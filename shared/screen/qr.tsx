import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** A QR code as one path; each dark module is a unit square. Dark on light, whatever is around it. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}

/** Four light modules around it, as readers expect (ISO/IEC 18004). */
function drawn(text: string) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
