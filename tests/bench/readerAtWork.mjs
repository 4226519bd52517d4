import { setTimeout as pause } from 'node:timers/promises';
import { hashReadDocument } from '@corelab/reads';
import { password } from '../../platform/server/src/testing/http-client.ts';
import { Ledger } from '../../platform/server/src/testing/faults/reading-load.ts';
import { requester } from './httpClient.mjs';
import { nextStep, picturesOf, stepsLeft } from './readingSteps.mjs';

/** They log in one after another within the first seconds. */
export const arriveWithinSeconds = 60;
/** Seconds between two acts of a reader: those of somebody fast. */
export const thinkSeconds = { least: 2, most: 6 };
/** Saves of a read before it is left or signed. */
export const savesOfRead = { least: 6, most: 14 };
/** Of the reads that are whole, those that are signed at once; the others stay drafts and are opened again. */
export const signedShare = 0.9;
/** As a browser has to one server. */
const connections = 6;
const openStates = ['ready', 'assigned', 'draft'];

/** One reader with an account, a session and an address of their own. */
export class ReaderAtWork {
  name;
  ledger = new Ledger();
  session = { cookie: '', csrf: '' };
  /** How often there was nothing to read. */
  withoutWork = 0;
  drafts = 0;
  #agent;
  #url;
  #times;
  #random;
  #until;
  /** Frames that the browser would have by now. */
  #fetched = new Set();

  constructor(name, localAddress, { url, times, random, until }) {
    this.name = name;
    this.#agent = requester(connections, localAddress);
    this.#url = url;
    this.#times = times;
    this.#random = random;
    this.#until = until;
  }

  close() {
    this.#agent.destroy();
  }

  /** Logs in and reads until the time is over. What fails is noted, and the reader begins with the list again. */
  async work() {
    await this.#wait(1000 * arriveWithinSeconds * this.#random());
    await this.#login();
    while (!this.#isOver) {
      try {
        await this.#readOne();
      } catch (error) {
        // Noted with its words where it was asked; anything else is a defect of this program.
        if (!('isNoted' in error)) throw error;
        await this.#think();
      }
    }
  }

  get #isOver() {
    return performance.now() >= this.#until;
  }

  /** Not beyond the end. */
  async #wait(ms) {
    await pause(Math.max(0, Math.min(ms, this.#until - performance.now())));
  }

  #think() {
    const { least, most } = thinkSeconds;
    return this.#wait(1000 * (least + this.#random() * (most - least)));
  }

  async #ask(kind, path, { method = 'GET', body, headers = {} } = {}) {
    try {
      return await this.#times.ask(this.#agent, kind, this.#url + path, {
        method,
        headers: {
          ...(this.session.cookie === '' ? {} : { cookie: this.session.cookie }),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'x-csrf-token': this.session.csrf }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      });
    } catch (error) {
      throw Object.assign(error, { isNoted: true });
    }
  }

  async #json(kind, path, options) {
    return JSON.parse((await this.#ask(kind, path, options)).body);
  }

  async #login() {
    const { headers } = await this.#ask('login', '/login', {
      ...{ method: 'POST', body: { user: this.name, password } },
    });
    this.session.cookie = headers['set-cookie'][0].split(';')[0];
    this.session.csrf = (await this.#json('session', '/api/session')).csrfToken;
  }

  async #readOne() {
    const { reads } = await this.#json('list', '/api/reads');
    const open = reads.filter(({ state }) => openStates.includes(state));
    const read = open[Math.floor(this.#random() * open.length)];
    await this.#think();
    if (read === undefined) {
      this.withoutWork += 1;
      return;
    }
    if (this.#isOver) return;
    const opened = await this.#open(read.readId);
    const { least, most } = savesOfRead;
    let saves = least + Math.floor(this.#random() * (most - least + 1));
    saves = Math.max(saves, stepsLeft(opened.document, opened.baseline));
    for (; saves > 0; saves -= 1) {
      await this.#think();
      if (this.#isOver) return;
      await this.#save(read.readId, opened);
    }
    await this.#think();
    if (this.#isOver || this.#random() >= signedShare) return;
    await this.#sign(read.readId, opened);
  }

  /** What a page asks for as it opens a read, then its images. */
  async #open(readId) {
    const { ledger } = this;
    const path = `/api/reads/${readId}`;
    ledger.touched.add(readId);
    await this.#json('session', '/api/session');
    await this.#json('local key', `/api/session/local-key?case=${readId}`);
    const [context, draft] = await Promise.all([
      this.#json('open', path),
      this.#ask('draft', `${path}/draft`),
      this.#json('problems', `${path}/problems`),
      this.#json('facts', `${path}/facts`),
    ]);
    const { document } = JSON.parse(draft.body);
    ledger.drafts.set(readId, hashReadDocument(document));
    const images = await this.#images(readId, context.studies);
    return {
      ...{ document, etag: draft.headers.etag, meaning: context.meanings[0] },
      ...{ baseline: context.baseline, label: context.timepoint, images },
    };
  }

  /** Metadata of all studies that the read shows and each frame of them; the images of the current one. */
  async #images(readId, studies) {
    const root = `/reads/${readId}/dicomweb/studies`;
    await this.#json('studies', root);
    const current = [];
    const frames = [];
    for (const study of studies) {
      const path = `${root}/${study.studyInstanceUid}`;
      await this.#json('series', `${path}/series`);
      for (const { seriesInstanceUid: series } of study.series) {
        const metadata = await this.#json('metadata', `${path}/series/${series}/metadata`);
        for (const dataset of metadata) {
          const sop = dataset['00080018'].Value[0];
          if (study.current) current.push({ study: study.studyInstanceUid, series, sop });
          frames.push(`${path}/series/${series}/instances/${sop}/frames/1`);
        }
      }
    }
    await Promise.all(frames.map(path => this.#frame(path)));
    return current;
  }

  async #frame(path) {
    if (this.#fetched.has(path)) return;
    const { headers, bytes } = await this.#ask('frame', path);
    if (bytes === 0 || !headers['content-type'].startsWith('multipart/related')) {
      this.#times.unexpected(
        'frame',
        new Error(`${path}: ${bytes} bytes, ${headers['content-type']}`)
      );
    }
    this.#fetched.add(path);
  }

  async #save(readId, opened) {
    const { ledger } = this;
    const document = nextStep(opened.document, opened, this.#random);
    const hash = hashReadDocument(document);
    ledger.sent.set(readId, [...(ledger.sent.get(readId) ?? []), hash]);
    const { headers } = await this.#ask('save', `/api/reads/${readId}/draft`, {
      ...{ method: 'PUT', body: { document }, headers: { 'if-match': opened.etag } },
    });
    ledger.drafts.set(readId, hash);
    ledger.sent.delete(readId);
    this.drafts += 1;
    Object.assign(opened, { document, etag: headers.etag });
  }

  async #sign(readId, { document, etag, meaning }) {
    const { ledger } = this;
    const requestId = `request-${readId}-${Math.floor(this.#random() * 1e9)}`;
    ledger.signing.set(readId, { requestId, etag });
    const pictures = picturesOf(document, this.#random);
    try {
      const { signature } = await this.#json('sign', `/api/reads/${readId}/sign`, {
        ...{ method: 'POST', body: { password, meaning, requestId, etag, pictures } },
      });
      ledger.signatures.set(readId, signature.hash);
      ledger.signing.delete(readId);
    } catch (error) {
      // A refusal is an answer: nothing was signed. Without one nobody knows.
      if (error.status !== undefined && error.status < 500) ledger.signing.delete(readId);
      throw error;
    }
  }
}
