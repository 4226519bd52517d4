import { randomUUID } from 'node:crypto';
import type { LesionTruth, TimepointTruth, Truth } from '@corelab/phantoms';
import * as reads from '@corelab/reads';
import { answered, awaited, get, ofSession, post, type ApiPerson } from './apiPerson.js';
import { subjectOfBaseline, type ReadContext } from './truthOfRead.js';

/** What a reader makes of a lesion; the truth unless something else is wanted. */
export type Drawing = (lesion: LesionTruth, timepoint: string) => LesionTruth;

/** The same lesion with its long axis drawn to another length. */
export function drawnTo(lesion: LesionTruth, mm: number): LesionTruth {
  const { centerLps, longAxisLps, longestDiameterMm } = lesion;
  if (!longAxisLps) throw new Error(`${lesion.id} has no axis`);
  const [cx, cy] = centerLps;
  const scale = mm / longestDiameterMm;
  const drawn = ([x, y, z]: LesionTruth['centerLps']): LesionTruth['centerLps'] => [
    cx + (x - cx) * scale,
    cy + (y - cy) * scale,
    z,
  ];
  return {
    ...lesion,
    longestDiameterMm: mm,
    longAxisLps: [drawn(longAxisLps[0]), drawn(longAxisLps[1])],
  };
}

interface Signed {
  readonly signature: { readonly at: string };
}

/** Each row of the reading list that is open to the reader, by subject code. */
async function openReads(person: ApiPerson): Promise<Map<string, string>> {
  const { reads: listed } = await get<{
    reads: { subjectCode: string; readId: string; state: string }[];
  }>(person, '/api/reads');
  const open = listed.filter(({ state }) => state === 'ready' || state === 'draft');
  return new Map(open.map(({ subjectCode, readId }) => [subjectCode, readId]));
}

/** Waits until the server has released the next read of the course. */
async function nextRead(person: ApiPerson, subjectCode: string): Promise<string> {
  return awaited(`read of ${subjectCode}`, async () => (await openReads(person)).get(subjectCode));
}

/** The reader's code of each subject, by the subject that the pixels of its baseline tell; some may be known before. */
export async function codesOf(
  person: ApiPerson,
  truth: Truth,
  phantoms: string,
  known: ReadonlyMap<string, string> = new Map()
): Promise<Map<string, string>> {
  const codes = new Map(known);
  const knownCodes = [...known.values()];
  for (const [code, read] of await openReads(person)) {
    if (knownCodes.includes(code)) continue;
    const { subjectId } = await subjectOfBaseline(person, person.url, read, truth, phantoms);
    codes.set(subjectId, code);
  }
  return codes;
}

type Metadata = readonly Readonly<Record<string, { readonly Value?: readonly unknown[] }>>[];

/** A series of the read with its images. */
interface ShownSeries {
  readonly studyInstanceUid: string;
  readonly seriesInstanceUid: string;
  readonly images: Metadata;
}

const heightOf = (image: Metadata[number]): number => Number(image['00200032']?.Value?.[2]);

/** The series of the read's current timepoint: several where it was examined on several days. */
async function shownSeries(
  person: ApiPerson,
  read: string,
  studies: ReadContext['studies']
): Promise<ShownSeries[]> {
  const current = studies.find(study => study.current);
  if (!current) throw new Error(`Read ${read} shows no current study`);
  const { studyInstanceUid, series } = current;
  const root = `/reads/${read}/dicomweb/studies/${studyInstanceUid}/series`;
  return Promise.all(
    series.map(async ({ seriesInstanceUid }) => ({
      ...{ studyInstanceUid, seriesInstanceUid },
      images: await get<Metadata>(person, `${root}/${seriesInstanceUid}/metadata`),
    }))
  );
}

/** The series of a read that is the truth's: its images lie where those do. */
function asShown(
  shown: readonly ShownSeries[],
  { studies }: TimepointTruth,
  lesion: LesionTruth
): ShownSeries {
  const series = studies
    .flatMap(study => study.series)
    .find(({ seriesInstanceUid }) => seriesInstanceUid === lesion.seriesInstanceUid);
  const found = shown.find(({ images }) =>
    images.every(image => series?.positions.includes(heightOf(image)))
  );
  if (!found) throw new Error(`The series of ${lesion.id} is not shown`);
  return found;
}

