import { ArrowLeft } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { kioskAside } from '../../shared/words/kioskAside.ts';

/** What is recorded, what for, how long: the notice the law asks for (PIPL Art. 17), short. */
export function Privacy({ back }: { back: () => void }) {
  const w = words(kioskAside);
  return (
    <section class="privacy">
      <h1>{w.privacyTitle}</h1>
      <dl>
        {w.privacySays.map(([what, says]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Phrases>{says}</Phrases>
            </dd>
          </div>
        ))}
      </dl>
      <Button kind="next" icon={<ArrowLeft />} onPress={back}>
        {w.back}
      </Button>
    </section>
  );
}
