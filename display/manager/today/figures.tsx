import { ChevronDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { words } from '../../../shared/screen/language.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { Behind } from './behind.tsx';
import { FIGURES, type FigureName, type FigureProps } from './figureSet.ts';
import './figures.css';
import { readings } from './readings.tsx';

/** Six figures; one touch opens what is behind one: its definition, and what it is made of. */
export function Figures(props: FigureProps) {
  const [open, setOpen] = useState<FigureName | null>(null);
  const w = words(managerWords);
  return (
    <section class="figures" aria-label={w.title}>
      {FIGURES.map((name) => {
        const Reading = readings[name];
        return (
          <button
            key={name}
            type="button"
            class={`figure figure-${name}`}
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? null : name)}
          >
            <span class="figure-name">
              {w.figures[name]}
              <ChevronDown aria-hidden="true" />
            </span>
            <Reading {...props} />
          </button>
        );
      })}
      {open && <Behind name={open} {...props} onClose={() => setOpen(null)} />}
    </section>
  );
}
