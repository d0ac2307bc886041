import { Check, Copy } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { alerts as alertWords } from '../words/alerts.ts';
import { Button } from './button.tsx';
import { copyText } from './copy.ts';
import { words } from './language.ts';

interface CopyButtonProps {
  /** Made when it is pressed. */
  readonly text: () => string;
  readonly children: ComponentChildren;
}

/** One touch copies; where the browser will not, the text is shown to be taken by hand. */
export function CopyButton({ text, children }: CopyButtonProps) {
  const w = words(alertWords);
  const [came, setCame] = useState<{ ok: boolean; text: string } | null>(null);
  const copy = async () => {
    const wanted = text();
    setCame({ ok: await copyText(wanted), text: wanted });
  };
  return (
    <>
      <Button
        icon={came?.ok ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={() => void copy()}
      >
        {children}
      </Button>
      {came && (
        <p class="copied" role="status">
          {came.ok ? w.copied : w.notCopied}
          {!came.ok && <span class="copied-text">{came.text}</span>}
        </p>
      )}
    </>
  );
}
