/**
 * Durations in whole milliseconds, as hub time has them, in one short text: sorted, each as its
 * difference to the one before, base 36. Nothing is rounded, and a text of a day is read in no time.
 */
export function packed(durations: readonly number[]): string {
  const sorted = Float64Array.from(durations).sort();
  let before = 0;
  return Array.from(sorted, (ms) => {
    const step = ms - before;
    before = ms;
    return step.toString(36);
  }).join(' ');
}

export function unpacked(text: string): number[] {
  if (text === '') return [];
  let ms = 0;
  return text.split(' ').map((step) => {
    ms += Number.parseInt(step, 36);
    return ms;
  });
}
