import { useEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';

/** How long the question stands, and how long it takes no answer: that would be a double tap. */
const ASKS = 4000;
const DEAF = 500;

interface SureProps {
  readonly children: string;
  readonly question: string;
  readonly busy: boolean;
  readonly onSure: () => void;
}

/** A press that cannot be taken back asks once, in its own place. */
export function Sure({ children, question, busy, onSure }: SureProps) {
  const [askedAt, ask] = useState<number | null>(null);
  useEffect(() => {
    if (askedAt === null) return;
    const timer = setTimeout(() => ask(null), ASKS);
    return () => clearTimeout(timer);
  }, [askedAt]);
  if (askedAt === null)
    return (
      <Button kind="quiet" onPress={() => ask(performance.now())}>
        {children}
      </Button>
    );
  const answer = () => performance.now() - askedAt > DEAF && onSure();
  return (
    <Button class="sure" busy={busy} onPress={answer}>
      {question}
    </Button>
  );
}