/** A mark on the image through the lesion's centre, as the host measures it: to a tenth of a millimetre. */
function markOf(
  { centerLps, longAxisLps, shortAxisLps, longestDiameterMm, shortAxisMm }: LesionTruth,
  { images, ...series }: ShownSeries
): reads.Mark {
  const image = images.find(one => heightOf(one) === centerLps[2]);
  if (!image || !longAxisLps || !shortAxisLps) throw new Error('The lesion is on no image');
  return {
    ...{ tool: 'Bidirectional', ...series, longestDiameterMm, shortAxisMm },
    pointsLps: [...longAxisLps, ...shortAxisLps].map(([x, y, z]) => [x, y, z]),
    ...{ sopInstanceUid: String(image['00080018']?.Value?.[0]), frameNumber: 1 },
    ...{ sliceThicknessMm: Number(image['00180050']?.Value?.[0]), calibration: null },
  } as reads.Mark;
}

let drawn = 0;

function withLesion(
  document: reads.ReadDocument,
  lesion: LesionTruth,
  mark: reads.Mark | null,
  baseline: boolean
): reads.ReadDocument {
  const { id, role, status, location } = lesion;
  if (!document.lesions.some(known => known.id === id)) {
    if (mark === null) throw new Error(`${id} is new and absent`);
    drawn += 1;
    const added = reads.addLesion(document, {
      ...{ role, baseline, mark, location, trackingUid: `2.25.9${drawn}` },
    });
    const named = ['LUNG', 'KIDNEY'].includes(location)
      ? reads.setLocation(added, id, location, 'LEFT')
      : added;
    if (role === 'non-target') return reads.setState(named, id, 'present');
    return role === 'new'
      ? reads.setComment(reads.setState(named, id, 'unequivocal'), id, 'Not there before')
      : named;
  }
  const marked = mark === null ? document : reads.setMark(document, id, mark);
  if (status === 'absent') return reads.setState(marked, id, 'absent');
  return role === 'non-target' ? reads.setState(marked, id, 'present') : marked;
}

async function signDraft(
  person: ApiPerson,
  read: string,
  meaning: string,
  etag: string
): Promise<string> {
  const { password } = person;
  const { signature } = await post<Signed>(person, `/api/reads/${read}/sign`, {
    ...{ password, meaning, requestId: randomUUID(), etag },
    pictures: { missing: 'noViewer' },
  });
  return signature.at;
}

/** Signs the open read of the course as it is. */
export async function signAgain(person: ApiPerson, code: string): Promise<void> {
  const read = await nextRead(person, code);
  const { meanings } = await get<{ meanings: string[] }>(person, `/api/reads/${read}`);
  const answer = await person.request.get(`${person.url}/api/reads/${read}/draft`);
  await answered(answer);
  await signDraft(person, read, meanings[0] ?? '', answer.headers()['etag'] ?? '');
}

/** Reads and signs one timepoint; answers the instant of the signature. */
async function readTimepoint(
  person: ApiPerson,
  read: string,
  timepoint: TimepointTruth,
  drawing: Drawing,
  comment: string | null
): Promise<string> {
  const path = `/api/reads/${read}`;
  const { studies, meanings } = await get<ReadContext & { meanings: string[] }>(person, path);
  const shown = await shownSeries(person, read, studies);
  const answer = await person.request.get(`${person.url}${path}/draft`);
  let { document } = await answered<{ document: reads.ReadDocument }>(answer);
  const baseline = timepoint.id === 'BL';
  for (const truth of timepoint.lesions) {
    const lesion = drawing(truth, timepoint.id);
    const mark =
      lesion.status === 'absent' ? null : markOf(lesion, asShown(shown, timepoint, truth));
    document = withLesion(document, lesion, mark, baseline);
  }
  const { nonTarget } = timepoint.expected;
  if (nonTarget !== null) {
    document = reads.setNonTargetJudgement(
      document,
      nonTarget as Parameters<typeof reads.setNonTargetJudgement>[1]
    );
  }
  if (comment !== null) document = reads.setComment(document, null, comment);
  const saved = await person.request.put(`${person.url}${path}/draft`, {
    data: { document },
    headers: { ...(await ofSession(person)), 'if-match': answer.headers()['etag'] ?? '' },
  });
  await answered(saved);
  return signDraft(person, read, meanings[0] ?? '', saved.headers()['etag'] ?? '');
}

/**
 * Reads and signs timepoints of a course, as the truth has them; answers the instants of the signatures.
 * @param comment what the reader writes to each
 */
export async function readTimepoints(
  person: ApiPerson,
  code: string,
  timepoints: readonly TimepointTruth[],
  drawing: Drawing = lesion => lesion,
  comment: string | null = null
): Promise<string[]> {
  const signed: string[] = [];
  for (const timepoint of timepoints) {
    const read = await nextRead(person, code);
    signed.push(await readTimepoint(person, read, timepoint, drawing, comment));
  }
  return signed;
}
