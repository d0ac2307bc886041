import type { FunctionComponent } from 'preact';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { addressOf } from '../address.ts';
import '../settings/settings.css';
import type { CityProps } from '../tabs.ts';
import './board.css';
import { ComplaintsPart } from './complaints.tsx';
import { FollowedPart } from './followed.tsx';
import { InspectionsPart } from './inspections.tsx';
import { PromptsPart } from './prompts.tsx';
import type { BoardProps } from './props.ts';
import { RectificationsPart } from './rectifications.tsx';
import { SentPart } from './sent.tsx';

const PARTS = [
  ...(['rectifications', 'complaints', 'inspections'] as const),
  ...(['prompts', 'sent', 'followed'] as const),
] as const;
type Part = (typeof PARTS)[number];

const SHOWN: Readonly<Record<Part, FunctionComponent<BoardProps>>> = {
  ...{ rectifications: RectificationsPart, complaints: ComplaintsPart },
  ...{ inspections: InspectionsPart, prompts: PromptsPart },
  ...{ sent: SentPart, followed: FollowedPart },
};

/** 督办: `#board/complaints`; what stands behind that is the part's own. */
export function Page(props: CityProps) {
  const { shell, path } = props;
  const w = words(cityBoard);
  const open = PARTS.find((part) => part === path[0]) ?? 'rectifications';
  const unit = props.node ?? shell.you.node ?? shell.ranking?.id ?? null;
  if (!unit) return <Empty says={words(cityMonth).noTree} means={words(cityMonth).noTreeMeans} />;
  const Shown = SHOWN[open];
  const { role } = shell.you;
  const may = role === 'administrator' || role === 'operations';
  return (
    <div class="city-settings">
      <nav class="segments" aria-label={w.parts[open]}>
        {PARTS.map((part) => (
          <a
            key={part}
            href={addressOf('board', part)}
            aria-current={part === open ? 'true' : undefined}
          >
            {w.parts[part]}
          </a>
        ))}
      </nav>
      <Shown {...props} {...{ unit, may, path: path.slice(1) }} />
    </div>
  );
}
