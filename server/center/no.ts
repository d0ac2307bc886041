import type { CityNo, CityRefusalCode } from '../../shared/city/wire.ts';
import type { Refusal } from '../../shared/result.ts';
import { doorSentence, isDoorRefusal } from '../../shared/words/cityDoor.ts';
import { citySentence } from '../../shared/words/cityRefusals.ts';

/** A refusal with its sentence, as a center's screen shows it. */
export const cityNo = (code: CityRefusalCode, details?: Refusal['details']): CityNo => ({
  ...{ ok: false, code },
  ...(details && { details }),
  says: isDoorRefusal(code) ? doorSentence(code, details) : citySentence(code, details),
});
