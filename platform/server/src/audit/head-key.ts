import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { keyIdOf } from '@corelab/record';

/** The key that signs the heads of chains. */
export interface HeadKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  /** PEM of its public half: what a verification needs. */
  readonly publicPem: string;
}

/** A new private key as its file holds it: PEM (PKCS 8) of Ed25519. */
export const newHeadKeyPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** @throws Error where the text is no private Ed25519 key in PEM. */
export const headKeyOf = (pem: string): HeadKey => {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error(`the key that signs heads is ${privateKey.asymmetricKeyType}, not ed25519`);
  const open = createPublicKey(privateKey);
  const publicPem = open.export({ type: 'spki', format: 'pem' }).toString();
  return { id: keyIdOf(privateKey), privateKey, publicPem };
};
