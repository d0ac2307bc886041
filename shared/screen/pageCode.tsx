import { visit } from '../words/visit.ts';
import { words } from './language.ts';
import './pageCode.css';
import { Qr } from './qr.tsx';

/** The way to a ticket's own page, beside its number: one code, one plain line. */
export function PageCode({ page, number }: { page: string; number: string }) {
  const w = words(visit);
  return (
    <figure class="page-code">
      <Qr text={page} label={w.qrOf(number)} />
      <figcaption>{w.qr}</figcaption>
    </figure>
  );
}
