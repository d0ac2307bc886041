import { signal } from '@preact/signals';

/** Whether this kiosk could give out numbers without the hub now, and whether it does. */
export const canGoAlone = signal(false);
export const goesAlone = signal(false);
