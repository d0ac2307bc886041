/** Runs, and one digit over and over, are what a guesser tries first. */
export function isWeak(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])));
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 2);
}
