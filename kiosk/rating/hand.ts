import { useEffect, useRef, useState } from 'preact/hooks';
import type { Link } from '../../shared/screen/link.ts';
import type { RatingPrompt, RatingView } from '../../shared/views/rating.ts';
import type { CommandOf } from '../../shared/visit/commands.ts';
import type { RatingLevel } from '../../shared/visit/ticket.ts';
import { type Hand, THANKS } from './stage.ts';

export type Reason = CommandOf<'rating.explain'>['reasons'][number];

/** What a customer can do with a prompt. Choices are kept until the hub has them. */
export interface Doing {
  choose(level: RatingLevel): void;
  decline(): void;
  extend(): void;
  change(): void;
  explain(reasons: readonly Reason[]): void;
}

/** The customer's hand on the terminal: what was touched, and what goes to the hub for it. */
export function useHand(link: Link, view: RatingView | null) {
  const [hand, setHand] = useState<Hand | null>(null);
  const prompt = view?.prompt ?? null;
  const painted = usePainted(prompt?.offer ?? null);
  if (!view || !prompt) return { hand, doing: null };

  const { ticket, offer } = prompt;
  const own = hand?.offer === offer ? hand : null;
  const took = () => Math.round(performance.now() - painted.current);
  const tooQuick = () => painted.current === 0 || took() < view.ignoreTouchesMs;
  const next = (more: Partial<Hand>) =>
    setHand({
      ...(own ?? { level: null, changing: false, reasonsDone: false }),
      offer,
      thanksUntil: performance.now() + THANKS,
      ...more,
    });

  const doing: Doing = {
    choose(level) {
      if (tooQuick()) return;
      const first = !own?.level && !prompt.given;
      next({ level, changing: false });
      if (first) void link.send(give(link, prompt, level, took()), { keep: true });
      else void link.send({ type: 'rating.change', ticket, offer, level });
    },
    decline() {
      if (tooQuick()) return;
      next({ level: null });
      void link.send({ type: 'rating.decline', ticket, offer }, { keep: true });
    },
    extend: () => void link.send({ type: 'rating.extend', ticket, offer }),
    change: () => next({ changing: true, level: own?.level ?? prompt.given?.level ?? null }),
    explain(reasons) {
      next({ reasonsDone: true, level: 'dissatisfied' });
      if (reasons.length === 0) return;
      const said = { ticket, offer, reasons: [...reasons] };
      void link.send({ type: 'rating.explain', ...said }, { keep: true });
    },
  };
  return { hand, doing };
}

function give(link: Link, prompt: RatingPrompt, level: RatingLevel, took: number) {
  const { ticket, offer } = prompt;
  return { type: 'rating.give', ticket, offer, level, took, pressedAt: link.hubNow() } as const;
}

/** When the prompt was first painted, monotonic milliseconds; 0 until then. */
function usePainted(offer: string | null) {
  const painted = useRef(0);
  useEffect(() => {
    painted.current = 0;
    const frame = requestAnimationFrame(() => {
      painted.current = performance.now();
    });
    return () => cancelAnimationFrame(frame);
  }, [offer]);
  return painted;
}
