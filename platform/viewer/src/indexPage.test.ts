import { describe, expect, it } from '@jest/globals';
import { adjustIndexPage, inlineScriptHashes } from './indexPage.js';

const hostPage = [
  '<!doctype html><html><head><meta name="viewport" content="width=device-width,user-scalable=no">',
  '<meta name="apple-mobile-web-app-title" content="@ohif/app"><link rel="manifest" href="/manifest.json">',
  '<link rel="icon shortcut" href="/assets/favicon.ico"><link rel="icon" sizes="228x228" href="/assets/coast.png">',
  '<script>console.time("scriptToView"),window.PUBLIC_URL="/"</script>',
  '<script rel="preload" as="script" src="/app-config.js"></script>',
  '<script rel="preload" as="script" type="module" src="/init-service-worker.js"></script>',
  '<title>OHIF Viewer</title>',
  '<script>function browserImportFunction(n){return import(n)}window.PUBLIC_URL="/"</script>',
  '<script defer src="/app.bundle.0f.js"></script></head><body><noscript> Enable. </noscript><div id="root"></div></body></html>',
].join('');

const files = ['89.bundle.ab.js', '1890.bundle.ab.js', '89.css', '6938.bundle.cd.js'];

describe('adjustIndexPage', () => {
  const page = adjustIndexPage(hostPage, files);

  it('keeps the plugin import script, its configuration and the host bundle', () => {
    expect(page).toContain(
      'function browserImportFunction(n){return import(n)}window.PUBLIC_URL="/"'
    );
    expect(page).toContain('<script src="/app-config.js"></script>');
    expect(page).toContain('<script defer fetchpriority="high" src="/app.bundle.0f.js"></script>');
  });

  it('is titled by us, can be zoomed and starts no service worker', () => {
    expect(page).toContain('<title>Reading room</title>');
    expect(page).not.toMatch(/user-scalable|service-worker|manifest\.json|OHIF Viewer/);
  });

  it('has our icon alone, and is dark before any stylesheet', () => {
    expect(page.match(/<link rel="icon[^>]*>/g)).toEqual([
      '<link rel="icon" type="image/svg+xml" href="/favicon.svg">',
    ]);
    expect(page).toContain('<meta name="color-scheme" content="dark">');
  });

  it('preloads the known chunks by their whole number', () => {
    expect(page.match(/rel="preload" as="script" [^>]*href="[^"]*"/g)).toEqual([
      'rel="preload" as="script" fetchpriority="low" href="/89.bundle.ab.js"',
      'rel="preload" as="script" fetchpriority="low" href="/6938.bundle.cd.js"',
    ]);
  });

  it('refuses a page it does not know, and one that reaches elsewhere', () => {
    expect(() => adjustIndexPage('<html></html>', [])).toThrow('plugin import script');
    const foreign = hostPage.replace(
      '</head>',
      '<script src="https://cdn.example/x.js"></script></head>'
    );
    expect(() => adjustIndexPage(foreign, [])).toThrow(
      'another host: src="https://cdn.example/x.js"'
    );
  });
});

describe('inlineScriptHashes', () => {
  it('hashes inline scripts alone, as a policy names them', () => {
    expect(inlineScriptHashes('<script src="/a.js"></script><script>alert(1)</script>')).toEqual([
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    ]);
  });
});
