import { words } from '../../../shared/screen/language.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';
import { addressOf } from '../address.ts';
import type { CityProps } from '../tabs.ts';
import { BranchesPart } from './branches.tsx';
import { PeoplePart } from './people.tsx';
import { RulesPart } from './rules.tsx';
import './settings.css';
import { TreePart } from './tree.tsx';

const PARTS = ['people', 'tree', 'branches', 'rules'] as const;
type Part = (typeof PARTS)[number];

/** Who else may come in, and who holds which post, is not a leader's to see. */
const OF_LEADER: readonly Part[] = ['branches', 'rules'];

const SHOWN = { people: PeoplePart, tree: TreePart, branches: BranchesPart, rules: RulesPart };

/** 设置: `#settings/tree`. Whoever may not change sees the same, without a button. */
export function Page(props: CityProps) {
  const w = words(citySettings);
  const named = props.path[0];
  const parts = props.shell.you.role === 'leader' ? OF_LEADER : PARTS;
  const open = parts.find((part) => part === named) ?? parts[0] ?? 'rules';
  const Shown = SHOWN[open];
  return (
    <div class="city-settings">
      <nav class="segments" aria-label={words(citySettings).parts.people}>
        {parts.map((part) => (
          <a
            key={part}
            href={addressOf('settings', part)}
            aria-current={part === open ? 'true' : undefined}
          >
            {w.parts[part]}
          </a>
        ))}
      </nav>
      <Shown {...props} />
    </div>
  );
}
