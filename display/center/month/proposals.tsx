import type { PersonId } from '../../../shared/city/ids.ts';
import type { ProposalBody } from '../../../shared/city/months/facts.ts';
import type { Proposal } from '../../../shared/city/months/state.ts';
import type { MonthPage } from '../../../shared/city/views/month.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { dateLine } from '../../../shared/screen/time.ts';
import { cityProposals } from '../../../shared/words/cityProposals.ts';
import { Acts } from './acts.tsx';
import type { StepProps } from './page.tsx';

/** 4 奖惩建议: each with rule, figures and person; nothing takes effect without somebody's word. */
export function Proposals(props: StepProps) {
  const { page } = props;
  const w = words(cityProposals);
  const made = page.closing ? page.proposals : (page.preview?.proposals ?? []);
  if (made.length === 0) return <Empty says={w.none} means={w.noneMeans} />;
  const kinds = (['reward', 'fine'] as const).map((kind) => ({
    kind,
    of: made.filter((one) => one.kind === kind),
  }));
  return (
    <div class="proposals">
      {kinds.map(
        ({ kind, of }) =>
          of.length > 0 && (
            <section key={kind}>
              <h2>{w.kind[kind]}</h2>
              <ul>
                {of.map((one) => (
                  <Card key={keyOf(one)} {...props} one={one} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

const keyOf = (one: ProposalBody) => [one.branch, one.seat, one.person, one.why].join(' ');

const isMade = (one: ProposalBody): one is Proposal => 'id' in one;

function Card(props: StepProps & { one: ProposalBody }) {
  const { one, page, shell } = props;
  const w = words(cityProposals);
  const branch = page.branches.find(({ branch: id }) => id === one.branch);
  return (
    <li class="proposal" data-is={isMade(one) ? one.is : 'preview'}>
      <div class="proposal-who">
        <strong>{nameOf(page, one.person)}</strong>
        <span>
          {words(cityProposals).seats[one.seat] ?? one.seat} · {unitOf(props)}
        </span>
        <b>{one.amount === null ? w.noAmount : w.amount(one.amount)}</b>
      </div>
      <p class="proposal-why">
        <span>{branch ? pick(branch.name) : one.branch}</span>
        <span>{w.place(one.place, one.of)}</span>
        <span>{w.mean(one.mean.toFixed(2))}</span>
        <span>{w.tier(one.tier)}</span>
        {one.kind === 'fine' && <span>{w.times(one.times)}</span>}
        {one.why === 'repeat' && <span>{w.repeat}</span>}
        {one.days < one.ofDays && <span>{w.days(one.days, one.ofDays)}</span>}
        <span>{w.rule(one.version)}</span>
      </p>
      {isMade(one) && (
        <>
          <p class="proposal-is">
            <strong>{w.is[one.is]}</strong>
          </p>
          <Steps one={one} page={page} timeZone={shell.timeZone} />
          <Acts {...props} one={one} />
        </>
      )}
    </li>
  );
}

const nameOf = ({ people }: MonthPage, person: PersonId) => people[person] ?? person;

function unitOf({ shell, one }: StepProps & { one: ProposalBody }): string {
  const node = shell.nodes.find(({ id }) => id === one.node);
  return node ? pick(node.name) : one.node;
}

/** Who said what of it, in their order; all of it stays. */
function Steps({ one, page, timeZone }: { one: Proposal; page: MonthPage; timeZone: string }) {
  const w = words(cityProposals);
  if (one.steps.length === 0) return null;
  return (
    <ol class="proposal-steps">
      {one.steps.map((step, i) => {
        const why = 'reason' in step ? step.reason : 'grounds' in step ? step.grounds : null;
        const note = why ?? ('note' in step ? step.note : null);
        const who = 'who' in step ? step.who : step.by;
        return (
          <li key={i}>
            {dateLine({ timeZone, offset: 0 }, step.at)} · {nameOf(page, who)} {w.steps[step.is]}
            {note && w.because(note)}
          </li>
        );
      })}
    </ol>
  );
}
