import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const settings = `
[tsa]
default_tsa = main
[main]
serial = SERIAL
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
`;

/** An authority of OpenSSL's in a folder, with a root of its own. */
export const timestampAuthority = async (folder: string, name: string) => {
  const file = (end: string): string => join(folder, `${name}.${end}`);
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  await writeFile(file('serial'), '01\n');
  await writeFile(file('cnf'), settings.replace('SERIAL', file('serial')));
  await writeFile(file('ext'), 'extendedKeyUsage = critical,timeStamping\n');
  const root = ['-keyout', file('root.key'), '-out', file('root.pem'), '-subj', `/CN=${name} root`];
  await openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...root);
  const request = ['-keyout', file('key'), '-out', file('csr'), '-subj', `/CN=${name} authority`];
  await openssl('req', '-newkey', 'rsa:2048', '-nodes', ...request);
  await openssl(
    ...['x509', '-req', '-in', file('csr'), '-CA', file('root.pem'), '-CAkey', file('root.key')],
    ...['-CAcreateserial', '-days', '30', '-extfile', file('ext'), '-out', file('pem')]
  );
  return {
    rootFile: file('root.pem'),
    root: new X509Certificate(await readFile(file('root.pem'))),
    answer: async (asked: Uint8Array): Promise<Buffer> => {
      await writeFile(file('tsq'), asked);
      await openssl(
        ...['ts', '-reply', '-config', file('cnf'), '-section', 'main', '-queryfile', file('tsq')],
        ...['-signer', file('pem'), '-inkey', file('key'), '-out', file('tsr')]
      );
      return readFile(file('tsr'));
    },
  };
};
