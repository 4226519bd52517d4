/**
 * Asked by the host at start for its configuration. Fetches what the server has deployed, imports the plugin bundle
 * through the host's own import and lets it compose the configuration. Whatever fails is shown on the page.
 */
(() => {
  const stopped = { title: null };

  /** Replaces the page by a message; the host may go on running, but nothing of it is visible any more. */
  function stop(title, detail) {
    if (stopped.title !== null) return;
    stopped.title = title;
    const page = document.createElement('main');
    page.setAttribute('role', 'alert');
    page.dataset.cy = 'corelab-stop';
    page.style.cssText =
      'max-width:44rem;margin:15vh auto 0;padding:24px;font:16px/1.5 Inter,system-ui,sans-serif;color:#f4f4f5';
    const heading = document.createElement('h1');
    heading.style.cssText = 'font-size:22px;margin:0 0 12px';
    heading.textContent = title;
    const text = document.createElement('p');
    text.textContent = detail;
    const advice = document.createElement('p');
    advice.textContent =
      'Nothing you saved is lost. Reload the page; if this stays, tell your core lab what it says here.';
    const reload = document.createElement('button');
    reload.type = 'button';
    reload.textContent = 'Reload';
    reload.style.cssText =
      'margin-top:12px;padding:8px 20px;font:inherit;color:#0b0b0c;background:#f4f4f5;border:0;border-radius:6px';
    reload.addEventListener('click', () => window.location.reload());
    page.append(heading, text, advice, reload);
    document.body.style.background = '#0b0b0c';
    document.body.replaceChildren(page);
    document.title = title;
    reload.focus();
  }

  const uid = /\d+(?:\.\d+){4,}/g;

  /** Words alone: an object may be an image with its header, and UIDs are of images. */
  const wordsOf = given => {
    if (given instanceof Error) return `${given.name}: ${given.message}`.replace(uid, '(UID)');
    return typeof given === 'string' ? given.replace(uid, '(UID)') : `(${typeof given})`;
  };

  /** The host tells the console which images it matched, and by what; problems are told there in words alone. */
  function quietConsole() {
    for (const name of Object.keys(console)) {
      if (typeof console[name] !== 'function') continue;
      const own = console[name].bind(console);
      const isProblem = name === 'warn' || name === 'error';
      console[name] = isProblem ? (...given) => own(...given.map(wordsOf)) : () => undefined;
    }
  }

  const reasonOf = error => (error instanceof Error ? error.message : String(error));

  /** Errors that leave a page which looks usable and isn't: our own refusals, and an address naming an unknown protocol. */
  const refusals = /^(CL_PROTOCOL_|CL_HOST_|No protocol )/;

  /** Until the host has drawn something, an error nobody handled means a page that would stay blank. */
  function watchErrors() {
    const report = reason => {
      const root = document.getElementById('root');
      const text = reasonOf(reason);
      if (refusals.test(text)) stop('This page can not be shown', text);
      else if (root === null || root.childElementCount === 0)
        stop('The reading room did not start', text);
    };
    window.addEventListener('error', event => report(event.error ?? event.message));
    window.addEventListener('unhandledrejection', event => report(event.reason));
  }

  async function readJson(address, what) {
    const answer = await fetch(address, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
    });
    if (answer.status === 401) {
      const here = window.location.pathname + window.location.search;
      window.location.replace(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`);
      return new Promise(() => undefined);
    }
    if (!answer.ok) throw new Error(`${what} (${address}) answered ${answer.status}.`);
    try {
      return await answer.json();
    } catch {
      throw new Error(`${what} (${address}) is not readable.`);
    }
  }

  function addStylesheet(address) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.append(link);
  }

  /** Language and colours before anything is drawn. The host reads its theme from local storage when it starts. */
  function wear({ language, theme }) {
    document.documentElement.lang = language;
    if (theme === 'default') localStorage.removeItem('ohif:theme');
    else {
      localStorage.setItem('ohif:theme', theme);
      document.body.classList.add(`theme-${theme}`);
    }
  }

  /** Before an account has chosen, the browser's language and the host's own colours hold. */
  const unchosen = () => ({
    language: navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en',
    theme: 'default',
  });

  /** Asked at once, while the host's bundle is still being loaded and run. */
  const asked = Promise.all([
    readJson('/api/site', 'What is deployed'),
    readJson('/plugins/manifest.json', 'The list of plugins'),
    readJson('/api/preferences', 'What your account chose'),
  ]);
  // configure() waits for it and reports; this only keeps a failure before that from counting as unhandled.
  asked.then(
    ([, manifest]) => bringPlugins(manifest),
    () => undefined
  );

  /** The plugins are loaded and compiled beside the host's bundle, which imports them later. */
  function bringPlugins({ entry, css }) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = entry;
    document.head.append(link);
    for (const address of css ?? []) addStylesheet(address);
  }

  const number = (instance, tag) => Number(instance[tag]?.Value?.[0]);

  /**
   * Brings what the first picture of a read needs into the browser's cache, whence the host takes it: the metadata of
   * the series shown, and the frame it opens on. What fails here the host asks for again and reports itself.
   */
  async function bringFirstImage() {
    const query = new URLSearchParams(window.location.search);
    const read = query.get('read');
    if (read === null || !/^[A-Za-z0-9_-]{1,64}$/.test(read)) return;
    const replayed = query.get('task') === 'replay';
    const answer = await fetch(`/api/reads/${read}${replayed ? '/replay' : ''}/images`);
    if (!answer.ok) return;
    const { studies } = await answer.json();
    await Promise.all(
      studies.slice(0, 2).map(async ({ studyInstanceUid, series }) => {
        if (series.length === 0) return;
        const images = `/${replayed ? 'replays' : 'reads'}/${read}/dicomweb`;
        const root = `${images}/studies/${studyInstanceUid}/series/${series[0].seriesInstanceUid}`;
        const metadata = await fetch(`${root}/metadata`);
        if (!metadata.ok) return;
        const instances = await metadata.json();
        instances.sort((a, b) => number(a, '00200013') - number(b, '00200013'));
        const sop = instances[0]?.['00080018']?.Value?.[0];
        if (sop !== undefined) await fetch(`${root}/instances/${sop}/frames/1`);
      })
    );
  }

  async function configure({ peerImport }) {
    try {
      const [site, manifest, account] = await asked;
      const preferences = account.preferences ?? unchosen();
      wear(preferences);
      const suite = await peerImport(manifest.entry);
      if (typeof suite?.configure !== 'function')
        throw new Error(`${manifest.entry} is not the plugin bundle.`);
      return suite.configure({ site, stop, preferences, entry: manifest.entry });
    } catch (error) {
      stop('The reading room did not start', reasonOf(error));
      return new Promise(() => undefined);
    }
  }

  quietConsole();
  watchErrors();
  // Only a head start: what it could not bring, the host asks for again, and says so when it fails.
  // oxlint-disable-next-line no-console -- for who looks why a first image came late
  bringFirstImage().catch(error => console.warn('the first image was not brought ahead', error));
  window.config = configure;
  window.config.routerBasename = '/';
})();
