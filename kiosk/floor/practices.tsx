import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { rectifications as boardWords } from '../../shared/words/rectifications.ts';
import './practices.css';

/** 先进做法, to read: they are written on the manager's panel. Nothing while there is none. */
export function Practices({ link }: { link: Link }) {
  const practices = link.view({ name: 'rectifications' }).value?.view.practices ?? [];
  const w = words(boardWords);
  if (practices.length === 0) return null;
  return (
    <details class="practices">
      <summary>
        {w.practices} <b>{practices.length}</b>
      </summary>
      <ul>
        {practices.map(({ id, title, text }) => (
          <li key={id}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
