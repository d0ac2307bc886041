import type { CityYou } from '../../shared/city/views/shell.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { city as cityWords } from '../../shared/words/city.ts';
import { cityDoor } from '../../shared/words/cityDoor.ts';
import type { CityLink } from './link.ts';

/** Who is signed in, and as what. */
export function You({ link, you }: { link: CityLink; you: CityYou }) {
  const { busy, run } = useAsk();
  return (
    <div class="center-you">
      <p>
        <strong>{you.name ?? you.person}</strong>
        <span>{words(cityWords).roles[you.role]}</span>
      </p>
      <Button
        {...{ kind: 'quiet', busy }}
        onPress={() => void run(() => link.request({ type: 'account.signOut' }))}
      >
        {words(cityDoor).out}
      </Button>
    </div>
  );
}
