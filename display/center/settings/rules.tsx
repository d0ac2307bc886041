import { ITEMS } from '../../../shared/month/items.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';
import { reportTables } from '../../../shared/words/reportTables.ts';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';

/** 规则: every version that a unit set, with the month it holds from. */
export function RulesPart({ link, shell }: CityProps) {
  const w = words(citySettings).rules;
  const said = useCity(link, { type: 'offices' }, shell.decided);
  if (said.is !== 'known') return null;
  if (said.answer.rules.length === 0) return <Empty says={w.standard} means={w.noneMeans} />;
  const { items } = words(reportTables);
  return (
    <div class="city-part">
      {said.answer.rules.map(({ node, versions }) => {
        const unit = shell.nodes.find(({ id }) => id === node);
        return (
          <section key={node}>
            <h2>{unit ? pick(unit.name) : node}</h2>
            <ul class="city-rows">
              {[...versions].reverse().map((rules) => (
                <li key={rules.version}>
                  <p>
                    <strong>{rules.version}</strong>
                    <span>{w.from(rules.from)}</span>
                    {ITEMS.map((item) => (
                      <small key={item}>
                        {items[item]} {rules.weights[item]}
                      </small>
                    ))}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
