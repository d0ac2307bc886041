import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { Link, Reply, Seen } from '../../shared/screen/link.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import type { ViewKey, ViewName } from '../../shared/views/views.ts';
import { keepingLastView, readLastView } from './lastView.ts';
import { isOpenAlone } from './lent.ts';
import { canGoAlone, goesAlone, NumbersInReserve } from './reserve.ts';
import './lent.css';

/**
 * A line to the hub that goes on without it: what is shown is what was last seen, also after the page
 * was loaded anew, and whoever takes a number is given one that the hub has lent beforehand.
 */
export function withReserve(link: Link): Link {
  const heard = link.view({ name: 'kiosk' });
  const stored = readLastView();
  const keep = keepingLastView();
  const last = () => heard.value?.view ?? stored;
  const reserve = new NumbersInReserve(link, last);
  heard.subscribe((now) => {
    if (!now) return;
    keep(now.view);
    reserve.seen(now.view);
  });
  const shown = computed<Seen<'kiosk'> | null>(() => {
    const view = last();
    if (!view) return null;
    const rest = heard.value ?? { rev: 0, at: 0 };
    if (link.status.value === 'live' || !canGoAlone.value) return { ...rest, view };
    // Paper comes from the hub.
    const open = isOpenNow(view, reserve.now());
    return { ...rest, view: { ...view, open, printers: [] } };
  });
  effect(() => {
    document.documentElement.dataset.canGoAlone = String(canGoAlone.value);
    document.documentElement.dataset.alone = String(goesAlone.value);
  });

  async function send(...[command, how]: Parameters<Link['send']>): Promise<Reply> {
    if (command.type !== 'ticket.issue') return link.send(command, how);
    const reply = link.status.value === 'live' ? await link.send(command, how) : null;
    // Sent and unanswered, it may have taken effect: then nobody gets a second number for it.
    if (reply && (reply.ok || reply.code !== 'hub.lost')) return reply;
    return (await alone(command)) ?? link.send(command, how);
  }

  async function alone(command: Issue): Promise<Reply | null> {
    const { service, class: cls } = command;
    if (cls === 'care' || command.replaces) return null;
    const number = await reserve.take(service, cls);
    return number ? { ok: true, seq: 0, number } : null;
  }

  const view = <N extends ViewName>(key: ViewKey<N>) =>
    (key.name === 'kiosk' ? shown : link.view(key)) as ReadonlySignal<Seen<N> | null>;
  return { ...link, view, send };
}

type Issue = Extract<LobbyCommand, { type: 'ticket.issue' }>;

const isOpenNow = (view: KioskView, at: number) =>
  view.open || isOpenAlone(view, view.reserve.date, at);
