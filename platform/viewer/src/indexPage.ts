import { createHash } from 'node:crypto';
import { ViewerError } from './viewerError.js';

const importFunction = 'function browserImportFunction(n){return import(n)}';

/**
 * Chunks the host asks for, one after the other, between its main bundle and the first image of a case; named by
 * number, their hashes change with the host. Found by recording a cold start of a case page.
 */
const earlyChunks = [
  [
    '89',
    '6938',
    '1673',
    '6489',
    '6495',
    '8478',
    '2779',
    '2623',
    '6749',
    '5696',
    '1483',
    '9383',
    '7499',
  ],
  [
    '8492',
    '9290',
    '4683',
    '1180',
    '7248',
    '781',
    '9415',
    '3500',
    '9116',
    '100',
    '9068',
    '899',
    '5448',
  ],
  ['5910', '7463'],
].flat();
const earlyStyles = ['6214', '2623', '8492', '3833', '781', '9415', '5910', '7463'];

/**
 * The published `index.html` made ours: title, icon, dark from the first paint, zooming allowed, no service worker
 * script, no platform icons, the first chunks preloaded. The inline script through which the host imports plugins stays as it is.
 * `files` are the names in the site's folder. Throws ViewerError CL_HOST_PAGE when the page is not the one known.
 */
export function adjustIndexPage(html: string, files: readonly string[]): string {
  if (!html.includes(importFunction) || !html.includes('<title>OHIF Viewer</title>')) {
    throw new ViewerError(
      'CL_HOST_PAGE',
      'index.html of the host lacks the plugin import script or the known title: check the pinned version.'
    );
  }
  const chunkOf = (name: string): string => name.slice(0, name.indexOf('.'));
  const scripts = files
    .filter(name => /^\d+\.bundle\..*\.js$/.test(name) && earlyChunks.includes(chunkOf(name)))
    .map(name => `<link rel="preload" as="script" fetchpriority="low" href="/${name}">`);
  const styles = files
    .filter(name => /^\d+\.css$/.test(name) && earlyStyles.includes(chunkOf(name)))
    .map(name => `<link rel="preload" as="style" fetchpriority="low" href="/${name}">`);
  const preloads = [...scripts, ...styles].join('');
  const page = html
    .replace(
      /<meta name="viewport"[^>]*>/,
      '<meta name="viewport" content="width=device-width,initial-scale=1">'
    )
    .replace(/<link rel="icon[^>]*>/g, '')
    .replace(/<link rel="(?:apple-touch-[a-z-]+|yandex-tableau-widget|manifest)"[^>]*>/g, '')
    .replace(/<meta name="(?:apple-|msapplication-|mobile-web-app|application-name)[^>]*>/g, '')
    .replace(/<script[^>]*src="\/init-service-worker\.js"[^>]*><\/script>/, '')
    .replace(
      /<script rel="preload" as="script" src="\/app-config\.js"><\/script>/,
      '<script src="/app-config.js"></script>'
    )
    .replace('<script>console.time("scriptToView"),window.PUBLIC_URL="/"</script>', '')
    // A deferred script comes after every preload unless told otherwise, and all the rest waits for this one.
    .replace(
      '<script defer src="/app.bundle.',
      '<script defer fetchpriority="high" src="/app.bundle.'
    )
    .replace('<title>OHIF Viewer</title>', '<title>Reading room</title>')
    .replace(
      '</head>',
      `<meta name="color-scheme" content="dark"><link rel="icon" type="image/svg+xml" href="/favicon.svg">${preloads}</head>`
    )
    .replace(
      /<noscript>[^<]*<\/noscript>/,
      '<noscript>This page needs JavaScript. Allow it for this address and reload.</noscript>'
    );
  const foreign = /(?:src|href)="(?:https?:)?\/\/[^"]*"/.exec(page);
  if (foreign !== null) {
    throw new ViewerError('CL_HOST_PAGE', `index.html refers to another host: ${foreign[0]}`);
  }
  return page;
}

/**
 * The Content-Security-Policy sources (`'sha256-<base64>'`) of a page's inline scripts, in order, for `script-src`.
 */
export function inlineScriptHashes(indexHtml: string): string[] {
  const scripts = indexHtml.matchAll(/<script(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/script>/g);
  return [...scripts]
    .filter(script => !/\ssrc=/.test(script.groups?.['attributes'] ?? ''))
    .map(script => {
      const digest = createHash('sha256')
        .update(script.groups?.['body'] ?? '')
        .digest('base64');
      return `'sha256-${digest}'`;
    });
}
