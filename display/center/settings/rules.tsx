import { useState } from 'preact/hooks';
import { localTime } from '../../../shared/calendar.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import type { RulesPage } from '../../../shared/city/views/rules.ts';
import type { MonthName } from '../../../shared/ids.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { cityRules } from '../../../shared/words/cityRules.ts';
import { Asked } from '../asking.tsx';
import { useCity } from '../question.ts';
import '../ranks/ranks.css';
import type { CityProps } from '../tabs.ts';
import { Choice } from './fields.tsx';
import { mayChange } from './mayChange.ts';
import './rules.css';
import { RulesForm, untouched } from './rulesForm.tsx';

/** 规则: what counts for a unit from a month on, who set it, and a new version of it. */
export function RulesPart(props: CityProps) {
  const { link, shell } = props;
  const w = words(cityRules);
  const now = localTime(shell.timeZone, link.hubNow()).date.slice(0, 7);
  const [chosen, choose] = useState<NodeId | null>(null);
  const [month, from] = useState(monthsFrom(now, 1, 2)[0] ?? now);
  // Kept while another month is asked about: what is changed stays changed.
  const [edits, edit] = useState(untouched);
  const node = chosen ?? shell.you.node ?? shell.ranking?.id ?? null;
  const asked = node && ({ type: 'rules', node, month: month as MonthName } as const);
  const said = useCity(link, asked, shell.decided);
  if (!node) return <Empty says={w.tree} />;
  return (
    <div class="city-part">
      <div class="rules-choice">
        <Choice
          label={w.unit}
          value={node}
          options={shell.nodes.map(({ id, name, depth }) => [
            id,
            `${'\u2003'.repeat(depth)}${pick(name)}`,
          ])}
          onChoose={(id) => {
            choose(id as NodeId);
            edit(untouched);
          }}
        />
        <Choice
          label={w.from}
          value={month}
          options={monthsFrom(now, -BACK, AHEAD).map((name) => [name, name])}
          onChoose={from}
        />
      </div>
      <Asked said={said}>
        {(page) => (
          <>
            <Stands {...props} page={page} />
            <RulesForm
              {...props}
              {...{ page, edits, edit, may: mayChange(props) && isOpen(page) }}
            />
            <Versions page={page} />
          </>
        )}
      </Asked>
    </div>
  );
}

/** Months that may be chosen beside the present one. */
const BACK = 12;
const AHEAD = 12;

function monthsFrom(now: string, first: number, last: number): string[] {
  const [year = 0, number = 1] = now.split('-').map(Number);
  return Array.from({ length: last - first }, (_, i) => {
    const at = year * 12 + number - 1 + first + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** A month that is closed keeps its rules. */
const isOpen = ({ month, closed }: RulesPage) => closed === null || month > closed;

function Stands({ shell, page }: CityProps & { page: RulesPage }) {
  const w = words(cityRules);
  const { inForce, month, node, closed } = page;
  const { setBy, measured } = inForce;
  const unit = shell.nodes.find(({ id }) => id === setBy);
  const whose = setBy === node ? w.own : w.setBy(unit ? pick(unit.name) : (setBy ?? ''));
  return (
    <p class="month-says">
      <strong>{w.inForce(measured.version, month)}</strong>
      <span>{setBy === null ? w.standard : whose}</span>
      {closed && !isOpen(page) && <span>{w.closed(closed)}</span>}
    </p>
  );
}

/** Every version of its own stays; each says from when it counts, and where it went. */
function Versions({ page: { versions } }: { page: RulesPage }) {
  const w = words(cityRules);
  return (
    <section>
      <h2>{w.versions}</h2>
      {versions.length === 0 && <Empty says={w.noVersions} />}
      <ul class="city-rows">
        {versions.map(({ name, rules, sent }) => (
          <li key={rules.from}>
            <p>
              <strong>{name}</strong>
              <span>{w.version(rules.from)}</span>
              <small>{w.sent(sent)}</small>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
