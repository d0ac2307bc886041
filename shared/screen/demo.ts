import { useEffect, useState } from 'preact/hooks';

/** Whether this hub plays a simulated day; null until it said so. */
export function useIsDemo(): boolean | null {
  const [isDemo, set] = useState<boolean | null>(null);
  useEffect(() => {
    fetch('/demo')
      .then((answer) => answer.json())
      .then(
        (demo) => set(demo !== null),
        () => set(false),
      );
  }, []);
  return isDemo;
}
