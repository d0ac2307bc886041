import { useLayoutEffect, useRef } from 'preact/hooks';

const isPress = (key: string) => key === ' ' || key === 'Enter';

/** A letter in upper case, whatever the shift key says; other keys by their name. */
const nameOf = ({ key }: KeyboardEvent) => (key.length === 1 ? key.toUpperCase() : key);

/**
 * Keys of a whole page, by name; letters in upper case. What is typed into a field belongs to
 * the field, and the space bar on a focused button to that button; a key held down counts once.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the next paint: whoever knows the keys types faster than they look.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target, repeat, ctrlKey, altKey, metaKey } = event;
      if (ctrlKey || altKey || metaKey || target instanceof HTMLInputElement) return;
      if (repeat) return isPress(event.key) ? event.preventDefault() : undefined;
      if (isPress(event.key) && target instanceof HTMLButtonElement) return;
      const act = latest.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    document.addEventListener('click', letGo);
    return () => {
      document.removeEventListener('keydown', hear);
      document.removeEventListener('click', letGo);
    };
  }, []);
}

/** A button pressed by hand does not keep the focus: the next space bar means the big button. */
function letGo(event: MouseEvent): void {
  if (event.detail > 0 && document.activeElement instanceof HTMLButtonElement)
    document.activeElement.blur();
}
