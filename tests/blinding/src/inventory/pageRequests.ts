import { get, type InventoryRequest, type RequestPair } from './request.js';

const page = 'GET /*';

/** Pages of the host that open images without a read, in the spellings that a router may take for the same. */
const closedPages: readonly string[] = ['/local', '/localbasic', '/debug'].flatMap(path => [
  path,
  `${path}/`,
  `${path}/x`,
  `${path}?StudyInstanceUIDs={real.study}`,
  path.toUpperCase(),
  `/${path}`,
  `${path}%2f`,
  `${path}%00`,
  `${path};a=b`,
  `/x/..${path}`,
  `/%6c${path.slice(2)}`,
]);

/** What the host's configuration can be told in an address. */
const hostQueries: readonly string[] = [
  'hangingprotocolid=default',
  'hangingprotocolid=mpr',
  'customization=/plugins/manifest.json',
  'customization=https://example.org/customization.json',
  'token=canary',
  'configUrl=https://example.org/app-config.js',
  'configUrl=/api/openapi.json',
  'url=https://example.org/study.json',
  'StudyInstanceUIDs={real.study}',
  'StudyInstanceUIDs={own.study}&initialSeriesInstanceUID={real.series}',
  'patientID={real.patientId}',
  'mrn={real.patientId}',
  'AccessionNumber={real.accession}',
];

const hostPages: readonly string[] = [
  '/',
  '/viewer',
  '/oncology-recist',
  '/adjudication',
  '/exam-qc',
  '/worklist',
  '/notfoundstudy',
  '/notfoundserver',
];

/** Requests for the host's pages and for files of the site and the plugins, whole and as source maps. */
export function pageRequests(files: readonly string[]): InventoryRequest[] {
  return [
    get('/', 'GET /'),
    get('/login', 'GET /login'),
    get('/login', 'GET /login', { 'accept-language': 'de' }),
    get('/login/provider', 'GET /login/provider'),
    get('/login/provider/callback', 'GET /login/provider/callback'),
    get('/login/provider/done.js', 'GET /login/provider/done.js'),
    get('/api/openapi.json', 'GET /api/openapi.json'),
    get('/plugins/manifest.json', 'GET /plugins/*'),
    {
      ...{ method: 'POST', path: '/login', route: 'POST /login' },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: '{none.user}', password: 'not the password' }),
    },
    ...closedPages.map(path => get(path, page)),
    ...hostPages.flatMap(path => [
      get(path, page),
      ...hostQueries.map(query => get(`${path}?${query}`, page)),
    ]),
    ...files.flatMap(path => {
      const route = path.startsWith('/plugins/') ? 'GET /plugins/*' : page;
      return [
        get(path, route),
        get(path, route, { 'accept-encoding': 'br' }),
        get(`${path}.map`, route),
      ];
    }),
  ];
}

/** A login that fails tells nothing of whether there is such an account. */
export const pagePairs: readonly RequestPair[] = [['{login.other}', '{none.user}'] as const].map(
  ([there, none]) => {
    const login = (user: string): InventoryRequest => ({
      ...{ method: 'POST', path: '/login', route: 'POST /login' },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password: 'not the password' }),
    });
    return { there: login(there), none: login(none) };
  }
);
