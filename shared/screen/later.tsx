import { type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { surely } from './surely.ts';

/**
 * A part that most people never see: its script is fetched when it is first drawn, and kept. Until
 * then its place is empty.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [, draw] = useState(part !== null);
    useEffect(() => fetching(), []);
    return part && h(part, props);

    function fetching() {
      if (part) return;
      let gone = false;
      void surely(load).then((it) => {
        part = it;
        if (!gone) draw(true);
      });
      return () => {
        gone = true;
      };
    }
  };
}
