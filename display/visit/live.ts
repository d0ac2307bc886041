import { signal } from '@preact/signals';
import { uuid7 } from '../../shared/uuid7.ts';
import type { VisitView } from '../../shared/views/visit.ts';

/** What is known of the ticket in the address. */
export type Seen =
  | { readonly is: 'opening' | 'unknown' | 'past' }
  | { readonly is: 'shown'; readonly view: VisitView };

/** `heardAt`: the phone's own time of the last word from the branch, ms; null: never. */
export const seen = signal<Seen>({ is: 'opening' });
export const lost = signal(false);
export const heardAt = signal<number | null>(null);

/** Milliseconds: the branch speaks every 3 s; how long a break is not shown; between two tries. */
const SILENCE = 6500;
const AGAIN = 2000;

const place = location.pathname.replace(/\/+$/, '');
let source: EventSource | null = null;
let heard = performance.now();
let trying = false;

function hear(): void {
  heard = performance.now();
  heardAt.value = Date.now();
  lost.value = false;
}

function show(view: VisitView): void {
  seen.value = { is: 'shown', view };
  hear();
}

function hangUp(): void {
  source?.close();
  source = null;
}

/** Asks once, then listens; where a proxy lets no stream through, asking again does. */
async function open(): Promise<void> {
  if (trying || source) return;
  trying = true;
  try {
    const answer = await fetch(`${place}/view`, { signal: AbortSignal.timeout(5000) });
    if (answer.status === 404) seen.value = { is: 'unknown' };
    if (!answer.ok) return;
    const told = (await answer.json()) as VisitView | { past: true };
    if ('past' in told) seen.value = { is: 'past' };
    else {
      show(told);
      listen();
    }
  } catch {
    // No network just now: the watch tries again.
  } finally {
    trying = false;
  }
}

function listen(): void {
  const line = new EventSource(`${place}/live`);
  source = line;
  line.addEventListener('view', ({ data }) => show(JSON.parse(data)));
  line.addEventListener('beat', hear);
  line.onerror = hangUp;
}

const isOver = () => seen.value.is === 'unknown' || seen.value.is === 'past';

function watch(): void {
  if (isOver()) {
    hangUp();
    return;
  }
  const silent = performance.now() - heard;
  if (silent > SILENCE) {
    lost.value = true;
    hangUp();
  }
  if (!source) void open();
}

/** A phone that slept believes its old line: it is given up, and what it showed was old. */
function awake(): void {
  if (document.hidden || isOver()) return;
  if (performance.now() - heard > SILENCE) lost.value = true;
  hangUp();
  void open();
}

export function start(): void {
  void open();
  setInterval(watch, AGAIN);
  document.addEventListener('visibilitychange', awake);
  addEventListener('pageshow', awake);
  addEventListener('online', awake);
}

/** How a press can fail; each has its own sentence. */
export type Failed = 'given' | 'called' | 'over' | 'often' | 'other';

const FAILED: Record<string, Failed> = {
  'rating.alreadyGiven': 'given',
  'ticket.notWaiting': 'called',
  'day.closed': 'over',
  'rate.exceeded': 'often',
};

/** One press under one id, tried twice: an answer that got lost does not make it two. */
export async function send(what: 'rating' | 'leave', body: object): Promise<Failed | null> {
  const at = seen.value.is === 'shown' ? seen.value.view.at : 0;
  const id = uuid7(at, crypto.getRandomValues(new Uint8Array(10)));
  for (let left = 2; left > 0; left--) {
    try {
      const answer = await fetch(`${place}/${what}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id, ...body }),
        signal: AbortSignal.timeout(5000),
      });
      if (answer.ok) return null;
      const { code } = (await answer.json()) as { code: string };
      return FAILED[code] ?? 'other';
    } catch {
      // No answer: the same press once more.
    }
  }
  return 'other';
}
