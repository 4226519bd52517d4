import { X509Certificate } from 'node:crypto';
/** An authority of OpenSSL's in a folder, with a root of its own. */
export declare const timestampAuthority: (
  folder: string,
  name: string
) => Promise<{
  rootFile: string;
  root: X509Certificate;
  answer: (asked: Uint8Array) => Promise<Buffer>;
}>;
