import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { boolean, integer, objectOf, string } from './answerShapes.js';
import { messageOf, UsageError } from './command.js';
import { readPassphrase } from './readPassphrase.js';
import { readTextFile } from './readInput.js';
import { fetchBytes, sendFile } from './serverClient.js';
import { copyShape, exitCodeOfCopy, writeCopy } from './writeCopy.js';

export { exitCodeOfCopy };

interface AskedExport {
  readonly trial: string;
  readonly out: string;
  readonly images: string | undefined;
  readonly withSecrets: boolean;
}

const input = 'with --with-secrets a passphrase, one line, or CORELAB_PASSPHRASE';

export const trialCopySchema = {
  'export-all': {
    usage: 'corelab trial export-all TRIAL --out FILE [--images with|without] [--with-secrets]',
    input,
    output: objectOf({ ...copyShape, people: integer }),
  },
  import: {
    usage: 'corelab trial import FILE [--names FILE] [--with-secrets]',
    input: `${input}; --names: JSON, what people of the trial are to be called here: { "anna": "anna.k" }`,
    output: objectOf({
      trial: objectOf({ id: string, code: string, name: string }),
      ...{ rows: integer, images: integer },
      people: { type: 'array', items: string },
      record: objectOf({ entries: integer, provenTo: integer }),
      key: boolean,
      missing: { type: 'array', items: string },
    }),
  },
} as const;

/** All of a trial, from its server, into one file. */
export async function exportTrial({ trial, out, images, withSecrets }: AskedExport) {
  if (images !== undefined && images !== 'with' && images !== 'without')
    throw new UsageError('CL_USAGE', `--images takes with or without, not "${images}"`);
  const passphrase = withSecrets ? await readPassphrase() : undefined;
  const file = resolve(out);
  const content = fetchBytes(`/api/admin/trials/${encodeURIComponent(trial)}/copy`, {
    images: images !== 'without',
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const { contents, ...written } = await writeCopy(file, content);
  return { file, ...written, ...contents };
}

interface AskedImport {
  readonly file: string;
  readonly names: string | undefined;
  readonly withSecrets: boolean;
}

const inBase64 = (text: string): string => Buffer.from(text).toString('base64');

async function namesIn(file: string): Promise<string> {
  const text = await readTextFile(file);
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (error) {
    throw new UsageError('CL_INPUT', `${file} is not JSON: ${messageOf(error)}`);
  }
}

/** A trial from a file that `exportTrial` wrote, into another installation. */
export async function importTrial({ file, names, withSecrets }: AskedImport): Promise<unknown> {
  if (!existsSync(file)) throw new UsageError('CL_USAGE', `there is no file ${file}`);
  const passphrase = withSecrets ? await readPassphrase() : undefined;
  return sendFile('/api/admin/trial-copies', {
    ...{ file: resolve(file), type: 'application/x-tar' },
    headers: {
      ...(passphrase === undefined ? {} : { 'corelab-passphrase': inBase64(passphrase) }),
      ...(names === undefined ? {} : { 'corelab-names': inBase64(await namesIn(names)) }),
    },
  });
}
