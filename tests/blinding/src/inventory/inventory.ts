import { apiPairs, apiRequests } from './apiRequests.js';
import { dicomwebPairs, dicomwebRequests } from './dicomwebRequests.js';
import type { OpenApi } from './openApi.js';
import { pagePairs, pageRequests } from './pageRequests.js';
import { pathTricks } from './pathTricks.js';
import {
  get,
  isFillable,
  nameOf,
  type InventoryRequest,
  type Places,
  type RequestPair,
} from './request.js';

export interface Inventory {
  readonly requests: readonly InventoryRequest[];
  readonly pairs: readonly RequestPair[];
}

/** Of a read that was signed, what a viewer asks for to show it again. */
const signedImages = (route: string): InventoryRequest[] => {
  const series = '/reads/{signed.read}/dicomweb/studies/{signed.study}/series/{signed.series}';
  const of = `GET ${route}/studies/:study/series/:series`;
  return [
    get(`${series}/metadata`, `${of}/metadata`),
    get(
      `${series}/instances/{signed.instance}/frames/1`,
      `${of}/instances/:instance/frames/:frames`
    ),
  ];
};

const ofReads = ['/reads/{own.read}/dicomweb', '/reads/:readId/dicomweb'] as const;
const ofOtherReads = ['/reads/{other.read}/dicomweb', '/reads/:readId/dicomweb'] as const;
const ofReplays = ['/replays/{signed.read}/dicomweb', '/replays/:readId/dicomweb'] as const;
const ofExams = ['/qc/exams/{staff.exam}/dicomweb', '/qc/exams/:exam/dicomweb'] as const;

/** Each request once, the first of those that are the same. */
const once = (requests: readonly InventoryRequest[]): InventoryRequest[] =>
  [
    ...new Map(
      [...requests].reverse().map(request => [`${nameOf(request)} ${request.body ?? ''}`, request])
    ).values(),
  ].reverse();

/** Of another's root every path, and one query that would tell more: a root that is not given answers none of them. */
const ofForeignRoot = (root: string, route: string): InventoryRequest[] =>
  dicomwebRequests(root, route).filter(
    ({ path, headers }) =>
      headers === undefined && (!path.includes('?') || path.endsWith('?includefield=all'))
  );

/** Whole roots that are another's and roots that are nobody's, path by path. */
const rootPairs = (): RequestPair[] =>
  (
    [
      [ofOtherReads, '/reads/{none.publicId}/dicomweb'],
      [ofReplays, '/replays/{none.publicId}/dicomweb'],
      [ofExams, '/qc/exams/{none.id}/dicomweb'],
    ] as const
  ).flatMap(([[root, route], nobodys]) => {
    const absent = ofForeignRoot(nobodys, route);
    return ofForeignRoot(root, route).flatMap((there, index) => {
      const none = absent[index];
      return none === undefined ? [] : [{ there, none }];
    });
  });

/**
 * All that is asked of the server as one viewer.
 * @param openApi the server's own document
 * @param files paths of the site's files
 * @param recorded what browsers asked for when whole cases were read
 * @param places what this viewer's trial has; requests that name something else are left out
 */
export function inventoryOf(
  openApi: OpenApi,
  files: readonly string[],
  recorded: readonly InventoryRequest[],
  places: Places
): Inventory {
  const requests = once([
    ...dicomwebRequests(...ofReads),
    ...signedImages(ofReads[1]),
    ...pageRequests(files),
    ...pathTricks(),
    ...recorded.filter(({ method }) => method === 'GET'),
    ...apiRequests(openApi),
  ]);
  const pairs = [...dicomwebPairs(...ofReads), ...rootPairs(), ...apiPairs(openApi), ...pagePairs];
  return {
    requests: requests.filter(request => isFillable(request, places)),
    pairs: pairs.filter(({ there, none }) => isFillable(there, places) && isFillable(none, places)),
  };
}

/** Routes of the server that no request is meant for: a new route without its place here must not be silent. */
export function routesLeftOut(
  routes: readonly { readonly method: string; readonly url: string }[],
  inventories: readonly Inventory[]
): string[] {
  const asked = new Set(
    inventories.flatMap(({ requests, pairs }) =>
      [...requests, ...pairs.map(({ there }) => there)].map(({ route }) => route)
    )
  );
  return routes
    .map(({ method, url }) => `${method} ${url}`)
    .filter(route => !route.startsWith('HEAD ') && !asked.has(route));
}
