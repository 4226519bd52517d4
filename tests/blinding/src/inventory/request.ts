/** One request as it is kept and sent again: places in braces stand for what differs from trial to trial. */
export interface InventoryRequest {
  readonly method: string;
  /** `/reads/{own.read}/dicomweb/studies`; sent byte for byte, no part of it is made canonical. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The route of the server that it is meant for, as the access matrix has it; null for none. */
  readonly route: string | null;
}

/** What the places of one viewer's requests are. */
export type Places = Readonly<Record<string, string>>;

/** Two requests whose answers must not tell them apart: for something that is there and not the viewer's, and for nothing. */
export interface RequestPair {
  readonly there: InventoryRequest;
  readonly none: InventoryRequest;
}

const place = /\{([a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)+)\}/g;

/** Places that a text names. */
export const placesOf = (text: string): string[] =>
  [...text.matchAll(place)].map(([, name = '']) => name);

/** Everything of a request that can hold places. */
export const templatesOf = ({ path, headers = {}, body = '' }: InventoryRequest): string[] => [
  path,
  ...Object.values(headers),
  body,
];

/** Whether all places of a request are known: a small trial does not have everything. */
export const isFillable = (request: InventoryRequest, places: Places): boolean =>
  templatesOf(request).every(text => placesOf(text).every(name => name in places));

/** A text with its places filled. @throws Error that names a place which is not known */
export const fill = (text: string, places: Places): string =>
  text.replaceAll(place, (_, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`no place ${name} for ${text}`);
    return value;
  });

/** The request with its places filled. @throws Error that names a place which is not known */
export const filled = (request: InventoryRequest, places: Places): InventoryRequest => ({
  ...request,
  path: fill(request.path, places),
  ...(request.headers === undefined
    ? {}
    : {
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, fill(value, places)])
        ),
      }),
  ...(request.body === undefined ? {} : { body: fill(request.body, places) }),
});

/** The other way round: what a browser asked for, with places again; longest values first, so that none hides another. */
export const withPlaces = (text: string, places: Places): string =>
  Object.entries(places)
    .filter(([, value]) => value.length >= 8)
    .sort(([, one], [, other]) => other.length - one.length)
    .reduce((given, [name, value]) => given.replaceAll(value, `{${name}}`), text);

/** What stands in the addresses of a browser that reads a case, and the place that it is. */
const ofCase: readonly (readonly [pattern: RegExp, place: string])[] = [
  [/(\/(?:api\/)?reads\/)[A-Za-z0-9_-]{16,}/g, '$1{own.read}'],
  [/(\/api\/adjudications\/)[A-Za-z0-9_-]{16,}/g, '$1{own.read}'],
  [/([?&]read=)[A-Za-z0-9_-]{16,}/g, '$1{own.read}'],
  [/(\/studies\/)[0-9.]+/g, '$1{own.study}'],
  [/(\/series\/)[0-9.]+/g, '$1{own.series}'],
  [/(\/instances\/)[0-9.]+/g, '$1{own.instance}'],
  [/([?&](?:StudyInstanceUIDs?|0020000D)=)[0-9.,%C]+/g, '$1{own.study}'],
  [/([?&](?:SeriesInstanceUIDs?|0020000E)=)[0-9.,%C]+/g, '$1{own.series}'],
];

/**
 * A browser's address as a request that can be sent again: whatever case it was of, it is the viewer's own; images of one
 * series become one.
 */
export const asRecorded = (path: string): string =>
  ofCase.reduce((given, [pattern, place]) => given.replace(pattern, place), path);

/** Name of a request in reports and records: what is sent, with places. */
export const nameOf = ({ method, path, headers = {} }: InventoryRequest): string =>
  [method, path, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join(' ');

export const get = (
  path: string,
  route: string | null,
  headers?: Readonly<Record<string, string>>
): InventoryRequest => ({
  method: 'GET',
  path,
  route,
  ...(headers === undefined ? {} : { headers }),
});
