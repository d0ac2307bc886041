import { CloudOff, EyeIcon, LockOpen } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Text } from '../settings.ts';
import type { Branch } from '../views/parts.ts';
import { common } from '../words/common.ts';
import { clockTime } from './clock.ts';
import { pick, words } from './language.ts';
import type { Link } from './link.ts';

/** A plain sentence of the system's own, small. */
export function Notice({ icon, children }: { icon?: ComponentChildren; children: string }) {
  return (
    <p class="notice" role="status">
      {icon}
      {children}
    </p>
  );
}

/** Why a press was refused, where the eye is. It keeps no place while there is none. */
export function Refusal({ says }: { says: Text | null }) {
  return (
    <div class="refusal" role="alert">
      {says && <p>{pick(says)}</p>}
    </div>
  );
}

/** Whoever shares the network can read along: said on every screen, also on one not let in yet. */
export const Insecure = () => <Notice icon={<LockOpen />}>{words(common).insecure}</Notice>;

/** Says that the hub is lost, turns this page away, takes nothing, or is not encrypted; else nothing. */
export function LinkNotice({ link, branch }: { link: Link; branch: Branch | null }) {
  const trouble = troubleOf(link, branch);
  const { insecure } = link.beat.value;
  if (!trouble) return insecure ? <Insecure /> : null;
  const open = insecure && words(common).insecure;
  const icon = trouble.away ? <CloudOff /> : <EyeIcon />;
  return <Notice icon={icon}>{[trouble.says, open].filter(Boolean).join(' ')}</Notice>;
}

/** What is wrong with the hub, or with the line to it: then it is `away`. */
function troubleOf(link: Link, branch: Branch | null): { away: boolean; says: string } | null {
  const w = words(common);
  const { at, accepting, damage } = link.beat.value;
  const turnedAway = link.turnedAway.value;
  if (turnedAway) return { away: true, says: pick(turnedAway) };
  if (link.status.value === 'lost')
    return { away: true, says: branch && at ? w.lost(clockTime(branch, at)) : w.lostFirst };
  if (damage) return { away: false, says: w.damaged(damage.where, damage.seq) };
  return accepting ? null : { away: false, says: w.notAccepting };
}
