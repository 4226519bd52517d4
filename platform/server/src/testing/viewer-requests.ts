import { gunzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { readStudies } from '../release/presentation.js';
import type { PlainAnswer } from './plain-answer.js';

/** Asks for a path under the read's images, e.g. `/studies`. */
export type AskImages = (
  readId: string,
  path: string,
  headers?: Record<string, string>
) => Promise<PlainAnswer>;

/**
 * Every response a viewer would ask for, with its headers, as one text of bytes.
 * @throws when one of them is not answered with 200
 */
export const everythingOf = async (
  db: Kysely<Database>,
  get: AskImages,
  readId: string
): Promise<string> => {
  const parts: string[] = [];
  const ask = async (path: string, headers?: Record<string, string>): Promise<PlainAnswer> => {
    const response = await get(readId, path, headers);
    if (response.statusCode !== 200) {
      throw new Error(`${path}: ${response.statusCode} ${response.body}`);
    }
    const body =
      response.headers['content-encoding'] === 'gzip'
        ? gunzipSync(response.rawPayload)
        : response.rawPayload;
    parts.push(JSON.stringify(response.headers), body.toString('latin1'));
    return response;
  };
  await ask('/studies');
  for (const study of await readStudies(db, readId)) {
    const under = `/studies/${study.studyInstanceUid}`;
    await ask(`${under}/series`);
    await ask(`${under}/instances`);
    await ask(`${under}/metadata`, { 'accept-encoding': 'gzip, br' });
    for (const series of study.series) {
      const within = `${under}/series/${series.seriesInstanceUid}`;
      await ask(`${within}/instances`);
      const metadata: Record<string, { Value: string[] }>[] = (
        await ask(`${within}/metadata`)
      ).json();
      for (const dataset of metadata) {
        await ask(`${within}/instances/${dataset['00080018']?.Value[0]}/frames/1`);
      }
    }
  }
  return parts.join('\n');
};
