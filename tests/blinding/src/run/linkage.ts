import { get, type ApiPerson } from '@corelab/e2e';
import type { Finding } from './sendInventory.js';
import { trialCode } from './roster.js';
import { send, type HttpAnswer, type HttpSession } from './httpAnswer.js';

/** One answer about a case, and what was asked, with places. */
interface Told {
  readonly asked: string;
  readonly answer: HttpAnswer;
}

/** A reader who asks for a case of their own. */
export interface ReaderOfCase {
  readonly url: string;
  readonly session: HttpSession;
  readonly readId: string;
}

/** Why an attribute passes that is in the pixels, or without which they are not drawn or measured: it can't be hidden. */
const ofPixels: readonly string[] = [
  ...['kind', 'decoding', 'pixelValues', 'geometry', 'distances', 'measurability', 'display'],
  ...['compression', 'splitting', 'weighting', 'density', 'uptake', 'decay', 'leanBodyMass'],
];

/** Headers that are the moment's, or the size of what is drawn. */
const ofAnswer: readonly string[] = ['date', 'content-length', 'keep-alive'];
const frame = 'frame';

const told = async (reader: ReaderOfCase): Promise<Told[]> => {
  const all: Told[] = [];
  const ask = async (asked: string, path: string): Promise<unknown> => {
    const answer = await send(reader.url, { method: 'GET', path, route: null }, reader.session);
    if (answer.status !== 200) throw new Error(`${asked}: ${answer.status}`);
    all.push({ asked, answer });
    return asked === frame ? null : JSON.parse(Buffer.from(answer.body).toString('utf8'));
  };
  const { readId } = reader;
  await ask('read', `/api/reads/${readId}`);
  const { studies } = (await ask('images', `/api/reads/${readId}/images`)) as {
    studies: { studyInstanceUid: string; series: { seriesInstanceUid: string }[] }[];
  };
  const root = `/reads/${readId}/dicomweb/studies`;
  await ask('studies', root);
  for (const { studyInstanceUid, series } of studies) {
    const study = `${root}/${studyInstanceUid}`;
    await ask('series', `${study}/series`);
    await ask('metadata', `${study}/metadata`);
    for (const { seriesInstanceUid } of series) {
      const images = (await ask('instances', `${study}/series/${seriesInstanceUid}/instances`)) as {
        '00080018': { Value: string[] };
      }[];
      const sop = images[0]?.['00080018'].Value[0] ?? '';
      await ask(frame, `${study}/series/${seriesInstanceUid}/instances/${sop}/frames/1`);
    }
  }
  return all;
};

/** Places in an answer and what stands there: tags or keys, without the numbers of items. Nothing is told by null. */
const leaves = (value: unknown, path: string): string[] => {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(one => leaves(one, path));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, below]) => leaves(below, `${path}/${key}`));
  return [`${path} = ${String(value)}`];
};

/** The attribute that a place in DICOM JSON is of; undefined for another place. */
const tagIn = (fact: string): string | undefined =>
  /\/([0-9A-F]{8})(?:\/(?:Value|vr|Alphabetic))* = /.exec(fact)?.[1];

/** Everything that can be compared of one reader's answers about one case. */
const factsOf = (answers: readonly Told[]): Set<string> =>
  new Set(
    answers.flatMap(({ asked, answer }) => [
      ...answer.headers
        .filter(([name]) => !ofAnswer.includes(name.toLowerCase()))
        .map(([name, value]) => `${asked}: ${name.toLowerCase()} = ${value}`),
      ...(asked === frame
        ? []
        : leaves(JSON.parse(Buffer.from(answer.body).toString('utf8')), asked)),
    ])
  );

/**
 * What two readers' answers about one subject have in common that no answer about another subject has, beside what belongs
 * to the pixels. Empty when they can't find out by it that they see the same subject.
 * @param passes by tag, why it passes
 */
export const linkingFacts = (
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  passes: ReadonlyMap<string, string>
): string[] =>
  [...first].filter(fact => {
    if (!second.has(fact) || others.some(other => other.has(fact))) return false;
    const tag = tagIn(fact);
    return tag === undefined || !ofPixels.includes(passes.get(tag) ?? '');
  });

/**
 * Compares what two readers are told of a subject that both have.
 * @param others their cases of another subject at the same timepoint
 */
export async function findLinks(
  admin: ApiPerson,
  readers: readonly [ReaderOfCase, ReaderOfCase],
  others: readonly ReaderOfCase[]
): Promise<Finding[]> {
  const { attributes } = await get<{ attributes: { tag: string; why: string }[] }>(
    admin,
    `/api/admin/trials/${trialCode}/blinding`
  );
  const facts = async (reader: ReaderOfCase): Promise<Set<string>> => factsOf(await told(reader));
  const [first, second] = [await facts(readers[0]), await facts(readers[1])];
  const contrast: Set<string>[] = [];
  for (const other of others) contrast.push(await facts(other));
  const passes = new Map(attributes.map(({ tag, why }) => [tag, why]));
  return linkingFacts(first, second, contrast, passes).map(fact => ({
    viewer: 'R1',
    asked: 'the same subject as R2',
    status: null,
    differs: [`also told to R2, and of no other subject: ${fact}`],
  }));
}
