export interface Place {
  readonly figure: string | null;
  readonly name: string;
  /** Where the figure stands to its name. */
  readonly order: 'before' | 'after' | 'named';
}

/** A counter's figure and the name around it: `3号窗口`, `Counter 3`. Some have only a name. */
export function inParts(called: string): Place {
  const found = /^(\D*)(\d{1,3})(\D*)$/.exec(called);
  if (!found) return { figure: null, name: called, order: 'named' };
  const [, before = '', figure = '', after = ''] = found;
  const order = after ? 'before' : 'after';
  return { figure, name: (before + after).trim(), order };
}
