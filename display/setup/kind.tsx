import {
  Building2,
  FilePen,
  Landmark,
  type LucideIcon,
  Stethoscope,
  WandSparkles,
} from 'lucide-preact';
import type { PlaceKind } from '../../shared/questions/setUpStart.ts';
import { words } from '../../shared/screen/language.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import type { Step } from './draft.ts';
import type { WizardProps } from './wizard.tsx';

const ICONS: Readonly<Record<PlaceKind | 'now', LucideIcon>> = {
  ...{ bank: Landmark, government: Building2, clinic: Stethoscope },
  ...{ blank: WandSparkles, now: FilePen },
};

/** What kind of place it is decides what the other steps begin with. */
export function KindStep({ start, draft, onStep }: WizardProps & { onStep: (step: Step) => void }) {
  const w = words(setUpWords);
  const { samples, now, isDefault } = start;
  const kinds = [
    ...(isDefault ? [] : (['now'] as const)),
    ...(Object.keys(samples) as PlaceKind[]),
  ];
  const choose = (kind: PlaceKind | 'now') => {
    // What was filled in under one kind is not thrown away by another look at the same.
    if (draft.value.kind === kind) return onStep('branch');
    const { timeZone } = now.branch;
    const sample = kind === 'now' ? now : samples[kind];
    const settings = { ...sample, branch: { ...sample.branch, timeZone } };
    draft.set({ kind, settings, step: 'branch' });
  };
  return (
    <ul class="set-up-kinds">
      {kinds.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <li key={kind}>
            <button
              type="button"
              aria-pressed={draft.value.kind === kind}
              onClick={() => choose(kind)}
            >
              <Icon aria-hidden="true" />
              <strong>{w.kinds[kind].name}</strong>
              <span>{w.kinds[kind].what}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
