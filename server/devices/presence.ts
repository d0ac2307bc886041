import type { DeviceId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';

/** A page that reloads has not gone away. Real milliseconds. */
const GRACE = 5000;

export interface PresenceParts {
  readonly clock: Clock;
  readonly came: (device: DeviceId) => void;
  readonly went: (device: DeviceId) => void;
}

/** Which devices are connected, and from where; one token in two places is worth a look. */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #here = new Map<DeviceId, string[]>();
  readonly #leaving = new Map<DeviceId, () => void>();

  constructor(parts: PresenceParts) {
    this.#parts = parts;
  }

  /** A connection of a device; returns what to call when it ends. */
  arrived(device: DeviceId, address: string): () => void {
    this.#leaving.get(device)?.();
    this.#leaving.delete(device);
    this.#here.set(device, [...(this.#here.get(device) ?? []), address]);
    this.#parts.came(device);
    return () => this.#left(device, address);
  }

  /** Network addresses each device is connected from now. */
  places(): Map<DeviceId, number> {
    return new Map([...this.#here].map(([id, addresses]) => [id, new Set(addresses).size]));
  }

  stop(): void {
    for (const forget of this.#leaving.values()) forget();
  }

  #left(device: DeviceId, address: string): void {
    const left = [...(this.#here.get(device) ?? [])];
    left.splice(left.indexOf(address), 1);
    if (left.length > 0) return void this.#here.set(device, left);
    this.#here.delete(device);
    const gone = this.#parts.clock.frame(GRACE, () => {
      this.#leaving.delete(device);
      this.#parts.went(device);
    });
    this.#leaving.set(device, gone);
  }
}
