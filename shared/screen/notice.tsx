import { CloudOff, EyeIcon, LockOpen } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Text } from '../settings.ts';
import type { Branch } from '../views/parts.ts';
import { common } from '../words/common.ts';
import { pairing } from '../words/pairing.ts';
import { pick, words } from './language.ts';
import type { Link } from './link.ts';
import { clockTime } from './time.ts';

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

/** Says that the hub is lost, turns this page away, takes nothing, or is not encrypted; else nothing. */
export function LinkNotice({ link, branch }: { link: Link; branch: Branch | null }) {
  const w = words(common);
  const says = link.turnedAway.value;
  if (says) return <Notice icon={<CloudOff />}>{pick(says)}</Notice>;
  if (link.status.value === 'lost') {
    const { at } = link.beat.value;
    const text = branch && at ? w.lost(clockTime(branch, at)) : w.lostFirst;
    return <Notice icon={<CloudOff />}>{text}</Notice>;
  }
  if (!link.beat.value.accepting) return <Notice icon={<EyeIcon />}>{w.notAccepting}</Notice>;
  if (!link.beat.value.insecure) return null;
  return <Notice icon={<LockOpen />}>{words(pairing).insecure}</Notice>;
}
