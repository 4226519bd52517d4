/** Pages of the stock host that would open images without a read. */
const closedPages = ['/local', '/localbasic', '/debug'];

/**
 * What the stock host takes from an address, in small letters, and a blinded page must not be told by one: another
 * hanging protocol, customizations and configurations from elsewhere, somebody's token, single series and images.
 */
const hostParameters: ReadonlySet<string> = new Set([
  ...['hangingprotocolid', 'stageid', 'customization', 'configurl', 'token', 'datasources'],
  ...['multimonitor', 'launchmultimonitor', 'screennumber', 'debug', 'usenextviewports', 'theme'],
  ...['seriesinstanceuids', 'initialseriesinstanceuid', 'initialsopinstanceuid'],
]);

const decodingsAtMost = 5;

/** A path as the host's router reads it, which ignores case, repeated and trailing slashes; null where it is none. */
const readAsPage = (path: string): string | null => {
  let text = path;
  for (let turn = 0; turn < decodingsAtMost; turn += 1) {
    let decoded: string;
    try {
      decoded = decodeURIComponent(text);
    } catch (reason) {
      if (reason instanceof URIError) return null;
      throw reason;
    }
    if (decoded === text)
      return text
        .replace(/[\\/]+/g, '/')
        .replace(/(?<=.)\/$/, '')
        .toLowerCase();
    text = decoded;
  }
  return null;
};

/** Whether a path, however it is written, leads to a page of the stock host that stays closed. */
export const isClosedPage = (path: string): boolean => {
  const page = readAsPage(path);
  return page === null || closedPages.some(one => page === one || page.startsWith(`${one}/`));
};

/** The address without what a page must not be told by it; null where nothing of that is in it. */
export const withoutHostParameters = (url: string): string | null => {
  const at = url.indexOf('?');
  if (at < 0) return null;
  const given = [...new URLSearchParams(url.slice(at + 1))];
  const kept = given.filter(([name]) => !hostParameters.has(name.trim().toLowerCase()));
  if (kept.length === given.length) return null;
  const query = new URLSearchParams(kept).toString();
  return `${url.slice(0, at)}${query === '' ? '' : `?${query}`}`;
};
