import { words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { lobby } from '../../shared/words/lobby.ts';

/** Before the first call of the day, and after its close. */
export function NobodyCalled({ over }: { over: boolean }) {
  const w = words(lobby);
  return (
    <section class="calls nobody">
      <h1>{over ? w.over : w.welcome}</h1>
      <p>
        <Phrases>{over ? w.overMeans : w.welcomeMeans}</Phrases>
      </p>
    </section>
  );
}
