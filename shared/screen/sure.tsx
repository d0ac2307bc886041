import { useEffect, useState } from 'preact/hooks';
import { Button, type ButtonProps } from './button.tsx';

/** How long the question stands, and how long it takes no answer: that would be a double tap. */
const ASKS = 4000;
const DEAF = 500;

interface SureProps {
  readonly children: string;
  readonly question: string;
  readonly busy: boolean;
  readonly onSure: () => void;
  /** How it looks before it asks. */
  readonly kind?: ButtonProps['kind'];
}

/** A press that cannot be taken back asks once, in its own place. */
export function Sure({ children, question, busy, onSure, kind = 'quiet' }: SureProps) {
  const [askedAt, ask] = useState<number | null>(null);
  useEffect(() => {
    if (askedAt === null) return;
    const timer = setTimeout(() => ask(null), ASKS);
    return () => clearTimeout(timer);
  }, [askedAt]);
  if (askedAt === null)
    return (
      <Button kind={kind} onPress={() => ask(performance.now())}>
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
