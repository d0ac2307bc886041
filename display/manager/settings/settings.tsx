import { HeartPulse, MonitorSmartphone, Ruler } from 'lucide-preact';
import type { SettingsNow } from '../../../shared/questions/settingsNow.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import { moment } from '../../../shared/screen/time.ts';
import type { Branch } from '../../../shared/views/parts.ts';
import { settingsChange } from '../../../shared/words/settingsChange.ts';
import { settingsNow } from '../../../shared/words/settingsNow.ts';
import { tabs as tabWords } from '../../../shared/words/tabs.ts';
import { addressOf } from '../address.ts';
import type { TabProps } from '../tabs.ts';
import { Answered } from '../today/past/head.tsx';
import { ChangePart } from './change.tsx';
import { type Group, groupsOf } from './groups.ts';
import { type Editable, isEditable } from './partForm.tsx';
import './settings.css';

/** 设置: what is in force, or the form by which one part of it is changed. */
export function Page({ link, view, path }: TabProps) {
  const [part] = path;
  const mayChange = isTheirs(link);
  return mayChange && isEditable(part) ? (
    <Change key={part} {...{ link, view, part }} />
  ) : (
    <InForce {...{ link, view, mayChange, isDone: part === 'done' }} />
  );
}

type Seen = Pick<TabProps, 'link' | 'view'>;

/** Asked anew wherever it is used: a form on what stood before the last change would be refused. */
function useSettings({ link, view }: Seen) {
  const told = JSON.stringify([view.lines, view.branch, view.services, view.counters.length]);
  return useQuestion(link, { type: 'settings.now' }, told);
}

function Change({ part, ...seen }: Seen & { readonly part: Editable }) {
  return (
    <div class="past settings">
      <Answered of={useSettings(seen)}>
        {(settings) => <ChangePart {...{ link: seen.link, part, settings }} />}
      </Answered>
    </div>
  );
}

interface InForceProps extends Seen {
  readonly mayChange: boolean;
  readonly isDone: boolean;
}

/** What is in force, each with whether this branch set it, and where to set what can be set. */
function InForce({ mayChange, isDone, ...seen }: InForceProps) {
  const w = words(settingsNow);
  const { branch } = seen.view;
  return (
    <div class="past settings">
      <h1 class="unseen">{words(tabWords).settings}</h1>
      <Here />
      <p class="past-note">{w.how}</p>
      {isDone && <p class="settings-done">{words(settingsChange).done}</p>}
      <Answered of={useSettings(seen)}>
        {(settings) => (
          <>
            <Groups {...{ settings, mayChange }} />
            <Changes {...{ changes: settings.changes, branch, now: seen.link.hubNow() }} />
          </>
        )}
      </Answered>
    </div>
  );
}

/** Who is let in is set on a page of its own, in this tab: whoever signed in here is there too. */
function Here() {
  const w = words(settingsNow);
  return (
    <ul class="settings-here" aria-label={w.here}>
      <li>
        <a href="/display/devices/">
          <MonitorSmartphone aria-hidden="true" />
          <strong>{w.devices}</strong>
        </a>
        <small>{w.devicesMeans}</small>
      </li>
      <li>
        <a href={addressOf('today', 'machines')}>
          <HeartPulse aria-hidden="true" />
          <strong>{w.machines}</strong>
        </a>
        <small>{w.machinesMeans}</small>
      </li>
      <li>
        <p>
          <Ruler aria-hidden="true" />
          <strong>{w.rights}</strong>
        </p>
        <small>{w.rightsMeans}</small>
      </li>
    </ul>
  );
}

/** As the hub sees it too: the branch manager, whoever stands in, or this machine itself. */
function isTheirs(link: Link): boolean {
  const you = link.you.value;
  return (
    you?.role === 'loopback' || you?.founding === true || you?.person?.post === 'branchManager'
  );
}

interface GroupsProps {
  readonly settings: SettingsNow;
  readonly mayChange: boolean;
}

const Groups = ({ settings, mayChange }: GroupsProps) => (
  <div class="settings-groups">
    {groupsOf(settings).map((group) => (
      <SettingsGroup
        key={group.name}
        {...{ group, mayChange, isOwn: settings.own.includes(group.name) }}
      />
    ))}
  </div>
);

interface GroupProps {
  readonly group: Group;
  readonly isOwn: boolean;
  readonly mayChange: boolean;
}

/** Which form changes a group; targets stand with the lines. */
const FORM: Partial<Record<Group['name'], Editable>> = {
  ...{ branch: 'name', hours: 'hours', services: 'services', counters: 'counters' },
  ...{ lines: 'lines', targets: 'lines', texts: 'texts' },
};

function SettingsGroup({ group, isOwn, mayChange }: GroupProps) {
  const w = words(settingsNow);
  const change = words(settingsChange);
  const form = mayChange ? FORM[group.name] : undefined;
  return (
    <section class="settings-group">
      <h2>
        {w.groups[group.name]}
        <small data-own={isOwn || undefined}>{isOwn ? w.own : w.standard}</small>
        {form && (
          <a href={addressOf('settings', form)} aria-label={change.changeOf(change.parts[form])}>
            {change.change}
          </a>
        )}
      </h2>
      <dl>
        {group.rows.map(([name, value], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ChangesProps extends Pick<SettingsNow, 'changes'> {
  readonly branch: Branch;
  readonly now: number;
}

/** Who changed what, when: the last ones; all of them are in the ledger. */
function Changes({ changes, branch, now }: ChangesProps) {
  const w = words(settingsChange);
  return (
    <section class="settings-group settings-changes">
      <h2>{w.changes}</h2>
      {changes.length === 0 && <p>{w.noChanges}</p>}
      <ol>
        {changes.map(({ at, by, name, parts, setUp }) => (
          <li key={at}>
            <time>{moment(branch, at, now)}</time>
            <span>{parts.map((part) => w.of[part]).join(' · ')}</span>
            <small>{setUp ? w.setUp : (name ?? by ?? w.byNobody)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
