import { get, type InventoryRequest } from './request.js';

/** Other spellings of `..`. */
const ups = [
  ...['..', '%2e%2e', '%2E%2e', '.%2e', '%252e%252e', '..;', '%c0%ae%c0%ae', '%ef%bc%8e%ef%bc%8e'],
  ...['...', '..%00', '․․'],
];
/** Other spellings of a slash. */
const slashes = ['/', '%2f', '%2F', '%252f', '\\', '%5c', '//', '/./', '%ef%bc%8f'];

/** What lies beside the folders that the server gives files of. */
const files = [
  ...['package.json', 'cli.json', 'secrets/audit-key', 'orthanc/orthanc.json', 'etc/passwd'],
  ...['database/PG_VERSION', 'frames/content', 'server/dist/index.js', '.git/config'],
];

/** Paths of an archive that a browser may try. */
const archives = [
  ...[
    '/dicom-web/studies',
    '/dicomweb/studies',
    '/orthanc/dicom-web/studies',
    '/wado',
    '/instances',
  ],
  ...[
    '/patients',
    '/studies',
    '/series',
    '/changes',
    '/system',
    '/tools/find',
    '/app/explorer.html',
  ],
  ...[
    '/wado?requestType=WADO&studyUID={real.study}&seriesUID={real.series}&objectUID={real.instance}',
  ],
  ...['/dicom-web/studies/{real.study}/metadata', '/metrics', '/health', '/documentation', '/.env'],
];

/** Attempts to reach what is not given by writing the path of something that is in another way. */
export function pathTricks(): InventoryRequest[] {
  const otherRead = '{other.read}/dicomweb/studies';
  const climbs = ups.flatMap(up =>
    slashes.flatMap(slash => [
      get(`/reads/{own.read}${slash}${up}${slash}${otherRead}`, null),
      get(`/reads/{own.read}/dicomweb${slash}${up}${slash}${up}${slash}${otherRead}`, null),
    ])
  );
  const outside = ups.flatMap(up =>
    ['/', '%2f', '\\'].flatMap(slash =>
      ['/plugins/', '/'].flatMap(from =>
        files.map(file => get(`${from}${`${up}${slash}`.repeat(3)}${file}`, null))
      )
    )
  );
  const spellings = [
    '//reads//{other.read}//dicomweb//studies',
    '/READS/{other.read}/dicomweb/studies',
    '/reads/{other.read}/DICOMWEB/studies',
    '/reads/{other.read}./dicomweb/studies',
    '/reads/{other.read}/dicomweb/studies/',
    '/reads/{other.read}/dicomweb/studies.',
    '/reads/{other.read}/dicomweb/studies%00',
    '/reads/{other.read}%00/dicomweb/studies',
    '/reads/{other.read}%20/dicomweb/studies',
    '/reads/{other.read}%0d%0aset-cookie:%20a=b/dicomweb/studies',
    '/reads/%7Bother%7D/dicomweb/studies',
    '/reads/{own.read},{other.read}/dicomweb/studies',
    '/reads/{own.read}%2c{other.read}/dicomweb/studies',
    '/reads/{own.read};{other.read}/dicomweb/studies',
    '/reads/*/dicomweb/studies',
    '/reads/%2a/dicomweb/studies',
    '/reads//dicomweb/studies',
    '/reads/dicomweb/studies',
    '/reads/{own.read}/dicomweb/studies/*/metadata',
    '/reads/{own.read}/dicomweb/studies/%/metadata',
    '/reads/{own.read}/dicomweb/studies/{own.study}%00{real.study}/metadata',
    '/reads/{own.read}/dicomweb/studies/{own.study},{real.study}/metadata',
    '/reads/{own.read}/dicomweb/studies/{own.study}%5c{real.study}/metadata',
    '/api//reads',
    '/API/reads',
    '/api/reads/',
    '/api/./reads',
    '/api/reads/{own.read}/../{other.read}',
    '/api/reads/{own.read}/%2e%2e/{other.read}',
    '/api/admin/../reads/{other.read}',
    'http://localhost/reads/{other.read}/dicomweb/studies',
    '*',
  ].map(path => get(path, null));
  const bigAddresses = ['a', '%41', '../', '{real.study}'].map(part =>
    get(`/reads/{own.read}/dicomweb/studies?x=${part.repeat(300)}`, null)
  );
  const overrides = [
    { 'x-original-url': '/reads/{other.read}/dicomweb/studies' },
    { 'x-rewrite-url': '/reads/{other.read}/dicomweb/studies' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-user': '{person.other}' },
    { 'x-forwarded-for': '127.0.0.1' },
    { authorization: 'Bearer {none.token}' },
    { authorization: 'Basic b3J0aGFuYzpvcnRoYW5j' },
    { origin: 'https://example.org' },
    { host: 'example.org' },
    { te: 'trailers' },
  ].flatMap(headers => [
    get('/api/reads', 'GET /api/reads', headers),
    get('/reads/{own.read}/dicomweb/studies', null, headers),
  ]);
  return [
    ...climbs,
    ...outside,
    ...spellings,
    ...archives.map(path => get(path, null)),
    ...bigAddresses,
    ...overrides,
  ];
}
