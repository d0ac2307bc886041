import { Pause } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { useIsDemo } from '../../shared/screen/demo.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { wall } from '../../shared/words/wall.ts';

const SPEEDS = [1, 10, 30, 60];

/** How fast the simulated day goes, and a pause. A hub that plays no demo has no such thing. */
export function Pace({ link }: { link: Link }) {
  const w = words(wall);
  const isDemo = useIsDemo();
  const { pace } = link.beat.value;
  if (isDemo === null) return null;
  if (!isDemo) return <p>{w.noDemo}</p>;
  return (
    <fieldset class="pace">
      <legend class="unseen">{w.speed}</legend>
      <Button icon={<Pause />} label={w.pause} pressed={pace === 0} onPress={() => setPace(0)} />
      {SPEEDS.map((speed) => (
        <Button key={speed} pressed={pace === speed} onPress={() => setPace(speed)}>
          {w.times(speed)}
        </Button>
      ))}
      {pace === 0 && <span>{w.paused}</span>}
    </fieldset>
  );
}

/** The hub answers with a beat to every screen, which is what is shown. */
function setPace(pace: number): void {
  const body = JSON.stringify({ pace });
  void fetch('/demo/pace', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}
