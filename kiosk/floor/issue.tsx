import { useEffect, useState } from 'preact/hooks';
import type { ServiceId } from '../../shared/ids.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import { later } from '../../shared/screen/later.tsx';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { usePress } from '../../shared/screen/press.ts';
import type { CustomerClass } from '../../shared/settings.ts';
import type { FloorView } from '../../shared/views/floor.ts';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import type { CareReason } from '../../shared/visit/ticket.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { CareReasons } from './careReasons.tsx';
import './issue.css';
import { serviceName } from './serviceName.ts';

const PageCode = later(() => import('../../shared/screen/pageCode.tsx').then((it) => it.PageCode));

const CLASSES = ['ordinary', 'premium', 'care'] as const;
/** How long an issued number stays in sight, milliseconds. */
const STAYS = 20_000;

interface Issued {
  readonly number: string;
  readonly service: ServiceId;
  readonly class: CustomerClass;
  readonly page?: string | undefined;
}

/** 手工取号: the class, for care its reason, then one touch on the service issues the ticket. */
export function Issue({ link, view }: { link: Link; view: FloorView }) {
  const w = words(floorWords);
  const press = usePress(link);
  const [cls, setClass] = useState<CustomerClass>('ordinary');
  const [reason, setReason] = useState<CareReason | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setIssued(null), STAYS);
    return () => clearTimeout(timer);
  }, [issued]);
  const choose = (next: CustomerClass) => {
    setClass(next);
    setReason(null);
  };
  const issue = async (service: ServiceId) => {
    const reply = await press.send({
      ...{ type: 'ticket.issue', service, class: cls, by: 'hand' },
      ...(cls === 'care' && reason && { reason }),
    });
    if (!reply?.ok || !reply.number) return;
    setIssued({ number: reply.number, service, class: cls, page: reply.page });
    choose('ordinary');
  };
  if (!view.branch.dayOpen) return <p class="issue">{w.closed}</p>;
  return (
    <section class="issue" aria-label={w.issue}>
      <h2>{w.issue}</h2>
      <fieldset class="classes" aria-label={w.issue}>
        {CLASSES.map((c) => (
          <Button key={c} pressed={c === cls} onPress={() => choose(c)}>
            <i class={`shape shape-${c}`} />
            {words(lineWords).classes[c]}
          </Button>
        ))}
      </fieldset>
      {cls === 'care' && <CareReasons chosen={reason} onPick={setReason} />}
      <ul class="issue-services">
        {view.services.map((service) => (
          <li key={service.id}>
            <IssueButton
              {...{ service, busy: press.busy, disabled: cls === 'care' && !reason }}
              onPress={() => void issue(service.id)}
            />
          </li>
        ))}
      </ul>
      <Refusal says={press.refusal} />
      {issued && !press.refusal && <JustIssued issued={issued} view={view} />}
      {!view.doors && <small>{w.doorsShut}</small>}
    </section>
  );
}

interface IssueButtonProps {
  readonly service: ServiceQueue;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

function IssueButton({ service, ...rest }: IssueButtonProps) {
  return (
    <Button {...rest}>
      <span>{pick(service.name)}</span>
      <small>{words(floorWords).waiting(service.waiting)}</small>
    </Button>
  );
}

function JustIssued({ issued, view }: { issued: Issued; view: FloorView }) {
  const what = [words(lineWords).classes[issued.class], serviceName(view, issued.service)];
  return (
    <div class="issued" role="status">
      <TicketNumber key={issued.number} value={issued.number} size="title" />
      <span>
        {words(floorWords).issued}
        <small>{what.join(' · ')}</small>
      </span>
      {issued.page && <PageCode page={issued.page} number={issued.number} />}
    </div>
  );
}
