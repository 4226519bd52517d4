import { multipartBody } from './multipart-body.js';
import { shown } from './handmade-images.js';
import { approvalMeanings } from '../trials/decide-version.js';
import { charterText, password } from './test-server.js';

/** One request of a route. */
export interface Call {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object;
  readonly bytes?: Uint8Array;
}

/** Stands in a call's URL for a token of whoever calls. */
export const ownToken = 'OWN-TOKEN';

/** Calls of a review of who may do what; nothing that anybody sees has this hash. */
const accessCalls = (route: string, url: string): Readonly<Record<string, readonly Call[]>> => ({
  [`GET ${route}`]: [{ url }, { url: `${url}?all=true&text=a&only=lapsing` }],
  [`GET ${route}/export`]: [{ url: `${url}/export?role=reader` }],
  [`GET ${route}/reviews`]: [{ url: `${url}/reviews` }],
  [`POST ${route}/reviews`]: [
    { url: `${url}/reviews`, payload: { hash: 'none', note: 'x', password } },
  ],
});

/** By route: calls that get as far as the caller may go and then change nothing that the next call needs. */
export const callsOf = (
  readId: string,
  problemId: string,
  rows: {
    readonly qualification: string;
    readonly absence: string;
    readonly conflict: string;
    readonly token: string;
    readonly unlock: string;
    /** Public id of an adjudication. */
    readonly adjudication: string;
    /** The same of a global read. */
    readonly globalRead: string;
    /** Public id of a meeting of readers. */
    readonly consensus: string;
    readonly arrival: string;
    readonly quarantined: string;
    readonly receipt: string;
    readonly exam: string;
    /** Names of its images on the QC page's side. */
    readonly examImages: {
      readonly study: string;
      readonly series: string;
      readonly instance: string;
    };
    readonly query: string;
    readonly impact: string;
    /** A destruction of an identity that is decided. */
    readonly destruction: string;
    /** A reset that is decided. */
    readonly reset: string;
    /** The id of the read that is not for browsers of readers. */
    readonly readInside: string;
    /** A planned review of the record, with one entry. */
    readonly review: string;
    /** A clinical fact that stands. */
    readonly fact: string;
    /** Its id towards browsers. */
    readonly signedRead: string;
    /** The same of one with its signature, images and a picture. */
    readonly replayedRead: string;
    /** Hash of that picture. */
    readonly picture: string;
  }
): Readonly<Record<string, readonly Call[]>> => {
  const read = `/api/reads/${readId}`;
  const adjudication = `/api/adjudications/${rows.adjudication}`;
  const globalRead = `/api/global-reads/${rows.globalRead}`;
  const consensus = `/api/consensus/${rows.consensus}`;
  const images = `/reads/${readId}/dicomweb`;
  const replay = `/api/reads/${rows.replayedRead}/replay`;
  const replayed = `/replays/${rows.replayedRead}/dicomweb`;
  const replayedStudy = `${replayed}/studies/${shown.study}`;
  const replayedSeries = `${replayedStudy}/series/${shown.series}`;
  const series = `${images}/studies/${shown.study}/series/${shown.series}`;
  const examImages = `/qc/exams/${rows.exam}/dicomweb`;
  const examStudy = `${examImages}/studies/${rows.examImages.study}`;
  const examSeries = `${examStudy}/series/${rows.examImages.series}`;
  const versions = '/api/admin/trials/T-1/versions';
  const managed = '/api/admin/trials/T-1/reads';
  const facts = '/api/admin/trials/T-1/facts';
  const audit = '/api/admin/audit/T-1';
  const review = `${audit}/reviews/${rows.review}`;
  const exam = `/api/admin/trials/T-1/exams/${rows.exam}`;
  const query = `/api/admin/trials/T-1/queries/${rows.query}`;
  const notUsable = { purpose: 'read', usable: 'no', reason: 'x' };
  const reason = 'for the test';
  const visit = { track: 'confirmation', subject: 'REAL-SUBJECT-1', timepoint: 'TP1' };
  const arrival = `/api/admin/trials/T-1/arrivals/${rows.arrival}`;
  const quarantined = `/api/admin/trials/T-1/quarantine/${rows.quarantined}`;
  const noImage = [{ name: 'a', bytes: new TextEncoder().encode('no image') }];
  const signature = { password, meaning: 'x', requestId: 'request-1', etag: '"0"' };
  return {
    'GET /': [{ url: '/' }],
    'GET /api/admin/trials/:trial/blinding': [{ url: '/api/admin/trials/T-1/blinding' }],
    'GET /*': [{ url: '/any-page' }],
    'GET /plugins/*': [{ url: '/plugins/suite.mjs' }],
    'GET /api/site': [{ url: '/api/site' }],
    'GET /api/openapi.json': [{ url: '/api/openapi.json' }],
    'GET /login': [{ url: '/login' }],
    'POST /login': [{ url: '/login', payload: { user: 'reader', password } }],
    'GET /login/provider': [{ url: '/login/provider' }],
    'GET /login/provider/callback': [{ url: '/login/provider/callback?code=none&state=none' }],
    'GET /login/provider/done.js': [{ url: '/login/provider/done.js' }],
    'POST /api/session/provider': [{ url: '/api/session/provider', payload: { password } }],
    'POST /api/session/renew': [
      { url: '/api/session/renew', payload: { user: 'reader', password } },
    ],
    'GET /api/session': [{ url: '/api/session' }],
    'POST /api/session/stay': [{ url: '/api/session/stay' }],
    // Of most callers it is none, and that is said; of the others it is worn already.
    'POST /api/session/hat': [{ url: '/api/session/hat', payload: { hat: 'administrator' } }],
    'GET /api/session/local-key': [{ url: '/api/session/local-key?case=case-1' }],
    'POST /api/logout': [{ url: '/api/logout' }],
    'GET /api/preferences': [{ url: '/api/preferences' }],
    'PUT /api/preferences': [
      { url: '/api/preferences', payload: { language: 'en', theme: 'dark' } },
    ],
    'GET /api/tokens': [{ url: '/api/tokens' }],
    'POST /api/tokens': [{ url: '/api/tokens', payload: { name: 'Laptop', password } }],
    'POST /api/tokens/:id/revoke': [{ url: `/api/tokens/${ownToken}/revoke` }],
    'GET /api/second-factor': [{ url: '/api/second-factor' }],
    'POST /api/second-factor/key': [{ url: '/api/second-factor/key', payload: { password } }],
    // No such code is the first of a key, nor of a second factor that is there.
    'POST /api/second-factor/confirm': [
      { url: '/api/second-factor/confirm', payload: { code: 'none' } },
    ],
    ...Object.fromEntries(
      ['recovery-codes', 'end'].map(path => [
        `POST /api/second-factor/${path}`,
        [{ url: `/api/second-factor/${path}`, payload: { password, code: 'none' } }],
      ])
    ),
    'GET /api/reads': [{ url: '/api/reads' }],
    'GET /api/reads/:readId': [{ url: read }],
    'GET /api/reads/:readId/images': [{ url: `${read}/images` }],
    'GET /api/reads/:readId/draft': [{ url: `${read}/draft` }],
    // Refused as a document, which comes after the question whose read it is.
    'PUT /api/reads/:readId/draft': [
      { url: `${read}/draft`, headers: { 'if-match': '"0"' }, payload: { document: {} } },
    ],
    'POST /api/reads/:readId/sign': [
      { url: `${read}/sign`, payload: { ...signature, pictures: { missing: 'noViewer' } } },
    ],
    'GET /api/reads/:readId/facts': [{ url: `${read}/facts` }],
    'GET /api/reads/:readId/problems': [{ url: `${read}/problems` }],
    'POST /api/reads/:readId/problems': [
      {
        url: `${read}/problems`,
        payload: { kind: 'correction', text: 'x', requestId: 'request-1' },
      },
    ],
    'GET /api/adjudications/:adjudicationId': [{ url: adjudication }],
    'GET /api/adjudications/:adjudicationId/images': [{ url: `${adjudication}/images` }],
    'GET /api/adjudications/:adjudicationId/facts': [{ url: `${adjudication}/facts` }],
    'GET /api/adjudications/:adjudicationId/draft': [{ url: `${adjudication}/draft` }],
    // Refused as a decision, which comes after the question whose adjudication it is.
    'PUT /api/adjudications/:adjudicationId/draft': [
      { url: `${adjudication}/draft`, headers: { 'if-match': '"0"' }, payload: { document: {} } },
    ],
    'GET /api/adjudications/:adjudicationId/problems': [{ url: `${adjudication}/problems` }],
    'POST /api/adjudications/:adjudicationId/problems': [
      {
        url: `${adjudication}/problems`,
        payload: { kind: 'correction', text: 'x', requestId: 'request-5' },
      },
    ],
    'POST /api/adjudications/:adjudicationId/sign': [
      { url: `${adjudication}/sign`, payload: { ...signature, requestId: 'request-2' } },
    ],
    // Nothing of it is signed, so there is nothing to open again.
    'POST /api/adjudications/:adjudicationId/unlock': [
      { url: `${adjudication}/unlock`, payload: { reason } },
    ],
    // It is of a read that is not signed, so nothing of it can be shown, changed or signed.
    'GET /api/global-reads/:globalReadId': [{ url: globalRead }],
    'GET /api/global-reads/:globalReadId/images': [{ url: `${globalRead}/images` }],
    'GET /api/global-reads/:globalReadId/facts': [{ url: `${globalRead}/facts` }],
    'POST /api/global-reads/:globalReadId/reconsider': [
      { url: `${globalRead}/reconsider`, payload: { readId, reason } },
    ],
    'POST /api/global-reads/:globalReadId/sign': [
      { url: `${globalRead}/sign`, payload: { ...signature, requestId: 'request-3' } },
    ],
    'GET /api/consensus': [{ url: '/api/consensus' }],
    'GET /api/consensus/:consensusId': [{ url: consensus }],
    'GET /api/consensus/:consensusId/images': [{ url: `${consensus}/images` }],
    'GET /api/consensus/:consensusId/facts': [{ url: `${consensus}/facts` }],
    // Nothing is put forward, and after something else nothing can be.
    'POST /api/consensus/:consensusId/proposals': [
      {
        url: `${consensus}/proposals`,
        payload: {
          proposal: {
            choice: { kind: 'read', name: 'A' },
            reason: { code: 'other', text: reason },
          },
          ...{ after: 7, password, meaning: 'x', requestId: 'request-3' },
        },
      },
    ],
    'POST /api/consensus/:consensusId/votes': [
      {
        url: `${consensus}/votes`,
        payload: {
          ...{ proposal: 7, vote: 'agree', reason: '' },
          ...{ password, meaning: 'x', requestId: 'request-4' },
        },
      },
    ],
    // The read is not signed, so there is nothing to open again.
    'POST /api/reads/:readId/unlock': [{ url: `${read}/unlock`, payload: { reason } }],
    'GET /reads/:readId/dicomweb/studies': [{ url: `${images}/studies` }],
    'GET /reads/:readId/dicomweb/studies/:study/series': [
      { url: `${images}/studies/${shown.study}/series` },
    ],
    'GET /reads/:readId/dicomweb/studies/:study/instances': [
      { url: `${images}/studies/${shown.study}/instances` },
    ],
    'GET /reads/:readId/dicomweb/studies/:study/metadata': [
      { url: `${images}/studies/${shown.study}/metadata` },
    ],
    'GET /reads/:readId/dicomweb/studies/:study/series/:series/instances': [
      { url: `${series}/instances` },
    ],
    'GET /reads/:readId/dicomweb/studies/:study/series/:series/metadata': [
      { url: `${series}/metadata` },
    ],
    'GET /reads/:readId/dicomweb/studies/:study/series/:series/instances/:instance/frames/:frames':
      [{ url: `${series}/instances/${shown.instance}/frames/1` }],
    'GET /reads/:readId/dicomweb/*': [{ url: `${images}/anything` }],
    'GET /api/reads/:readId/replay': [{ url: replay }],
    'GET /api/reads/:readId/replay/images': [{ url: `${replay}/images` }],
    'GET /api/reads/:readId/replay/pictures/:sha256': [
      { url: `${replay}/pictures/${rows.picture}` },
    ],
    'GET /api/admin/trials/:trial/reads/:readId/report': [
      { url: `${managed}/${rows.replayedRead}/report` },
    ],
    'GET /replays/:readId/dicomweb/studies': [{ url: `${replayed}/studies` }],
    'GET /replays/:readId/dicomweb/studies/:study/series': [{ url: `${replayedStudy}/series` }],
    'GET /replays/:readId/dicomweb/studies/:study/instances': [
      { url: `${replayedStudy}/instances` },
    ],
    'GET /replays/:readId/dicomweb/studies/:study/metadata': [{ url: `${replayedStudy}/metadata` }],
    'GET /replays/:readId/dicomweb/studies/:study/series/:series/instances': [
      { url: `${replayedSeries}/instances` },
    ],
    'GET /replays/:readId/dicomweb/studies/:study/series/:series/metadata': [
      { url: `${replayedSeries}/metadata` },
    ],
    'GET /replays/:readId/dicomweb/studies/:study/series/:series/instances/:instance/frames/:frames':
      [{ url: `${replayedSeries}/instances/${shown.instance}/frames/1` }],
    'GET /replays/:readId/dicomweb/*': [{ url: `${replayed}/anything` }],
    'GET /qc/exams/:exam/dicomweb/studies': [{ url: `${examImages}/studies` }],
    'GET /qc/exams/:exam/dicomweb/studies/:study/series': [{ url: `${examStudy}/series` }],
    'GET /qc/exams/:exam/dicomweb/studies/:study/instances': [{ url: `${examStudy}/instances` }],
    'GET /qc/exams/:exam/dicomweb/studies/:study/metadata': [{ url: `${examStudy}/metadata` }],
    'GET /qc/exams/:exam/dicomweb/studies/:study/series/:series/instances': [
      { url: `${examSeries}/instances` },
    ],
    'GET /qc/exams/:exam/dicomweb/studies/:study/series/:series/metadata': [
      { url: `${examSeries}/metadata` },
    ],
    'GET /qc/exams/:exam/dicomweb/studies/:study/series/:series/instances/:instance/frames/:frames':
      [{ url: `${examSeries}/instances/${rows.examImages.instance}/frames/1` }],
    'GET /qc/exams/:exam/dicomweb/*': [{ url: `${examImages}/anything` }],
    'POST /api/admin/trials': [{ url: '/api/admin/trials', payload: { charter: charterText } }],
    'GET /api/admin/trials': [{ url: '/api/admin/trials' }],
    'POST /api/admin/charters/check': [
      { url: '/api/admin/charters/check', payload: { charter: charterText } },
    ],
    'GET /api/admin/charters/examples': [{ url: '/api/admin/charters/examples' }],
    'GET /api/admin/trials/:trial/versions': [{ url: versions }],
    // Kept with its errors.
    'POST /api/admin/trials/:trial/versions': [
      { url: versions, payload: { charter: 'trial: 7', reason, scope: 'newSubjects' } },
    ],
    'GET /api/admin/trials/:trial/versions/:version': [{ url: `${versions}/1` }],
    'GET /api/admin/trials/:trial/versions/:version/diff': [{ url: `${versions}/1/diff` }],
    'GET /api/admin/trials/:trial/versions/:version/impact': [{ url: `${versions}/1/impact` }],
    'GET /api/admin/trials/:trial/versions/:version/impact/reads': [
      { url: `${versions}/1/impact/reads` },
    ],
    // The version is in force, so none of these does anything to it.
    'POST /api/admin/trials/:trial/versions/:version/send': [{ url: `${versions}/1/send` }],
    'POST /api/admin/trials/:trial/versions/:version/recall': [
      { url: `${versions}/1/recall`, payload: { reason } },
    ],
    'POST /api/admin/trials/:trial/versions/:version/approve': [
      {
        url: `${versions}/1/approve`,
        payload: { password, meaning: approvalMeanings[0], reason },
      },
    ],
    'POST /api/admin/trials/:trial/versions/:version/reject': [
      { url: `${versions}/1/reject`, payload: { reason } },
    ],
    'POST /api/admin/intake': [{ url: '/api/admin/intake' }],
    'POST /api/admin/trials/:trial/copy': [
      { url: '/api/admin/trials/T-1/copy', payload: { passphrase: 'short' } },
    ],
    'POST /api/admin/trial-copies': [
      {
        url: '/api/admin/trial-copies',
        headers: { 'content-type': 'application/x-tar' },
        bytes: new TextEncoder().encode('no copy'),
      },
    ],
    'POST /api/admin/backup': [{ url: '/api/admin/backup', payload: { passphrase: 'short' } }],
    'GET /api/admin/trials/:trial/export': [{ url: '/api/admin/trials/T-1/export' }],
    'GET /api/admin/audit/:trial': [{ url: '/api/admin/audit/T-1' }],
    'GET /api/admin/audit/:trial/heads': [{ url: '/api/admin/audit/T-1/heads' }],
    'GET /api/admin/audit/:trial/entries': [
      { url: `${audit}/entries` },
      { url: `${audit}/entries?act=read.released&role=system&text=read&order=oldest&limit=2` },
    ],
    'GET /api/admin/audit/:trial/entries/:entry': [{ url: `${audit}/entries/1` }],
    'GET /api/admin/audit/:trial/facets': [{ url: `${audit}/facets` }],
    'GET /api/admin/audit/:trial/export': [
      { url: `${audit}/export?format=csv` },
      { url: `${audit}/export?format=jsonl&by=server` },
    ],
    'GET /api/admin/audit/:trial/subjects': [{ url: `${audit}/subjects?text=REAL` }],
    'GET /api/admin/audit/:trial/reads/:read/life': [
      { url: `${audit}/reads/${rows.readInside}/life` },
    ],
    'GET /api/admin/audit/:trial/reads/:read/life/export': [
      { url: `${audit}/reads/${rows.readInside}/life/export?format=csv` },
    ],
    'GET /api/admin/audit/:trial/verifications': [{ url: `${audit}/verifications` }],
    'POST /api/admin/audit/:trial/verifications': [{ url: `${audit}/verifications` }],
    'GET /api/admin/audit/:trial/reviews': [{ url: `${audit}/reviews` }],
    'POST /api/admin/audit/:trial/reviews': [
      {
        url: `${audit}/reviews`,
        payload: {
          ...{ title: 'x', acts: ['no.act'], sampling: { kind: 'all' }, dueDate: '2026-04-01' },
        },
      },
    ],
    'GET /api/admin/audit/:trial/reviews/:review': [{ url: review }],
    'GET /api/admin/audit/:trial/reviews/:review/items': [{ url: `${review}/items` }],
    'POST /api/admin/audit/:trial/reviews/:review/items/:place': [
      { url: `${review}/items/1`, payload: { outcome: 'inOrder' } },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/items/:place/answer': [
      { url: `${review}/items/1/answer`, payload: { text: 'x' } },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/items/:place/close': [
      { url: `${review}/items/1/close`, payload: { text: 'x' } },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/items/:place/reopen': [
      { url: `${review}/items/1/reopen`, payload: { text: 'x' } },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/notes': [
      { url: `${review}/notes`, payload: { notes: 'x' } },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/sign': [
      {
        url: `${review}/sign`,
        payload: { password, meaning: 'x', requestId: 'request-1', version: 1 },
      },
    ],
    'POST /api/admin/audit/:trial/reviews/:review/withdraw': [
      { url: `${review}/withdraw`, payload: { reason } },
    ],
    'GET /api/admin/audit/:trial/reviews/:review/export': [{ url: `${review}/export?format=json` }],
    'GET /api/admin/problems': [{ url: '/api/admin/problems' }],
    'GET /api/admin/trials/:trial/progress': [
      { url: '/api/admin/trials/T-1/progress' },
      { url: '/api/admin/trials/T-1/progress?stuck=true' },
    ],
    'GET /api/admin/trials/:trial/progress/summary': [
      { url: '/api/admin/trials/T-1/progress/summary' },
    ],
    'GET /api/admin/trials/:trial/progress/subjects/:subject': [
      { url: '/api/admin/trials/T-1/progress/subjects/REAL-SUBJECT-1' },
    ],
    'GET /api/admin/trials/:trial/arrivals': [
      { url: '/api/admin/trials/T-1/arrivals' },
      { url: '/api/admin/trials/T-1/arrivals?state=all&site=101&text=S&order=newest' },
    ],
    'GET /api/admin/trials/:trial/arrivals/summary': [
      { url: '/api/admin/trials/T-1/arrivals/summary' },
    ],
    'GET /api/admin/trials/:trial/arrivals/subjects': [
      { url: '/api/admin/trials/T-1/arrivals/subjects?text=REAL' },
    ],
    'GET /api/admin/trials/:trial/arrivals/:id': [{ url: arrival }],
    // The schedule has no such timepoint.
    'POST /api/admin/trials/:trial/arrivals/:id/match': [
      {
        url: `${arrival}/match`,
        payload: { subject: 'S', newSubject: true, timepoint: 'NONE', authority: 'x', reason },
      },
    ],
    'POST /api/admin/trials/:trial/arrivals/:id/refuse': [
      { url: `${arrival}/refuse`, payload: { reason } },
    ],
    'POST /api/admin/trials/:trial/arrivals/:id/take-up-again': [
      { url: `${arrival}/take-up-again`, payload: { reason } },
    ],
    'GET /api/admin/trials/:trial/quarantine': [{ url: '/api/admin/trials/T-1/quarantine' }],
    'POST /api/admin/trials/:trial/quarantine/:id/release': [
      { url: `${quarantined}/release`, payload: { authority: 'x', reason } },
    ],
    'POST /api/admin/trials/:trial/quarantine/:id/refuse': [
      { url: `${quarantined}/refuse`, payload: { reason } },
    ],
    'GET /api/admin/trials/:trial/quarantine/groups': [
      { url: '/api/admin/trials/T-1/quarantine/groups?state=all' },
    ],
    // All of it was refused before.
    'POST /api/admin/trials/:trial/quarantine/groups/release': [
      {
        url: '/api/admin/trials/T-1/quarantine/groups/release',
        payload: { receipt: rows.receipt, study: '1.2.3', authority: 'x', reason },
      },
    ],
    'POST /api/admin/trials/:trial/quarantine/groups/refuse': [
      {
        url: '/api/admin/trials/T-1/quarantine/groups/refuse',
        payload: { receipt: rows.receipt, study: '1.2.3', reason },
      },
    ],
    'GET /api/admin/trials/:trial/deliveries': [{ url: '/api/admin/trials/T-1/deliveries' }],
    'GET /api/admin/trials/:trial/deliveries/:id/files': [
      { url: `/api/admin/trials/T-1/deliveries/${rows.receipt}/files` },
    ],
    'POST /api/admin/trials/:trial/deliveries': [
      { url: '/api/admin/trials/T-1/deliveries', ...multipartBody(noImage) },
    ],
    'POST /sites/:trial/dicomweb/studies': [
      { url: '/sites/T-1/dicomweb/studies', ...multipartBody(noImage, 'related') },
    ],
    'GET /api/admin/trials/:trial/facts': [{ url: facts }, { url: `${facts}?kind=death` }],
    'GET /api/admin/trials/:trial/facts/imports': [{ url: `${facts}/imports` }],
    'GET /api/admin/trials/:trial/facts/subjects/:subject': [
      { url: `${facts}/subjects/REAL-SUBJECT-1` },
    ],
    // Previews keep nothing, and what is refused is kept neither.
    'POST /api/admin/trials/:trial/facts': [
      {
        url: facts,
        payload: {
          ...{ subject: 'REAL-SUBJECT-1', kind: 'death', date: '2026-02', reason, preview: true },
        },
      },
    ],
    'POST /api/admin/trials/:trial/facts/import': [
      {
        url: `${facts}/import`,
        payload: { fileName: 'a.csv', source: 'EDC', content: 'c3ViamVjdA==', preview: true },
      },
      { url: `${facts}/import`, payload: { fileName: 'a.csv', source: 'EDC', content: '' } },
    ],
    'POST /api/admin/trials/:trial/facts/:id/withdraw': [
      { url: `${facts}/${rows.fact}/withdraw`, payload: { reason, preview: true } },
    ],
    'GET /api/admin/trials/:trial/corrections': [{ url: '/api/admin/trials/T-1/corrections' }],
    // No subject is written like that.
    'POST /api/admin/trials/:trial/corrections': [
      {
        url: '/api/admin/trials/T-1/corrections',
        payload: {
          ...{ exam: rows.arrival, attribute: 'subject', value: 'A B', authority: 'x', reason },
        },
      },
    ],
    'POST /api/admin/trials/:trial/corrections/foresee': [
      {
        url: '/api/admin/trials/T-1/corrections/foresee',
        payload: { exam: rows.arrival, attribute: 'subject', value: 'A B' },
      },
    ],
    // All of the subject's timepoints are complete, and the first one is being read.
    ...Object.fromEntries(
      ['missed', 'expected', 'complete', 'not-readable'].map(path => [
        `POST /api/admin/trials/:trial/timepoints/${path}`,
        [
          {
            url: `/api/admin/trials/T-1/timepoints/${path}`,
            payload: { subject: 'REAL-SUBJECT-1', timepoint: 'BL', reason },
          },
        ],
      ])
    ),
    // The charter has no unscheduled timepoint.
    'POST /api/admin/trials/:trial/timepoints/unscheduled': [
      {
        url: '/api/admin/trials/T-1/timepoints/unscheduled',
        payload: { subject: 'REAL-SUBJECT-1', timepoint: 'UNS', date: '2026-03-20', reason },
      },
    ],
    'GET /api/admin/trials/:trial/people': [{ url: '/api/admin/trials/T-1/people' }],
    'POST /api/admin/trials/:trial/roles': [
      {
        url: '/api/admin/trials/T-1/roles',
        payload: { user: 'other', role: 'trainer', reason: 'Trains the readers' },
      },
    ],
    // Nobody by that name is in the trial.
    'POST /api/admin/trials/:trial/roles/end': [
      {
        url: '/api/admin/trials/T-1/roles/end',
        payload: { user: 'nobody', role: 'trainer', reason: 'Left' },
      },
    ],
    'GET /api/admin/trials/:trial/qualifications': [
      { url: '/api/admin/trials/T-1/qualifications' },
    ],
    'POST /api/admin/trials/:trial/qualifications': [
      {
        url: '/api/admin/trials/T-1/qualifications',
        payload: { user: 'other', kind: 'gcp', date: '2026-01-05' },
      },
    ],
    'POST /api/admin/trials/:trial/qualifications/:id/withdraw': [
      {
        url: `/api/admin/trials/T-1/qualifications/${rows.qualification}/withdraw`,
        payload: { reason: 'x' },
      },
    ],
    'GET /api/admin/trials/:trial/absences': [{ url: '/api/admin/trials/T-1/absences' }],
    'POST /api/admin/trials/:trial/absences': [
      {
        url: '/api/admin/trials/T-1/absences',
        payload: { user: 'reader', from: '2025-01-01', to: '2025-01-02' },
      },
    ],
    'POST /api/admin/trials/:trial/absences/:id/cancel': [
      { url: `/api/admin/trials/T-1/absences/${rows.absence}/cancel` },
    ],
    'GET /api/admin/trials/:trial/conflicts': [{ url: '/api/admin/trials/T-1/conflicts' }],
    'POST /api/admin/trials/:trial/conflicts': [
      {
        url: '/api/admin/trials/T-1/conflicts',
        payload: { user: 'reader', subject: 'nobody', reason: 'x' },
      },
    ],
    'POST /api/admin/trials/:trial/conflicts/:id/end': [
      { url: `/api/admin/trials/T-1/conflicts/${rows.conflict}/end`, payload: { reason: 'x' } },
    ],
    // The trial has no such subject.
    'POST /api/admin/trials/:trial/end-of-imaging': [
      {
        url: '/api/admin/trials/T-1/end-of-imaging',
        payload: { subject: 'nobody', lastTimepoint: 'BL', reason: 'Left' },
      },
    ],
    'POST /api/admin/trials/:trial/end-of-imaging/withdraw': [
      {
        url: '/api/admin/trials/T-1/end-of-imaging/withdraw',
        payload: { subject: 'nobody', reason: 'Said of another' },
      },
    ],
    'GET /api/admin/trials/:trial/identity-destructions': [
      { url: '/api/admin/trials/T-1/identity-destructions' },
    ],
    // The trial has no such subject.
    'POST /api/admin/trials/:trial/identity-destructions': [
      {
        url: '/api/admin/trials/T-1/identity-destructions',
        payload: { subject: 'nobody', reason },
      },
    ],
    'POST /api/admin/trials/:trial/identity-destructions/:id/confirm': [
      {
        url: `/api/admin/trials/T-1/identity-destructions/${rows.destruction}/confirm`,
        payload: { password },
      },
    ],
    'POST /api/admin/trials/:trial/identity-destructions/:id/refuse': [
      {
        url: `/api/admin/trials/T-1/identity-destructions/${rows.destruction}/refuse`,
        payload: { reason },
      },
    ],
    'GET /api/admin/trials/:trial/tracks': [{ url: '/api/admin/trials/T-1/tracks' }],
    'GET /api/admin/trials/:trial/results/tracks': [
      { url: '/api/admin/trials/T-1/results/tracks' },
    ],
    'GET /api/admin/trials/:trial/results': [
      { url: '/api/admin/trials/T-1/results?track=confirmation' },
    ],
    'POST /api/admin/trials/:trial/results/acknowledge': [
      {
        url: '/api/admin/trials/T-1/results/acknowledge',
        payload: { ...visit, result: rows.query },
      },
    ],
    'POST /api/admin/trials/:trial/site-assessments': [
      {
        url: '/api/admin/trials/T-1/site-assessments',
        // No response of the criterion.
        payload: { ...visit, response: 'XX', assessedOn: null, after: 0 },
      },
    ],
    'POST /api/admin/trials/:trial/site-assessments/import': [
      {
        url: '/api/admin/trials/T-1/site-assessments/import',
        payload: { track: 'confirmation', content: '', preview: true },
      },
    ],
    'GET /api/admin/trials/:trial/batches': [{ url: '/api/admin/trials/T-1/batches' }],
    // The charter releases on arrival.
    'POST /api/admin/trials/:trial/batches': [
      { url: '/api/admin/trials/T-1/batches', payload: { reason: 'The last ones' } },
    ],
    'GET /api/admin/trials/:trial/reads/unassigned': [{ url: `${managed}/unassigned` }],
    'GET /api/admin/trials/:trial/reads/:readId/candidates': [
      { url: `${managed}/${readId}/candidates` },
    ],
    // The read has its readers, so none of these does anything to it.
    'POST /api/admin/trials/:trial/reads/:readId/assign': [
      { url: `${managed}/${readId}/assign`, payload: { user: 'other' } },
    ],
    'POST /api/admin/trials/:trial/reads/:readId/move': [
      { url: `${managed}/${readId}/move`, payload: { user: 'nobody', reason } },
    ],
    'GET /api/admin/trials/:trial/replacements': [{ url: '/api/admin/trials/T-1/replacements' }],
    // There is no account of that name.
    'POST /api/admin/trials/:trial/replacements': [
      {
        url: '/api/admin/trials/T-1/replacements',
        payload: {
          ...{ subject: 'REAL-SUBJECT-1', slot: 'R1', user: 'nobody', how: 'takeOver', reason },
          authorisedBy: 'x',
        },
      },
    ],
    'POST /api/admin/trials/:trial/reads/:readId/unlock': [
      { url: `${managed}/${readId}/unlock`, payload: { reason } },
    ],
    // It is not signed, so there is nothing to open again and nothing to stand.
    'POST /api/admin/trials/:trial/adjudications/:adjudicationId/unlock': [
      {
        url: `/api/admin/trials/T-1/adjudications/${rows.adjudication}/unlock`,
        payload: { reason },
      },
    ],
    'POST /api/admin/trials/:trial/adjudications/:adjudicationId/let-stand': [
      {
        url: `/api/admin/trials/T-1/adjudications/${rows.adjudication}/let-stand`,
        payload: { reason, password },
      },
    ],
    'GET /api/admin/trials/:trial/unlocks': [{ url: '/api/admin/trials/T-1/unlocks?state=all' }],
    // Refused already.
    'POST /api/admin/trials/:trial/unlocks/:id/decide': [
      {
        url: `/api/admin/trials/T-1/unlocks/${rows.unlock}/decide`,
        payload: { decision: 'refuse', reason, password },
      },
    ],
    'GET /api/admin/trials/:trial/exams': [{ url: '/api/admin/trials/T-1/exams' }],
    'GET /api/admin/trials/:trial/exams/:exam': [{ url: exam }],
    'GET /api/admin/trials/:trial/exams/:exam/acquisition': [{ url: `${exam}/acquisition` }],
    'GET /api/admin/trials/:trial/exams/:exam/deidentification': [
      { url: `${exam}/deidentification` },
    ],
    'GET /api/admin/trials/:trial/reads/returned': [{ url: `${managed}/returned` }],
    'POST /api/admin/trials/:trial/exams/:exam/images': [{ url: `${exam}/images`, payload: {} }],
    // The exam has passed and the query is closed, so none of these does anything to them.
    'POST /api/admin/trials/:trial/exams/:exam/claim': [{ url: `${exam}/claim`, payload: {} }],
    'POST /api/admin/trials/:trial/exams/:exam/series': [
      {
        url: `${exam}/series`,
        payload: { series: [{ series: rows.exam, role: null, usable: [notUsable] }] },
      },
    ],
    'POST /api/admin/trials/:trial/exams/:exam/decide': [
      { url: `${exam}/decide`, payload: { act: 'pass' } },
    ],
    'GET /api/admin/trials/:trial/queries': [{ url: '/api/admin/trials/T-1/queries' }],
    'POST /api/admin/trials/:trial/queries': [
      {
        url: '/api/admin/trials/T-1/queries',
        payload: { exam: rows.exam, text: 'x', dueDate: '2026-02-30' },
      },
    ],
    'GET /api/admin/trials/:trial/queries/:query': [{ url: query }],
    'POST /api/admin/trials/:trial/queries/:query/answer': [
      { url: `${query}/answer`, payload: { text: 'x' } },
    ],
    'POST /api/admin/trials/:trial/queries/:query/close': [{ url: `${query}/close`, payload: {} }],
    'POST /api/admin/trials/:trial/queries/:query/cancel': [
      { url: `${query}/cancel`, payload: { text: 'x' } },
    ],
    'POST /api/admin/trials/:trial/queries/:query/reopen': [
      { url: `${query}/reopen`, payload: { text: 'x' } },
    ],
    'POST /api/admin/trials/:trial/queries/:query/not-resupplied': [
      { url: `${query}/not-resupplied`, payload: { reason: 'x' } },
    ],
    'GET /api/admin/trials/:trial/impacts': [{ url: '/api/admin/trials/T-1/impacts' }],
    // Refused as a meaning, which comes after the question who decides.
    'POST /api/admin/trials/:trial/impacts/:impact/decide': [
      {
        url: `/api/admin/trials/T-1/impacts/${rows.impact}/decide`,
        payload: { decision: 'noImpact', password, meaning: 'x', reason },
      },
    ],
    // The read is signed.
    'POST /api/admin/trials/:trial/reads/:readId/return-to-qc': [
      { url: `/api/admin/trials/T-1/reads/${rows.signedRead}/return-to-qc`, payload: { reason } },
    ],
    'POST /api/admin/trials/:trial/reads/:readId/leave-qc': [
      {
        url: `/api/admin/trials/T-1/reads/${rows.signedRead}/leave-qc`,
        payload: { images: 'asBefore' },
      },
    ],
    ...accessCalls('/api/admin/access', '/api/admin/access'),
    ...accessCalls('/api/admin/trials/:trial/access', '/api/admin/trials/T-1/access'),
    'GET /api/admin/accounts': [{ url: '/api/admin/accounts' }],
    'POST /api/admin/accounts': [
      { url: '/api/admin/accounts', payload: { user: 'other', name: 'Somebody else' } },
    ],
    'POST /api/admin/accounts/:user/deactivate': [
      { url: '/api/admin/accounts/other/deactivate', payload: { reason: 'Left' } },
    ],
    'POST /api/admin/accounts/:user/reactivate': [
      { url: '/api/admin/accounts/other/reactivate', payload: { reason: 'Came back' } },
    ],
    'POST /api/admin/accounts/:user/reset': [
      {
        url: '/api/admin/accounts/other/reset',
        payload: { secondFactor: true, reason: 'Lost the telephone' },
      },
    ],
    'GET /api/admin/account-resets': [{ url: '/api/admin/account-resets' }],
    'POST /api/admin/account-resets/:id/confirm': [
      { url: `/api/admin/account-resets/${rows.reset}/confirm`, payload: { password } },
    ],
    'POST /api/admin/account-resets/:id/refuse': [
      { url: `/api/admin/account-resets/${rows.reset}/refuse`, payload: { reason } },
    ],
    'POST /api/admin/accounts/:user/administrator': [
      {
        url: '/api/admin/accounts/other/administrator',
        payload: { administrator: false, reason: 'Never was one' },
      },
    ],
    'GET /api/admin/accounts/:user/tokens': [{ url: '/api/admin/accounts/other/tokens' }],
    'POST /api/admin/accounts/:user/tokens': [
      { url: '/api/admin/accounts/other/tokens', payload: { name: 'Laptop' } },
    ],
    'POST /api/admin/accounts/:user/tokens/:id/revoke': [
      { url: `/api/admin/accounts/other/tokens/${rows.token}/revoke` },
    ],
    'POST /api/admin/problems/:problemId/answer': [
      {
        url: `/api/admin/problems/${problemId}/answer`,
        payload: { decision: 'hold', text: 'Asked the site' },
      },
    ],
  };
};
