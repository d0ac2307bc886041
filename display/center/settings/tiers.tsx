import { Plus, X } from 'lucide-preact';
import type { Seat, Tiers } from '../../../shared/city/rules/commands.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { cityProposals } from '../../../shared/words/cityProposals.ts';
import { cityRules } from '../../../shared/words/cityRules.ts';

interface TiersProps {
  readonly kind: 'rewards' | 'fines';
  readonly value: Tiers;
  /** Left out, it is only read. */
  readonly onValue?: ((value: Tiers) => void) | undefined;
}

/** 档次: a row each, from behind the one before up to a place, with an amount for each post. */
export function TierTable({ kind, value, onValue }: TiersProps) {
  const w = words(cityRules);
  const { seats } = words(cityProposals);
  const add = () => onValue?.([...value, { upTo: (value.at(-1)?.upTo ?? 0) + 1, amounts: {} }]);
  return (
    <section class="rules-tiers">
      <h2>{w[kind]}</h2>
      <section class="ranks-scroll" aria-label={w[kind]} {...{ tabIndex: 0 }}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.upTo}</th>
              {Object.entries(seats).map(([seat, name]) => (
                <th key={seat} scope="col">
                  {w.yuan(name)}
                </th>
              ))}
              {onValue && <td />}
            </tr>
          </thead>
          <tbody>
            {value.map((tier, i) => (
              <TierRow
                key={i}
                {...{ kind, value, tier, before: value[i - 1]?.upTo ?? 0 }}
                onTier={
                  onValue && ((next) => onValue(value.map((one, at) => (at === i ? next : one))))
                }
                onRemove={onValue && (() => onValue(value.filter((_, at) => at !== i)))}
              />
            ))}
          </tbody>
        </table>
      </section>
      {onValue && (
        <Button icon={<Plus aria-hidden="true" />} disabled={value.length >= 20} onPress={add}>
          {w.addTier}
        </Button>
      )}
    </section>
  );
}

type Tier = Tiers[number];

interface TierRowProps extends Omit<TiersProps, 'onValue'> {
  readonly tier: Tier;
  /** The last place of the tier before. */
  readonly before: number;
  readonly onTier: ((tier: Tier) => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

function TierRow({ kind, value, tier, before, onTier, onRemove }: TierRowProps) {
  const w = words(cityRules);
  const name = (kind === 'fines' ? w.last : w.place)(before + 1, tier.upTo);
  const seats = Object.entries(words(cityProposals).seats) as [Seat, string][];
  return (
    <tr>
      <th scope="row">
        {onTier && (
          <input
            {...{ type: 'number', required: true, min: before + 1, max: 100, step: 1 }}
            aria-label={`${w[kind]} ${name} ${w.upTo}`}
            value={tier.upTo}
            onInput={({ currentTarget: { valueAsNumber: upTo } }) =>
              Number.isInteger(upTo) && onTier({ ...tier, upTo })
            }
          />
        )}
        <small>{name}</small>
      </th>
      {seats.map(([seat, seatName]) => (
        <td key={seat}>
          {onTier ? (
            <input
              {...{ type: 'number', min: 0, max: 1_000_000, step: 1 }}
              aria-label={`${w[kind]} ${name} ${seatName}`}
              value={tier.amounts[seat] ?? ''}
              onInput={({ currentTarget: { valueAsNumber: yuan } }) =>
                onTier({ ...tier, amounts: amountsWith(tier, seat, yuan) })
              }
            />
          ) : (
            (tier.amounts[seat] ?? '–')
          )}
        </td>
      ))}
      {onRemove && (
        <td>
          <Button
            {...{ kind: 'quiet', label: `${w.removeTier} ${name}`, disabled: value.length < 2 }}
            icon={<X aria-hidden="true" />}
            onPress={onRemove}
          />
        </td>
      )}
    </tr>
  );
}

/** An empty field is no amount, which is not the same as none to pay. */
function amountsWith({ amounts }: Tier, seat: Seat, yuan: number): Tier['amounts'] {
  const { [seat]: _, ...others } = amounts;
  return Number.isNaN(yuan) ? others : { ...others, [seat]: Math.round(yuan) };
}
