import { Empty } from '../../shared/screen/empty.tsx';
import { words } from '../../shared/screen/language.ts';
import { city } from '../../shared/words/city.ts';

/** In place of figures that are on their way: a month of many branches takes a moment. */
export const Asking = () => <Empty says={words(city).asking} />;
