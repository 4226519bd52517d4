import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';

/** Something that a page showed, kept or said, and where. */
export interface PageText {
  readonly at: string;
  readonly text: string;
}

/**
 * Runs in every page before its scripts: notes each text and attribute that comes into the page, what is written to the
 * clipboard, and every address that the history gets. Strings only, each once.
 */
const watcher = `(() => {
  const seen = new Set();
  let fresh = [];
  const note = (at, text) => {
    const key = at + ' ' + text;
    if (typeof text !== 'string' || text.length < 2 || seen.has(key)) return;
    seen.add(key);
    fresh.push({ at, text });
  };
  const hand = () => {
    if (fresh.length > 0) void window.__corelabSeen(fresh);
    fresh = [];
  };
  setInterval(hand, 250);
  addEventListener('pagehide', hand);
  const element = node => {
    for (const { name, value } of node.attributes ?? []) note('attribute ' + name, value);
    if (node.shadowRoot) whole(node.shadowRoot);
  };
  const whole = node => {
    if (node.nodeType === 3) note('text', node.data);
    if (node.nodeType === 1) element(node);
    for (const child of node.childNodes ?? []) whole(child);
  };
  new MutationObserver(records => {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === 'characterData') note('text', target.data);
      else if (type === 'attributes') note('attribute ' + attributeName, target.getAttribute(attributeName));
      else for (const node of addedNodes) whole(node);
    }
    note('title', document.title);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name];
    history[name] = function (state, unused, url) {
      note('history', JSON.stringify(state) + ' ' + String(url));
      return own.apply(this, arguments);
    };
  }
  const clipboard = navigator.clipboard;
  if (clipboard) {
    for (const name of ['writeText', 'write']) {
      const own = clipboard[name].bind(clipboard);
      clipboard[name] = async given => {
        if (typeof given === 'string') note('clipboard', given);
        else
          for (const item of given)
            for (const type of item.types) note('clipboard ' + type, await (await item.getType(type)).text());
        return own(given);
      };
    }
  }
  addEventListener('copy', () => note('clipboard', String(getSelection())), true);
  Object.defineProperty(window, '__corelabLook', {
    value: () => {
      whole(document);
      note('title', document.title);
      note('address', location.href);
      for (const field of document.querySelectorAll('input, textarea, select')) note('field', field.value);
      const texts = fresh;
      fresh = [];
      return texts;
    },
  });
})();`;

/** Everything that the page's origin keeps: storages, databases, caches. */
const kept = `(async () => {
  const found = [];
  for (const [name, storage] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
    for (let at = 0; at < storage.length; at += 1) {
      const key = storage.key(at);
      found.push({ at: name, text: key }, { at: name, text: storage.getItem(key) });
    }
  const asText = value =>
    JSON.stringify(value, (_, one) =>
      one instanceof ArrayBuffer || ArrayBuffer.isView(one)
        ? Array.from(new Uint8Array(one.buffer ?? one), byte => byte.toString(16).padStart(2, '0')).join('')
        : one instanceof Map
          ? [...one]
          : one instanceof Set
            ? [...one]
            : one
    ) ?? '';
  const result = asked =>
    new Promise((done, fail) => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    found.push({ at: 'IndexedDB', text: name });
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      const [keys, values] = [await result(rows.getAllKeys()), await result(database.transaction(store).objectStore(store).getAll())];
      found.push({ at: 'IndexedDB ' + name, text: store });
      for (const one of [...keys, ...values]) found.push({ at: 'IndexedDB ' + name, text: asText(one) });
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found.push({ at: 'Cache', text: name });
    for (const request of await cache.keys()) {
      found.push({ at: 'Cache ' + name, text: request.url });
      const answer = await cache.match(request);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      found.push({ at: 'Cache ' + name, text: new TextDecoder('latin1').decode(bytes) });
    }
  }
  found.push({ at: 'document.cookie', text: document.cookie });
  return found;
})()`;

/** Looks at a browser's pages from their beginning. */
export class PageWatch {
  readonly #context: BrowserContext;
  readonly #texts: PageText[] = [];
  readonly #pending: Promise<void>[] = [];

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** @param plant a script that runs before the page's own, for a leak that is made on purpose */
  static async of(context: BrowserContext, plant: string | null): Promise<PageWatch> {
    const watch = new PageWatch(context);
    if (plant !== null) await context.addInitScript({ content: plant });
    await context.exposeBinding('__corelabSeen', (_, texts: PageText[]) => {
      watch.#texts.push(...texts);
    });
    await context.addInitScript({ content: watcher });
    context.on('console', message => watch.#note('console', message.text()));
    context.on('weberror', error => watch.#note('console', String(error.error().stack)));
    context.on('page', page => watch.#follow(page));
    return watch;
  }

  #note(at: string, text: string): void {
    this.#texts.push({ at, text });
  }

  #follow(page: Page): void {
    page.on('framenavigated', frame => this.#note('address', frame.url()));
    page.on('worker', worker => this.#note('address of a worker', worker.url()));
    page.on('download', download => {
      this.#note('download', download.suggestedFilename());
      this.#note('download', download.url());
      const reading = download.path().then(async path => {
        this.#note('download', (await readFile(path)).toString('latin1'));
      });
      this.#pending.push(reading);
    });
  }

  /** What came since it was asked before, and what is there now. */
  async texts(page: Page): Promise<PageText[]> {
    await Promise.all(this.#pending.splice(0));
    const watched = await page.evaluate<PageText[]>('window.__corelabLook()');
    const stored = await page.evaluate<PageText[]>(kept);
    const cookies = (await this.#context.cookies()).flatMap(({ name, value }) => [
      { at: 'cookie', text: name },
      { at: `cookie ${name}`, text: value },
    ]);
    return [...this.#texts.splice(0), ...watched, ...stored, ...cookies];
  }
}
