import { randomBytes, randomUUID } from 'node:crypto';
import { get, type ApiPerson } from '@corelab/e2e';
import type { SubjectTruth } from '@corelab/phantoms';
import type { Canary, Viewer } from '../canaries/canary.js';
import type { Places } from '../inventory/request.js';
import { password, roster, trialCode } from './roster.js';

/** A read, or an adjudication, as its person is shown it. */
export interface ShownCase {
  readonly id: string;
  readonly subjectCode: string;
  /** Pseudonyms of its images: studies, series, instances. */
  readonly studies: readonly string[];
  readonly series: readonly string[];
  readonly instances: readonly string[];
}

type Metadata = readonly Readonly<Record<string, { readonly Value?: readonly unknown[] }>>[];

interface Images {
  readonly studies: readonly {
    readonly studyInstanceUid: string;
    readonly series: readonly { readonly seriesInstanceUid: string }[];
  }[];
}

/** @param kind of its routes: `reads` or `adjudications` */
export async function shownCase(
  person: ApiPerson,
  kind: 'reads' | 'adjudications',
  id: string
): Promise<ShownCase> {
  const { reads } = await get<{ reads: { readId: string; subjectCode: string }[] }>(
    person,
    '/api/reads'
  );
  const { studies } = await get<Images>(person, `/api/${kind}/${id}/images`);
  const instances: string[] = [];
  for (const { studyInstanceUid } of studies) {
    const path = `/reads/${id}/dicomweb/studies/${studyInstanceUid}/metadata`;
    for (const image of await get<Metadata>(person, path)) {
      instances.push(String(image['00080018']?.Value?.[0]));
    }
  }
  return {
    id,
    subjectCode: reads.find(one => one.readId === id)?.subjectCode ?? '',
    studies: studies.map(({ studyInstanceUid }) => studyInstanceUid),
    series: studies.flatMap(({ series }) => series.map(one => one.seriesInstanceUid)),
    instances,
  };
}

/** What nobody but its person may find of a case. */
export const caseCanaries = (shown: ShownCase, viewer: Viewer): Canary[] => {
  const kind = viewer === 'ADJ' ? 'adjudication' : 'otherRead';
  const of = (text: string, at: string): Canary => ({ kind, text, at, may: [viewer] });
  return [
    of(shown.id, `id of a case of ${viewer}`),
    of(shown.subjectCode, `subject code of ${viewer}`),
    ...shown.studies.map(uid => of(uid, `study of a case of ${viewer}`)),
    ...shown.series.map(uid => of(uid, `series of a case of ${viewer}`)),
    ...shown.instances.map(uid => of(uid, `image of a case of ${viewer}`)),
  ];
};

const casePlaces = (name: string, shown: ShownCase | null): Places =>
  shown === null
    ? {}
    : {
        [`${name}.read`]: shown.id,
        [`${name}.study`]: shown.studies[0] ?? '',
        [`${name}.series`]: shown.series[0] ?? '',
        [`${name}.instance`]: shown.instances[0] ?? '',
      };

/** A canary of an attribute of the first subject's first study. */
const canaryIn = (canaries: readonly Canary[], tag: string): string =>
  canaries.find(({ text }) => text.startsWith(`CANARY${tag}`))?.text ?? 'CANARY';

/** Real values of the images of one subject, as an attacker who knows the person would ask for them. */
export function realPlaces(
  { subjectId, siteId, timepoints }: SubjectTruth,
  birthDate: string,
  canaries: readonly Canary[]
): Places {
  const [first, second] = timepoints.map(({ studies }) => studies[0]);
  const series = first?.series[0];
  if (!first || !series) throw new Error(`${subjectId} has no study`);
  return {
    'real.study': first.studyInstanceUid,
    'real.series': series.seriesInstanceUid,
    'real.instance': series.sops[0] ?? '',
    'real.frameOfReference': series.frameOfReferenceUid,
    'real.date': first.date.replaceAll('-', ''),
    'real.birthDate': birthDate,
    'real.subject': subjectId,
    'real.siteCode': siteId,
    'real.accession': canaryIn(canaries, '00080050'),
    'real.institution': canaryIn(canaries, '00080080'),
    'real.physician': canaryIn(canaries, '00080090'),
    'real.station': canaryIn(canaries, '00081010'),
    'real.studyDescription': canaryIn(canaries, '00081030'),
    'real.seriesDescription': canaryIn(canaries, '0008103E'),
    'real.patientName': canaryIn(canaries, '00100010'),
    'real.patientId': canaryIn(canaries, '00100020'),
    'real.otherPatientId': canaryIn(canaries, '00101000'),
    'real.serial': canaryIn(canaries, '00181000'),
    'real.studyId': canaryIn(canaries, '00200010'),
    'real.private': canaryIn(canaries, '00091001'),
    ...(second === undefined ? {} : { 'later.study': second.studyInstanceUid }),
  };
}

/** Things that do not exist, as long as those that do. */
export const nonePlaces = (like: Places): Places => ({
  'none.publicId': randomBytes(16).toString('base64url'),
  'none.id': randomUUID(),
  'none.uid': `2.25.${'7'.repeat(Math.max(1, (like['real.study']?.length ?? 39) - 5))}`,
  'none.trial': `${trialCode.slice(0, -1)}X`,
  'none.subject': '909-909',
  'none.site': '909',
  'none.user': 'nosuchperson',
  'none.canary': 'CANARYFFFFFFFF99',
  'none.token': randomBytes(32).toString('base64url'),
});

/**
 * What is known at one viewer's place: own and others' cases, the trial, the staff's things.
 * @param signed a read that the first reader has signed
 */
export function placesOf(
  viewer: Viewer,
  cases: Readonly<Partial<Record<Viewer, ShownCase>>>,
  signed: ShownCase,
  shared: Places
): Places {
  const other: Viewer = viewer === 'R1' ? 'R2' : 'R1';
  const own = cases[viewer] ?? null;
  const { ADJ } = cases;
  return {
    ...shared,
    ...casePlaces('own', own),
    ...casePlaces('other', cases[other] ?? null),
    ...(viewer === 'ADJ' || ADJ === undefined ? {} : { 'adjudication.id': ADJ.id }),
    ...(viewer === 'R1' ? casePlaces('signed', signed) : {}),
    ...(viewer === 'anonymous'
      ? { 'login.other': roster.R2.user }
      : { 'own.user': roster[viewer].user, 'own.password': password }),
    'person.other': roster[other === 'R2' ? 'R2' : 'R1'].user,
    'trial.code': trialCode,
  };
}
