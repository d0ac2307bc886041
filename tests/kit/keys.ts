import { generateKeyPairSync } from 'node:crypto';
import { SigningKey } from '../../server/ledger/key.ts';

/** A key that nobody else has. */
export const newKey = () =>
  new SigningKey(
    String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
