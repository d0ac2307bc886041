import { useEffect, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './plot.css';
import { useRoom } from '../../../../shared/screen/room.ts';

/** The design's tokens as a canvas takes them. */
export interface Inks {
  readonly font: string;
  readonly ink: string;
  readonly soft: string;
  readonly hair: string;
  readonly paper: string;
  readonly jade: string;
  readonly yellow: string;
  readonly orange: string;
  readonly red: string;
}

export type Make = (inks: Inks) => Omit<uPlot.Options, 'width' | 'height'>;

interface PlotProps {
  readonly label: string;
  readonly data: uPlot.AlignedData;
  readonly make: Make;
  /** Changes whenever `make` would draw something else. */
  readonly drawn: string;
}

/** A uPlot drawing, made anew when its room, its data or the machine's light changes. */
export function Plot({ label, data, make, drawn }: PlotProps) {
  const [place, room] = useRoom<HTMLDivElement>();
  const dark = useDark();
  const { width, height } = room;
  useEffect(() => {
    const at = place.current;
    if (!at || width === 0) return;
    const plot = new uPlot({ ...make(inksOf(at)), width, height }, data, at);
    return () => plot.destroy();
  }, [place, width, height, dark, data, drawn]);
  return <div class="plot" role="img" aria-label={label} ref={place} />;
}

function inksOf(place: HTMLElement): Inks {
  const style = getComputedStyle(place);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    font: `${Number.parseFloat(style.fontSize) * 0.875}px ${style.fontFamily}`,
    ...{ ink: of('ink'), soft: of('ink-2'), hair: of('hair'), paper: of('paper') },
    ...{ jade: of('jade'), yellow: of('yellow'), orange: of('orange'), red: of('red') },
  };
}

const DARK = '(prefers-color-scheme: dark)';

function useDark(): boolean {
  const [dark, set] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const list = matchMedia(DARK);
    const turned = () => set(list.matches);
    list.addEventListener('change', turned);
    return () => list.removeEventListener('change', turned);
  }, []);
  return dark;
}
