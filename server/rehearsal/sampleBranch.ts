import { defaultSettings } from '../../shared/defaults.ts';
import type { ServiceId } from '../../shared/ids.ts';
import type { CounterSetting, Settings } from '../../shared/settings.ts';

const everyDay = { open: '09:00', close: '17:00' };

/** How long services take here, seconds: a little quicker than the default branch. */
const USUAL: Readonly<Record<string, number>> = {
  cash: 150,
  account: 240,
  business: 340,
  wealth: 450,
};

/** Counter 4 helps with savings and investment; counter 5 is for premium customers and care. */
const COUNTERS: Readonly<Record<string, Partial<CounterSetting>>> = {
  '4': { services: services('account', 'business', 'wealth') },
  '5': { services: services('cash', 'account', 'wealth'), classes: ['premium', 'care'] },
};

function services(...ids: string[]): ServiceId[] {
  return ids as ServiceId[];
}

/** The branch of the demo: the sample branch, with opening hours every day of the week. */
export const sampleBranch: Settings = {
  ...defaultSettings,
  hours: { week: Array(7).fill(everyDay), exceptions: {}, ticketsBeforeMinutes: 5 },
  services: defaultSettings.services.map((service) => ({
    ...service,
    usualSeconds: USUAL[service.id] ?? service.usualSeconds,
  })),
  counters: defaultSettings.counters.map((counter) => ({ ...counter, ...COUNTERS[counter.id] })),
};
