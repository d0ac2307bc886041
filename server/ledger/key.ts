import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { makeFolder, replaceFile } from './durable.ts';
import type { Head } from './entry.ts';

export const PRIVATE = 'key.pem';
export const PUBLIC = 'key.pub.pem';

/** A head under the signature of its folder's key. */
export interface SignedHead extends Head {
  /** The key's id: SHA-256 of the public key (SPKI, DER), hex. */
  readonly key: string;
  /** Ed25519, base64. */
  readonly sig: string;
}

/** What is signed: these four fields in canonical form (RFC 8785). */
const textOf = ({ seq, hash, at }: Head, key: string) =>
  Buffer.from(JSON.stringify({ at, hash, key, seq }));

const idOf = (key: KeyObject) => hash('sha256', key.export({ type: 'spki', format: 'der' }));

/** The half of a folder's key that says whether a signature is its own. */
export class PublicKey {
  readonly id: string;
  readonly #key: KeyObject;

  /** @throws when it is no public key in PEM */
  constructor(pem: string | Buffer) {
    this.#key = createPublicKey({ key: pem, format: 'pem' });
    this.id = idOf(this.#key);
  }

  signed(head: SignedHead): boolean {
    return this.signedText(textOf(head, this.id), head.sig);
  }

  signedText(text: Buffer, signature: string): boolean {
    const sig = Buffer.from(signature, 'base64');
    // One signature has one spelling.
    if (sig.toString('base64') !== signature) return false;
    return verify(null, text, this.#key, sig);
  }
}

/** The half that signs. Only a backup takes it along: a branch restored from one signs on. */
export class SigningKey {
  readonly id: string;
  readonly #key: KeyObject;

  constructor(pem: string | Buffer) {
    this.#key = createPrivateKey(pem);
    this.id = idOf(createPublicKey(this.#key));
  }

  sign({ seq, hash, at }: Head): SignedHead {
    return { seq, hash, at, key: this.id, sig: this.signText(textOf({ seq, hash, at }, this.id)) };
  }

  /** Whatever else is signed must never look like a head: another set of fields, in canonical form. */
  signText(text: Buffer): string {
    return sign(null, text, this.#key).toString('base64');
  }

  publicPem(): string {
    return String(createPublicKey(this.#key).export({ type: 'spki', format: 'pem' }));
  }
}

/**
 * The folder's own key, made where there is none.
 *
 * @param inUse whether heads were signed already: then a key that is missing is not made anew, for
 *   nobody could tell the new one from a stranger's
 */
export async function openKey(disk: Disk, folder: string, inUse: boolean): Promise<SigningKey> {
  const pem = await disk.read(join(folder, PRIVATE));
  if (!pem && inUse)
    throw new Error(`${PRIVATE} is missing, and heads were signed with it: put it back`);
  const key = new SigningKey(pem ?? (await makeKey(disk, folder)));
  if (!(await disk.read(join(folder, PUBLIC))))
    await replaceFile(disk, join(folder, PUBLIC), Buffer.from(key.publicPem()));
  return key;
}

async function makeKey(disk: Disk, folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await makeFolder(disk, folder);
  await replaceFile(disk, join(folder, PRIVATE), Buffer.from(pem));
  return pem;
}
