import { CircleAlert, Info } from 'lucide-preact';
import type { Lack } from '../../../shared/city/months/figures.ts';
import { unreachable } from '../../../shared/result.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { cityProposals } from '../../../shared/words/cityProposals.ts';
import { addressOf } from '../address.ts';
import type { StepProps } from './page.tsx';

const BLOCKING: readonly Lack['what'][] = ['ledger', 'refused', 'corrections', 'alarm'];

/** 1 查缺: what is to be put right first, then what has only to be known. */
export function Lacks({ page, shell }: StepProps) {
  const w = words(cityMonth);
  if (page.lacks.length === 0) return <Empty says={w.lacks.none} means={w.stepMeans.preview} />;
  const nameOf = (lack: Lack) => {
    if ('branch' in lack)
      return shell.branches.find(({ id }) => id === lack.branch)?.name ?? lack.branch;
    const node = shell.nodes.find(({ id }) => id === lack.node);
    return node ? pick(node.name) : lack.node;
  };
  const parts = [
    { title: w.lacks.blocks, icon: CircleAlert, of: page.lacks.filter(isBlocking) },
    { title: w.lacks.known, icon: Info, of: page.lacks.filter((lack) => !isBlocking(lack)) },
  ];
  return (
    <div class="lacks">
      {parts.map(
        ({ title, icon: Icon, of }) =>
          of.length > 0 && (
            <section key={title}>
              <h2>
                <Icon aria-hidden="true" />
                {title}
              </h2>
              <ul>
                {of.map((lack) => (
                  <li key={`${lack.what} ${nameOf(lack)} ${'seat' in lack ? lack.seat : ''}`}>
                    {'branch' in lack ? (
                      <a href={addressOf('branch', lack.branch)}>{nameOf(lack)}</a>
                    ) : (
                      <strong>{nameOf(lack)}</strong>
                    )}
                    <span>{said(lack)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

const isBlocking = ({ what }: Lack) => BLOCKING.includes(what);

function said(lack: Lack): string {
  const { lacks: w } = words(cityMonth);
  const { seats } = words(cityProposals);
  switch (lack.what) {
    case 'ledger':
      return w.ledger(lack.through);
    case 'refused':
      return w.refused;
    case 'corrections':
      return w.corrections(lack.n);
    case 'alarm':
      return w.alarm(lack.n);
    case 'nothing':
      return w.nothing;
    case 'unbound':
      return w.unbound;
    case 'vacant':
      return w.vacant(seats[lack.seat] ?? lack.seat, lack.days);
    default:
      return unreachable(lack);
  }
}
