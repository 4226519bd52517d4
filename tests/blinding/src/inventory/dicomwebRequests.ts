import {
  accepts,
  frameLists,
  otherResources,
  queryKeys,
  ranges,
  unlike,
} from './dicomwebAttributes.js';
import { get, type InventoryRequest, type RequestPair } from './request.js';

/** What a root answers, with parameters as the routes have them. */
const levels = [
  ['/studies', '/studies'],
  ['/studies/{own.study}/series', '/studies/:study/series'],
  ['/studies/{own.study}/instances', '/studies/:study/instances'],
  [
    '/studies/{own.study}/series/{own.series}/instances',
    '/studies/:study/series/:series/instances',
  ],
] as const;
const metadata = [
  ['/studies/{own.study}/metadata', '/studies/:study/metadata'],
  ['/studies/{own.study}/series/{own.series}/metadata', '/studies/:study/series/:series/metadata'],
] as const;
const image = '/studies/{own.study}/series/{own.series}/instances/{own.instance}';
const frames = '/studies/:study/series/:series/instances/:instance/frames/:frames';

const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

const windows = [
  'limit=0',
  'limit=1',
  'limit=-1',
  'limit=all',
  'offset=1',
  'offset=1000000',
  'limit=1&offset=1',
];

/** Names of other studies, series and images in place of the read's own. */
const swaps: readonly Readonly<Record<string, string>>[] = [
  { '{own.study}': '{other.study}' },
  { '{own.study}': '{other.study}', '{own.series}': '{other.series}' },
  { '{own.series}': '{other.series}' },
  { '{own.instance}': '{other.instance}' },
  { '{own.study}': '{real.study}' },
  { '{own.study}': '{real.study}', '{own.series}': '{real.series}' },
  { '{own.series}': '{real.series}' },
  { '{own.instance}': '{real.instance}' },
  { '{own.study}': '{later.study}' },
  { '{own.study}': '{own.series}' },
  { '{own.series}': '{own.study}' },
  { '{own.instance}': '{own.series}' },
];

const swapped = (path: string, swap: Readonly<Record<string, string>>): string =>
  Object.entries(swap).reduce((given, [from, to]) => given.replaceAll(from, to), path);

const nothing = (path: string): string =>
  path.replaceAll(/\{(other|real|later)\.(study|series|instance)\}/g, '{none.uid}');

/** Everything that a DICOMweb client can ask of one root, as `/reads/{own.read}/dicomweb`. */
export function dicomwebRequests(root: string, route: string): InventoryRequest[] {
  const of = (path: string): string => `GET ${route}${path}`;
  const other = of('/*');
  const queries = levels.flatMap(([path, level]) => {
    const ask = (query: string): InventoryRequest => get(`${root}${path}${query}`, of(level));
    const keys = queryKeys.flatMap(([tag, keyword, real]) =>
      [tag, keyword].flatMap(key => [
        ask(`?${key}=${real}`),
        ask(`?${key}=*`),
        ask(`?includefield=${key}`),
      ])
    );
    return [
      ask(''),
      ...keys,
      ask('?PatientName={real.patientName}&fuzzymatching=true'),
      ask('?StudyDate=19000101-20991231'),
      ask('?includefield=all'),
      ask('?includefield=all&PatientName=*&fuzzymatching=true&limit=1000'),
      ...windows.map(window => ask(`?${window}`)),
    ];
  });
  const asWanted = [...levels, ...metadata].flatMap(([path, level]) =>
    accepts.map(accept => get(`${root}${path}`, of(level), { accept }))
  );
  const asImages = frameLists
    .map(list => get(`${root}${image}/frames/${list}`, of(frames)))
    .concat(
      accepts.map(accept => get(`${root}${image}/frames/1`, of(frames), { accept })),
      ranges.map(range => get(`${root}${image}/frames/1`, of(frames), { range }))
    );
  const packed = ['gzip', 'br', 'deflate', 'identity', '*', 'gzip;q=0'].flatMap(coding =>
    metadata.map(([path, level]) => get(`${root}${path}`, of(level), { 'accept-encoding': coding }))
  );
  const parts = metadata.flatMap(([path, level]) =>
    ranges.map(range => get(`${root}${path}`, of(level), { range }))
  );
  const absent = otherResources.flatMap(path =>
    [undefined, 'application/dicom', 'image/jpeg', 'application/octet-stream'].map(accept =>
      get(`${root}${path}`, other, accept === undefined ? undefined : { accept })
    )
  );
  const byMethod = [...levels, ...metadata, [`${image}/frames/1`, frames] as const].flatMap(
    ([path, level]) =>
      methods.map(method => ({
        ...get(`${root}${path}`, method === 'HEAD' ? of(level) : null),
        method,
      }))
  );
  const byOtherNames = swaps.flatMap(swap =>
    [...levels, ...metadata, [`${image}/frames/1`, frames] as const]
      .filter(([path]) => swapped(path, swap) !== path)
      .map(([path, level]) => get(`${root}${swapped(path, swap)}`, of(level)))
  );
  return [
    ...[...queries, ...asWanted, ...asImages, ...packed],
    ...[...parts, ...absent, ...byMethod, ...byOtherNames],
  ];
}

/** Names that are somebody's and names that are nobody's in a root; and filters that match an image and that match none. */
export function dicomwebPairs(root: string, route: string): RequestPair[] {
  const of = (path: string): string => `GET ${route}${path}`;
  const all = [...levels, ...metadata, [`${image}/frames/1`, frames] as const];
  const names = swaps.flatMap(swap =>
    all.flatMap(([path, level]) => {
      const there = swapped(path, swap);
      const none = nothing(there);
      return there === none
        ? []
        : [{ there: get(`${root}${there}`, of(level)), none: get(`${root}${none}`, of(level)) }];
    })
  );
  const filters = levels.flatMap(([path, level]) =>
    queryKeys
      .filter(([, , real]) => unlike(real) !== real && real !== 'CT')
      .flatMap(([tag, keyword, real]) =>
        [tag, keyword].map(key => ({
          there: get(`${root}${path}?${key}=${real}`, of(level)),
          none: get(`${root}${path}?${key}=${unlike(real)}`, of(level)),
        }))
      )
  );
  return [...names, ...filters];
}
