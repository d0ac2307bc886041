import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { LobbyCommand } from '../../shared/lobby.ts';
import type { Link, Reply, Seen } from '../../shared/screen/link.ts';
import { atRest, surely } from '../../shared/screen/surely.ts';
import type { ViewKey, ViewName } from '../../shared/views/views.ts';
import { canGoAlone, goesAlone } from './goesAlone.ts';
import { keepingLastView, readLastView } from './lastView.ts';
import type { NumbersInReserve } from './reserve.ts';

/** Milliseconds that the reserve waits for something to be shown first. */
const PATIENCE = 2000;

/** Fetched behind the first view, or where none comes: nobody needs it before the hub is lost. */
async function fetched(shown: Promise<unknown>): Promise<typeof NumbersInReserve> {
  await Promise.race([shown, new Promise((done) => setTimeout(done, PATIENCE))]);
  await atRest();
  return (await surely(() => import('./reserve.ts'))).NumbersInReserve;
}

/** A page that was loaded anew shows what it last saw before its line stands: a touch then waits for it. */
function decided(status: Link['status']): Promise<void> {
  if (status.value !== 'connecting') return Promise.resolve();
  return new Promise((done) => {
    const stop = status.subscribe((now) => {
      if (now === 'connecting') return;
      stop();
      done();
    });
  });
}

/**
 * A line to the hub that goes on without it: what is shown is what was last seen, also after the page
 * was loaded anew, and whoever takes a number is given one that the hub has lent beforehand.
 */
export function withReserve(link: Link): Link {
  const heard = link.view({ name: 'kiosk' });
  const stored = readLastView();
  const keep = keepingLastView();
  const last = () => heard.value?.view ?? stored;
  let reserve: NumbersInReserve | null = null;
  const first = new Promise<void>((shown) => {
    heard.subscribe((now) => {
      if (!now) return;
      keep(now.view);
      reserve?.seen(now.view);
      shown();
    });
  });
  void fetched(first).then((Reserve) => {
    reserve = new Reserve(link, last);
  });
  const shown = computed<Seen<'kiosk'> | null>(() => {
    const view = last();
    if (!view) return null;
    const rest = heard.value ?? { rev: 0, at: 0 };
    if (link.status.value === 'live' || !canGoAlone.value) return { ...rest, view };
    // Paper comes from the hub.
    const open = view.open || (reserve?.isOpen(view) ?? false);
    return { ...rest, view: { ...view, open, printers: [] } };
  });
  effect(() => {
    document.documentElement.dataset.canGoAlone = String(canGoAlone.value);
    document.documentElement.dataset.alone = String(goesAlone.value);
  });

  async function send(...[command, how]: Parameters<Link['send']>): Promise<Reply> {
    if (command.type !== 'ticket.issue') return link.send(command, how);
    await decided(link.status);
    const reply = link.status.value === 'live' ? await link.send(command, how) : null;
    // Sent and unanswered, it may have taken effect: then nobody gets a second number for it.
    if (reply && (reply.ok || reply.code !== 'hub.lost')) return reply;
    return (await alone(command)) ?? link.send(command, how);
  }

  async function alone(command: Issue): Promise<Reply | null> {
    const { service, class: cls } = command;
    if (cls === 'care' || command.replaces) return null;
    const number = await reserve?.take(service, cls);
    return number ? { ok: true, seq: 0, number } : null;
  }

  const view = <N extends ViewName>(key: ViewKey<N>) =>
    (key.name === 'kiosk' ? shown : link.view(key)) as ReadonlySignal<Seen<N> | null>;
  return { ...link, view, send };
}

type Issue = Extract<LobbyCommand, { type: 'ticket.issue' }>;
