import { randomUUID } from 'node:crypto';
import { phantomFiles, withoutPerson, type DicomElements, type Truth } from '@corelab/phantoms';
import { answered, awaited, ofSession, type ApiPerson } from './apiPerson.js';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Delivered {
  readonly files: readonly { readonly name: string; readonly outcome: string }[];
  /** Studies that belong to an exam now, and studies that wait to be matched. */
  readonly matched: number;
  readonly waiting: number;
}

/**
 * The phantoms below a folder (`101-001/BL`) as a site sends them: without what names a person.
 * @param elements what differs in these files
 */
export async function sentFiles(
  truth: Truth,
  folder: string,
  elements: DicomElements = {}
): Promise<SentFile[]> {
  const files: SentFile[] = [];
  for (const { path, build } of phantomFiles(truth, { ...withoutPerson, ...elements })) {
    if (path.startsWith(`${folder}/`)) files.push({ name: path, bytes: await build() });
  }
  if (files.length === 0) throw new Error(`There are no phantoms in ${folder}`);
  return files;
}

/** Uploads files as the person. */
export async function deliver(
  person: ApiPerson,
  trial: string,
  files: readonly SentFile[]
): Promise<Delivered> {
  const boundary = randomUUID();
  const parts = files.flatMap(({ name, bytes }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
    bytes,
    '\r\n',
  ]);
  const data = Buffer.concat([...parts, `--${boundary}--\r\n`].map(part => Buffer.from(part)));
  const type = `multipart/form-data; boundary=${boundary}`;
  const headers = { ...(await ofSession(person)), 'content-type': type };
  const timeout = 120_000;
  return answered(
    await person.request.post(`${person.url}/api/admin/trials/${trial}/deliveries`, {
      ...{ data, headers, timeout },
    })
  );
}

/** Uploads files as the person, as soon as the server's archive answers. */
export const deliverSoon = (
  person: ApiPerson,
  trial: string,
  files: readonly SentFile[]
): Promise<Delivered> =>
  awaited('answer of the archive', () =>
    deliver(person, trial, files).catch((reason: unknown) => {
      if (String(reason).includes('CL_ARCHIVE_DOWN')) return null;
      throw reason;
    })
  );
