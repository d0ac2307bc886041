import { defaultSettings } from '../../shared/defaults.ts';
import { type Settings, settingsSchema } from '../../shared/settings.ts';
import { handClock } from './handClock.ts';
import { type HubRig, NINE, type RigOptions, startHub } from './hub.ts';
import type { PrinterDouble } from './printerDouble.ts';

/** A branch with these printers; each a little impatient, so that a test is not slow. */
export function withPrinters(
  printers: readonly { port: number; id?: string; kiosks?: string[]; paper?: 58 | 80 }[],
): Settings {
  const set = printers.map((p, i) => ({
    ...{ id: p.id ?? `p${i + 1}`, host: '127.0.0.1', port: p.port },
    ...(p.kiosks && { kiosks: p.kiosks }),
    ...(p.paper && { paper: p.paper }),
  }));
  return settingsSchema.parse({ ...defaultSettings, printers: set });
}

/** Hub time stands still until it is turned; what happens on the network takes real time. */
export function networkClock(): ReturnType<typeof handClock> {
  return {
    ...handClock(NINE),
    frame(ms, run) {
      const timer = setTimeout(run, Math.min(ms, 800));
      return () => clearTimeout(timer);
    },
  };
}

export const impatient = { connect: 800, answer: 300, print: 500 };

export async function startPrinting(
  doubles: readonly PrinterDouble[],
  options: RigOptions = {},
): Promise<HubRig> {
  return startHub({
    ...{ clock: networkClock(), settings: withPrinters(doubles), paper: { patience: impatient } },
    ...options,
  });
}

/** Waits, real time, until something is so. */
export async function until(is: () => boolean | Promise<boolean>, ms = 8000): Promise<void> {
  for (let waited = 0; waited < ms; waited += 10) {
    if (await is()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`it did not become so: ${is}`);
}
