import { shown } from './handmade-images.js';
import { approvalMeanings } from '../trials/decide-version.js';
import { charterText, password } from './test-server.js';

/** One request of a route. */
export interface Call {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object;
}

/** By route: calls that get as far as the caller may go and then change nothing that the next call needs. */
export const callsOf = (
  readId: string,
  problemId: string
): Readonly<Record<string, readonly Call[]>> => {
  const read = `/api/reads/${readId}`;
  const images = `/reads/${readId}/dicomweb`;
  const series = `${images}/studies/${shown.study}/series/${shown.series}`;
  const versions = '/api/admin/trials/T-1/versions';
  const reason = 'for the test';
  const signature = { password, meaning: 'x', requestId: 'request-1', etag: '"0"' };
  return {
    'GET /': [{ url: '/' }],
    'GET /*': [{ url: '/any-page' }],
    'GET /plugins/*': [{ url: '/plugins/suite.mjs' }],
    'GET /api/site': [{ url: '/api/site' }],
    'GET /api/openapi.json': [{ url: '/api/openapi.json' }],
    'GET /login': [{ url: '/login' }],
    'POST /login': [{ url: '/login', payload: { user: 'reader', password } }],
    'POST /api/session/renew': [
      { url: '/api/session/renew', payload: { user: 'reader', password } },
    ],
    'GET /api/session': [{ url: '/api/session' }],
    'POST /api/session/stay': [{ url: '/api/session/stay' }],
    'POST /api/logout': [{ url: '/api/logout' }],
    'GET /api/preferences': [{ url: '/api/preferences' }],
    'PUT /api/preferences': [
      { url: '/api/preferences', payload: { language: 'en', theme: 'dark' } },
    ],
    'GET /api/reads': [{ url: '/api/reads' }],
    'GET /api/reads/:readId': [{ url: read }],
    'GET /api/reads/:readId/images': [{ url: `${read}/images` }],
    'GET /api/reads/:readId/draft': [{ url: `${read}/draft` }],
    // Refused as a document, which comes after the question whose read it is.
    'PUT /api/reads/:readId/draft': [
      { url: `${read}/draft`, headers: { 'if-match': '"0"' }, payload: { document: {} } },
    ],
    'POST /api/reads/:readId/sign': [{ url: `${read}/sign`, payload: signature }],
    'GET /api/reads/:readId/problems': [{ url: `${read}/problems` }],
    'POST /api/reads/:readId/problems': [
      {
        url: `${read}/problems`,
        payload: { kind: 'correction', text: 'x', requestId: 'request-1' },
      },
    ],
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
    'POST /api/admin/trials': [{ url: '/api/admin/trials', payload: { charter: charterText } }],
    'GET /api/admin/trials/:trial/versions': [{ url: versions }],
    // Kept with its errors.
    'POST /api/admin/trials/:trial/versions': [
      { url: versions, payload: { charter: 'trial: 7', reason, scope: 'newSubjects' } },
    ],
    'GET /api/admin/trials/:trial/versions/:version': [{ url: `${versions}/1` }],
    'GET /api/admin/trials/:trial/versions/:version/diff': [{ url: `${versions}/1/diff` }],
    'GET /api/admin/trials/:trial/versions/:version/impact': [{ url: `${versions}/1/impact` }],
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
    'GET /api/admin/trials/:trial/export': [{ url: '/api/admin/trials/T-1/export' }],
    'GET /api/admin/audit/:trial': [{ url: '/api/admin/audit/T-1' }],
    'GET /api/admin/problems': [{ url: '/api/admin/problems' }],
    'POST /api/admin/problems/:problemId/answer': [
      {
        url: `/api/admin/problems/${problemId}/answer`,
        payload: { decision: 'hold', text: 'Asked the site' },
      },
    ],
  };
};
