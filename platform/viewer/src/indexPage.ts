import { createHash } from 'node:crypto';
import { ViewerError } from './viewerError.js';

const importFunction = 'function browserImportFunction(n){return import(n)}';

/** Chunks the host asks for before it can show anything; named by number, their hashes change with the host. */
const earlyChunks = ['89', '6938'];

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
  const preloads = files
    .filter(name =>
      earlyChunks.some(chunk => name.startsWith(`${chunk}.bundle.`) && name.endsWith('.js'))
    )
    .map(name => `<link rel="preload" as="script" href="/${name}">`)
    .join('');
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
