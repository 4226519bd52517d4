import { describe, expect, it } from '@jest/globals';
import { ClientError, type SignAnswer } from '@corelab/client';
import { contextOf, openBench, turns } from '../case/caseBench.testdata.js';
import { signingText } from './signingText.js';

const refusal = (code: string, status: number, body: object = {}): ClientError =>
  new ClientError(code, status, 'as the server says', body);

describe('signingText', () => {
  it.each([
    [refusal('CL_PASSWORD_WRONG', 403), 'Not signed: the password is wrong.'],
    [
      refusal('CL_FRESH_LOGIN_NEEDED', 403),
      'Not signed: a login counts once, and for two minutes. Log in again and sign.',
    ],
    [
      refusal('CL_ACCOUNT_LOCKED', 403, { minutes: 15, tries: 5 }),
      'Not signed: the account is locked for 15 minutes after 5 wrong passwords.',
    ],
    [
      refusal('CL_OPEN_ITEMS', 422, { items: [{ lesion: 'T02', message: 'T02: no location' }] }),
      'Not signed: T02: no location',
    ],
    [refusal('CL_MEANING_UNKNOWN', 422, { items: [] }), 'as the server says'],
  ])('says %s', (error, sentence) => {
    expect(signingText(error)).toBe(sentence);
  });

  it.each([refusal('CL_OFFLINE', 0), refusal('CL_HTTP_502', 502), refusal('CL_INTERNAL', 500)])(
    'claims neither signed nor unsigned without an answer',
    error => {
      expect(signingText(error)).toContain('it is not known whether the read is signed');
    }
  );
});

describe('signing', () => {
  it('signs once when pressed twice, and the sheet opened again meanwhile changes nothing', async () => {
    let finish: (answer: SignAnswer) => void = () => undefined;
    let asked = 0;
    const { store } = await openBench(contextOf(), {
      api: {
        sign: () => {
          asked += 1;
          return new Promise(resolve => {
            finish = resolve;
          });
        },
      },
    });
    const first = store.sign('secret', 'm');
    await turns();
    store.open('sign');
    const second = store.sign('secret', 'm');
    await turns();
    expect(store.getSnapshot().signing.sending).toBe(true);
    finish({
      signature: { by: 'reader1', name: 'A. Ober', at: '', meaning: 'm', zone: 'UTC', hash: 'h' },
      derived: {},
    });
    await Promise.all([first, second]);
    expect(asked).toBe(1);
    expect(store.getSnapshot().signature).not.toBeNull();
  });

  it('shows both versions when the read was changed elsewhere', async () => {
    const opened = (await openBench(contextOf())).store.getSnapshot();
    const document = { ...opened.document, comment: 'theirs' };
    const { store } = await openBench(contextOf(), {
      api: {
        sign: () => Promise.reject(refusal('CL_DRAFT_CONFLICT', 412, { document, etag: '"7"' })),
      },
    });
    await store.sign('secret', 'm');
    expect(store.getSnapshot().draft).toMatchObject({ state: 'conflict', server: { etag: '"7"' } });
    expect(store.getSnapshot().signing.error).toContain('changed in another window');
  });
});
