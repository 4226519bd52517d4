import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { approvalMeanings } from '../../trials/decide-version.js';
import { asManifest } from '../../release/manifest.js';
import { handmadeFile } from '../handmade-image.js';
import { multipartBody } from '../multipart-body.js';
import { password, type Answer } from '../test-server.js';
import { actsCharter, type ActServer, type Adjudicated, type PersonName } from './act-server.js';

export const subjects = ['S1', 'S2'] as const;
export const timepoints = ['BL', 'TP1', 'TP2'] as const;
export type SubjectName = (typeof subjects)[number];

const dates: Readonly<Record<string, string>> = {
  ...{ BL: '20260105', TP1: '20260302', TP2: '20260427', TP9: '20260107' },
};

/** One image file of a trial, by what tells it from others. */
export interface ImageName {
  readonly subject: string;
  /** As the file says it; the schedule has BL, TP1 and TP2. */
  readonly timepoint: string;
  /** Of several studies of one day. */
  readonly study: number;
  readonly number: number;
  /** Other bytes under the same name. */
  readonly bytes: number;
}

/** A trial of its own on a server, and who does what in it over HTTP. */
export interface ActTrial {
  readonly on: ActServer;
  readonly code: string;
  readonly trialId: string;
  readonly adjudicated: Adjudicated;
  file(image: ImageName): Uint8Array;
  deliver(who: PersonName, files: readonly Uint8Array[]): Promise<Answer>;
  post(who: PersonName, path: string, payload?: object): Promise<Answer>;
  get(who: PersonName, path: string): Promise<Answer>;
  /** Waits until nothing is under way in the background. */
  settled(): Promise<void>;
}

/** What a reader of a slot writes into a read, and nobody else may see. */
export const mark = (subject: string, slot: string, who: string): string =>
  `CNRY-${subject}-${slot}-${who}.`;

/** A document with one target of so many mm (0: nothing to see of it) on the images that a read shows now. */
export const documentFor = async (
  { on }: ActTrial,
  readId: string,
  mm: number,
  comment: string
): Promise<ReadDocument> => {
  const { db } = on.server.deps;
  const names = await db
    .selectFrom('presentation')
    .innerJoin('presentation_uid as uid', 'uid.presentation_id', 'presentation.id')
    .innerJoin('image_manifest', 'image_manifest.id', 'presentation.manifest_id')
    .select(['uid.real_uid', 'uid.pseudonym', 'image_manifest.content'])
    .where('presentation.read_id', '=', readId)
    .execute();
  const manifest = names[0] === undefined ? null : asManifest(names[0].content);
  const shown = manifest?.timepoints.find(({ current }) => current);
  const series = shown?.series[0];
  const name = (real: string | undefined): string =>
    names.find(({ real_uid: uid }) => uid === real)?.pseudonym ?? '2.25.404';
  return {
    ...emptyReadDocument(),
    lesions: [
      {
        ...{ trackingUid: '2.25.777', id: 'T01', role: 'target', location: 'LIVER' },
        ...{ laterality: null, state: mm === 0 ? 'absent' : 'measured', reason: null },
        ...{ mergedInto: null, splitFrom: null, comment, createdInThisRead: true },
        mark:
          mm === 0
            ? null
            : {
                tool: 'Bidirectional',
                pointsLps: [
                  [0, 0, 0],
                  [mm, 0, 0],
                  [mm / 2, 0, 0],
                  [mm / 2, mm / 2, 0],
                ],
                studyInstanceUid: name(shown?.timepointId),
                seriesInstanceUid: name(series?.seriesUid),
                sopInstanceUid: name(series?.instances[0]?.sopUid),
                ...{ frameNumber: 1, longestDiameterMm: mm, shortAxisMm: mm / 2 },
                ...{ sliceThicknessMm: 2, calibration: null },
              },
      },
    ],
  };
};

let count = 0;

/** A trial in force, without images. */
export const actTrial = async (
  on: ActServer,
  adjudicated: Adjudicated = 'ofSubject'
): Promise<ActTrial> => {
  count += 1;
  const code = `ACTS-${count}`;
  const { server, tokens } = on;
  const root = `/api/admin/trials/${code}`;
  const call = (who: PersonName, method: 'GET' | 'POST', url: string, payload?: object) =>
    server.ask({
      ...{ method, url, headers: { authorization: `Bearer ${tokens[who]}` } },
      ...(payload === undefined ? {} : { payload }),
    });
  const done = async (answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    if (given.statusCode !== 200) throw new Error(given.body);
    return given;
  };
  const charter = actsCharter(code, { adjudicated });
  await done(call('admin', 'POST', '/api/admin/trials', { charter }));
  const { id: trialId } = await server.deps.db
    .selectFrom('trial')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  await done(
    call('approver', 'POST', `${root}/versions/1/approve`, {
      ...{ password, meaning: approvalMeanings[0], reason: 'As agreed' },
    })
  );
  // Who logged in before they had a role puts it on with the next request, which is on record and no act of the trial.
  for (const session of Object.values(on.sessions)) await session.call('GET', '/api/session');
  return {
    ...{ on, code, trialId, adjudicated },
    file: ({ subject, timepoint, study, number, bytes }) => {
      const studyUid = `1.2.826.0.1.${count}.${subject.slice(1)}.${timepoints.findIndex(one => one === timepoint) + 2}.${study + 1}`;
      return handmadeFile({
        ...{ studyUid, seriesUid: `${studyUid}.1`, sopUid: `${studyUid}.1.${number}` },
        ...{ frameOfReferenceUid: `${studyUid}.9`, subject, site: '101', timepoint },
        ...{ date: dates[timepoint] ?? '20260101', number, z: number * 5 },
        ...{ canary: 'X', protocol: code, pixelSeed: number + 100 * bytes },
      });
    },
    deliver: async (who, files) => {
      const named = files.map((bytes, index) => ({ name: `${index}.dcm`, bytes }));
      const { bytes, headers } = multipartBody(named);
      return server.ask({
        ...{ method: 'POST', url: `${root}/deliveries`, bytes },
        headers: { ...headers, authorization: `Bearer ${tokens[who]}` },
      });
    },
    post: (who, path, payload = {}) =>
      call(who, 'POST', path.startsWith('/api/') ? path : root + path, payload),
    get: (who, path) => call(who, 'GET', path.startsWith('/api/') ? path : root + path),
    settled: () => server.releases.idle(),
  };
};
