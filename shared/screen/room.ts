import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** An element's inner size in pixels, followed as it changes; 0 × 0 until it is laid out. */
export function useRoom<E extends HTMLElement>() {
  const place = useRef<E>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    const measure = () => setRoom({ width: current.clientWidth, height: current.clientHeight });
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [place, room] as const;
}
