import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  /** next: the one thing to do now, jade. plain: a surface. quiet: words alone. */
  readonly kind?: 'next' | 'plain' | 'quiet';
  readonly onPress: () => void;
  /** Its press is on its way: it stays as it is and takes no second one. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly icon?: ComponentChildren;
  /** The key that does the same, shown on it. */
  readonly hint?: string;
  readonly pressed?: boolean;
  readonly label?: string;
  readonly class?: string;
  readonly children?: ComponentChildren;
}

/** Acts on release, as all buttons here do. */
export function Button({ kind = 'plain', class: more = '', ...props }: ButtonProps) {
  const { onPress, busy = false, disabled = false, icon, hint, pressed, label, children } = props;
  return (
    <button
      type="button"
      class={`button button-${kind} ${more}`}
      disabled={disabled}
      aria-busy={busy}
      aria-label={label}
      aria-pressed={pressed}
      onClick={() => busy || onPress()}
    >
      {icon}
      {children}
      {hint && <kbd>{hint}</kbd>}
    </button>
  );
}
