import { Check, Minus, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Health, HubHealth } from '../../../../shared/questions/health.ts';
import { pick, words } from '../../../../shared/screen/language.ts';
import { useNow } from '../../../../shared/screen/now.ts';
import { PrinterList } from '../../../../shared/screen/printers.tsx';
import { useQuestion } from '../../../../shared/screen/question.ts';
import { moment, runningTime } from '../../../../shared/screen/time.ts';
import type { Branch } from '../../../../shared/views/parts.ts';
import { devices as deviceWords } from '../../../../shared/words/devices.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { CenterLine } from '../../center/line.tsx';
import type { TabProps } from '../../tabs.ts';
import { Answered, Head } from './head.tsx';
import './machines.css';

/** Hub milliseconds between two looks. */
const ANEW = 10_000;

/** `#today/machines`: the machines of the hall, and the hub itself. */
export function Page({ link, view }: TabProps) {
  const w = words(pastWords);
  const now = useNow(link, ANEW);
  const said = useQuestion(link, { type: 'machines.health' }, Math.floor(now / ANEW));
  return (
    <div class="past">
      <Head title={w.machines} />
      <Answered of={said}>
        {(health) => <Machines {...{ health, now, branch: view.branch }} />}
      </Answered>
      <CenterLine {...{ now, center: view.center, branch: view.branch, untaken: view.untaken }} />
    </div>
  );
}

interface MachinesProps {
  readonly health: Health;
  readonly branch: Branch;
  readonly now: number;
}

function Machines({ health, branch, now }: MachinesProps) {
  const w = words(pastWords).health;
  const rows = hubRows(health.hub, { branch, now });
  const { devices, terminalsOff } = health;
  const wrong =
    [...rows, ...devices.map((d) => ({ good: d.online }))].filter(({ good }) => good === false)
      .length + terminalsOff.length;
  return (
    <>
      <p class="machines-all" data-good={wrong === 0}>
        <Sign good={wrong === 0} />
        {wrong === 0 ? w.good : w.wrong(wrong)}
      </p>
      <div class="machines">
        <section aria-labelledby="machines-hub">
          <h2 id="machines-hub">{w.hub}</h2>
          <ul>
            {rows.map((row) => (
              <Row key={row.name} {...row} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="machines-hall">
          <h2 id="machines-hall">{w.hall}</h2>
          {devices.length === 0 && <p class="past-note">{w.noDevices}</p>}
          <ul>
            {terminalsOff.map(({ counter, name, since }) => (
              <Row key={counter} good={false} name={w.terminal(pick(name))}>
                {w.terminalOff(moment(branch, since, now))}
              </Row>
            ))}
            {devices.map(({ id, name, role, online, seenAt, offMinutes }) => (
              <Row key={id} good={online} name={name ?? words(deviceWords).roles[role]}>
                {seenAt === null ? w.online : w.offline(moment(branch, seenAt, now))}
                {offMinutes > 0 && <small>{w.off(offMinutes)}</small>}
              </Row>
            ))}
          </ul>
          <PrinterList rows={health.printers} branch={branch} />
        </section>
      </div>
    </>
  );
}

interface RowProps {
  /** null: nobody can say. */
  readonly good: boolean | null;
  readonly name: string;
  readonly children?: ComponentChildren;
}

function Row({ good, name, children }: RowProps) {
  return (
    <li class="machine" data-good={good ?? undefined}>
      <Sign good={good} />
      <strong>{name}</strong>
      <span>{children}</span>
    </li>
  );
}

function Sign({ good }: Pick<RowProps, 'good'>) {
  if (good === null) return <Minus aria-hidden="true" />;
  return good ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />;
}

const SOUND = { verified: true, verifying: null, damaged: false };
const ROOM = { free: true, unknown: null, 'nearly full': false };

function hubRows(
  hub: HubHealth,
  { branch, now }: Pick<MachinesProps, 'branch' | 'now'>,
): RowProps[] {
  const w = words(pastWords).health;
  const age = hub.backupAge === null ? null : w.ago(runningTime(hub.backupAge * 1000));
  const room = hub.freeBytes === null ? null : w.left((hub.freeBytes / 2 ** 30).toFixed(1));
  const row = (name: string, good: boolean | null, ...says: (string | null)[]) => ({
    name,
    good,
    children: says.filter(Boolean).join(' · '),
  });
  return [
    row(w.ledger, hub.ledger === 'writable', w.ledgerIs[hub.ledger]),
    row(w.history, SOUND[hub.history], w.historyIs[hub.history](hub.entries)),
    row(w.backup, hub.backup === 'fresh', w.backupIs[hub.backup], age),
    row(w.disk, ROOM[hub.disk], w.diskIs[hub.disk], room),
    row(w.clock, hub.clock === 'sane', w.clockIs[hub.clock]),
    ...(hub.startedAt === null ? [] : [row(w.started, true, moment(branch, hub.startedAt, now))]),
  ];
}
