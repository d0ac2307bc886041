import { HeartPulse, MonitorSmartphone, Ruler } from 'lucide-preact';
import type { SettingsNow } from '../../../shared/questions/settingsNow.ts';
import { words } from '../../../shared/screen/language.ts';
import { useQuestion } from '../../../shared/screen/question.ts';
import { settingsNow } from '../../../shared/words/settingsNow.ts';
import { tabs as tabWords } from '../../../shared/words/tabs.ts';
import { addressOf } from '../address.ts';
import type { TabProps } from '../tabs.ts';
import { Answered } from '../today/past/head.tsx';
import { type Group, groupsOf } from './groups.ts';
import './settings.css';

/** 设置: what is in force, each with whether this branch set it, and where to set what can be set. */
export function Page({ link, view }: TabProps) {
  const w = words(settingsNow);
  const said = useQuestion(link, { type: 'settings.now' }, JSON.stringify(view.lines));
  return (
    <div class="past settings">
      <h1 class="unseen">{words(tabWords).settings}</h1>
      <Here />
      <p class="past-note">{w.how}</p>
      <Answered of={said}>{(settings) => <Groups settings={settings} />}</Answered>
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

const Groups = ({ settings }: { settings: SettingsNow }) => (
  <div class="settings-groups">
    {groupsOf(settings).map((group) => (
      <SettingsGroup key={group.name} group={group} isOwn={settings.own.includes(group.name)} />
    ))}
  </div>
);

function SettingsGroup({ group, isOwn }: { group: Group; isOwn: boolean }) {
  const w = words(settingsNow);
  return (
    <section class="settings-group">
      <h2>
        {w.groups[group.name]}
        <small data-own={isOwn || undefined}>{isOwn ? w.own : w.standard}</small>
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
