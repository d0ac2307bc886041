import { join } from 'node:path';
import { Low } from 'lowdb';
import type { DeviceId } from '../../shared/ids.ts';
import type { Disk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import { digestOf, newToken } from './secrets.ts';

export const DEVICES = 'devices.json';

interface Key {
  /** SHA-256 of the device's token. */
  readonly token: string;
  /** SHA-256 of what whoever is signed in there was given. */
  readonly session: string | null;
  readonly name: string | null;
}

type Keyring = Record<DeviceId, Key>;

/**
 * What opens the door for each device: digests of tokens, and names. Whether a device may still come
 * in, and as what, is the ledger's word alone; without this document every device pairs anew.
 */
export class Keys {
  readonly #low: Low<Keyring>;
  readonly #byToken = new Map<string, DeviceId>();

  constructor(disk: Disk, folder: string) {
    this.#low = new Low(new Document<Keyring>(disk, join(folder, DEVICES), 2), {});
  }

  async read(): Promise<void> {
    await this.#low.read();
    for (const [id, { token }] of this.#all()) this.#byToken.set(token, id);
  }

  /** A device's token, told once; only its digest is kept. */
  async issue(device: DeviceId, name: string | null): Promise<string> {
    const token = newToken();
    await this.#put(device, { token: digestOf(token), session: null, name });
    this.#byToken.set(digestOf(token), device);
    return token;
  }

  deviceOf(token: string): DeviceId | null {
    return this.#byToken.get(digestOf(token)) ?? null;
  }

  has = (device: DeviceId) => this.#low.data[device] !== undefined;

  isSession = (device: DeviceId, session: string) =>
    this.#low.data[device]?.session === digestOf(session);

  /** What whoever signed in shows from now on; an earlier one's is worthless. */
  async openSession(device: DeviceId): Promise<string> {
    const session = newToken();
    await this.#change(device, { session: digestOf(session) });
    return session;
  }

  closeSession = (device: DeviceId) => this.#change(device, { session: null });

  rename = (device: DeviceId, name: string) => this.#change(device, { name });

  names(): Map<DeviceId, string> {
    return new Map(this.#all().flatMap(([id, { name }]) => (name ? [[id, name]] : [])));
  }

  /** A revoked device's token need not even be looked up any more. */
  async drop(device: DeviceId): Promise<void> {
    const known = this.#low.data[device];
    if (!known) return;
    this.#byToken.delete(known.token);
    const { [device]: _, ...rest } = this.#low.data;
    await this.#write(rest);
  }

  #all = () => Object.entries(this.#low.data) as [DeviceId, Key][];

  async #change(device: DeviceId, change: Partial<Key>): Promise<void> {
    const known = this.#low.data[device];
    if (known) await this.#put(device, { ...known, ...change });
  }

  #put = (device: DeviceId, key: Key) => this.#write({ ...this.#low.data, [device]: key });

  /** Memory follows the disk: what could not be written is not so. */
  async #write(next: Keyring): Promise<void> {
    const before = this.#low.data;
    this.#low.data = next;
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data = before;
      throw error;
    }
  }
}
