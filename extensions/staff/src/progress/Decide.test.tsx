import { act as settled } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { onArrival, oneTrack, page, place, row, summary, visit } from './progress.testdata.js';
import { ProgressPage } from './ProgressPage.js';

const at = '2026-03-01T09:00:00.000Z';
const trial = '/api/admin/trials/{trial}';
const reader = (user: string) => ({ user, absentUntil: null, backup: null });
const sheet = {
  row: row('S-1'),
  timepoints: [
    visit('BL', 'complete', [
      place('R1', {
        ...{ readId: 'r-bl-1', readState: 'signed', standing: 'signed', opened: true },
        reader: reader('ben'),
      }),
      place('R2', { readId: 'r-bl-2', readState: 'waiting' }),
    ]),
    visit('TP1', 'complete', [
      place('R1', { readId: 'r-tp-1', readState: 'assigned', reader: reader('ben') }),
    ]),
  ],
  whole: [],
  imagingEnd: null,
  ...{ signatures: [], history: [] },
};
const candidate = (user: string, more: object = {}) => ({
  ...{ user, name: `Dr ${user}`, may: true, openReads: 2, givenReads: 5, obstacles: [] },
  ...more,
});
const candidates = [
  candidate('cleo', { openReads: 1 }),
  candidate('ben'),
  candidate('dan', {
    may: false,
    obstacles: [
      { code: 'CL_ABSENT', message: 'is away' },
      { code: 'CL_NOT_QUALIFIED', message: 'lacks GCP training' },
    ],
  }),
];
const unlock = {
  task: 'read',
  ...{ id: 'u1', state: 'asked', readId: 'r-bl-1', version: 1, subject: 'S-1', timepoint: 'BL' },
  ...{ slot: 'R1', signedBy: 'ben', reason: 'A node was measured twice', askedBy: 'dora' },
  ...{ askedAt: at, decidedBy: null, decidedAt: null, decisionReason: null },
  dependents: [
    { kind: 'read', what: 'TP1', state: 'signed', then: 'markImpact' },
    { kind: 'course', what: 'R2', state: 'final', then: 'reopenFinal' },
    { kind: 'export', what: at, state: null, then: null },
  ],
};
const problem = {
  task: 'read',
  ...{ id: 'p1', readId: 'r-tp-1', trial: 'T-1', subject: 'S-1', subjectCode: 'X', slot: 'R1' },
  ...{ timepoint: 'TP1', readState: 'onHold', kind: 'missingSeries', raisedBy: 'ben' },
  ...{ text: 'No late phase', raisedAt: at, decision: null, answers: 1 },
  thread: [{ text: 'The site was asked', decision: 'hold', by: 'dora', at }],
};
const answers = {
  [`get ${trial}/progress`]: page([row('S-1')]),
  [`get ${trial}/progress/summary`]: summary,
  [`get ${trial}/progress/subjects/{subject}`]: sheet,
  [`get ${trial}/reads/{readId}/candidates`]: { candidates },
  [`get ${trial}/batches`]: onArrival,
  [`get ${trial}/tracks`]: oneTrack,
  [`get ${trial}/unlocks`]: { unlocks: [] },
  'get /api/admin/problems': { problems: [] },
  'get /api/admin/trials/{trial}/identity-destructions': { destructions: [] },
};

let bench: Bench | null = null;
afterEach(() => bench?.end());

/** The page as somebody of the trial; anna by name. */
const visitPage = async (role: string, more: object, search = '') => {
  const { server, asked } = fakeServer(sessionOf(role), { ...answers, ...more });
  const made = await openPage('progress', <ProgressPage />, server, search);
  bench = made;
  const posted = () => asked.filter(({ method }) => method === 'post');
  const times = (path: string) => asked.filter(one => `${one.method} ${one.path}` === path).length;
  const buttons = () =>
    [...made.place.querySelectorAll('button')].map(({ textContent }) => textContent);
  const pick = async (value: string) => {
    const radio = () =>
      [...made.place.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(
        one => one.value === value || one.parentElement?.textContent === value
      );
    await made.until(radio);
    settled(() => radio()?.click());
  };
  return { ...made, posted, times, buttons, pick };
};
const openSheet = async (role: string, more: object = {}) => {
  const made = await visitPage(role, more);
  await made.until(() => made.place.querySelector('[data-cell="0 0"]'));
  made.press(made.place.querySelector('[data-cell="0 0"]') ?? made.place, 'Enter');
  await made.says('Visit TP1');
  return made;
};

describe('a read that nobody has worked on', () => {
  it('is given to one of those who may, the others saying in the server’s words why not', async () => {
    const path = `${trial}/reads/{readId}/assign`;
    const made = await openSheet('dataManager', {
      [`post ${path}`]: { readId: 'r-bl-2', user: 'cleo' },
    });
    await made.click('Give to a reader');
    await made.says('is away; lacks GCP training');
    const radios = [...made.place.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    expect(radios.map(({ value, disabled }) => [value, disabled])).toEqual([
      ...[
        ['cleo', false],
        ['ben', false],
        ['dan', true],
      ],
    ]);
    await made.pick('cleo');
    await made.says('cleo gets R2 of Visit BL of S-1');
    const before = made.times(`get ${trial}/progress`);
    made.write('Reason', 'Fewest reads');
    await made.click('Give it to cleo');
    await made.says('R2 of Visit BL is given to cleo.');
    expect(made.posted()).toEqual([
      {
        ...{ method: 'post', path },
        given: {
          path: { trial: 'T-1', readId: 'r-bl-2' },
          body: { user: 'cleo', reason: 'Fewest reads' },
        },
      },
    ]);
    // The matrix is asked for again.
    await made.until(() => made.times(`get ${trial}/progress`) > before);
  });

  it('moves from whoever has it, and stays where the server refuses', async () => {
    const sentence = 'ben has opened it: replace the reader.';
    const path = `${trial}/reads/{readId}/move`;
    const made = await openSheet('admin', {
      [`post ${path}`]: new ClientError('CL_READ_OPENED', 409, sentence),
    });
    await made.click('Give to another reader');
    await made.says('has it now');
    await made.pick('cleo');
    await made.says('ben loses R1 of Visit TP1 of S-1, and cleo gets it.');
    made.write('Reason', 'Overloaded');
    await made.click('Give it to cleo');
    await made.says(sentence);
    expect(made.place.querySelector('aside textarea')).toMatchObject({ value: 'Overloaded' });
  });
});

describe('a reader who has begun', () => {
  it('is replaced with how it goes on, a reason and who authorised it', async () => {
    const path = `${trial}/replacements`;
    const made = await openSheet('dataManager', { [`post ${path}`]: { id: 'x' } });
    // R2 is nobody's: nobody is to be replaced.
    expect(made.buttons().filter(words => words?.startsWith('Replace '))).toEqual(['Replace ben']);
    await made.click('Replace ben');
    await made.pick('cleo');
    await made.says('what they signed stays on record as superseded, and cleo reads from the');
    await made.pick('Continue: read what is not signed');
    await made.says('what they signed stands, and cleo reads what comes after');
    made.write('Who authorised it', 'Head of reading');
    made.write('Reason', 'ben left');
    await made.click('Replace ben');
    await made.says('cleo reads R1 of S-1 now.');
    expect(made.posted()[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: {
        ...{ subject: 'S-1', slot: 'R1', user: 'cleo', how: 'continue' },
        ...{ reason: 'ben left', authorisedBy: 'Head of reading' },
      },
    });
  });
});

describe('a signed read', () => {
  it('is asked to be opened again with a reason; nothing is opened by that', async () => {
    const path = `${trial}/reads/{readId}/unlock`;
    const made = await openSheet('admin', { [`post ${path}`]: { id: 'u1', state: 'asked' } });
    await made.click('Ask to open it again');
    await made.says('Nothing is opened yet');
    made.write('Reason', 'A node was measured twice');
    await made.click('Ask to open R1 of Visit BL');
    await made.says('Asked. It waits for a second person.');
    expect(made.posted()[0]).toMatchObject({
      path,
      given: { path: { readId: 'r-bl-1' }, body: { reason: 'A node was measured twice' } },
    });
  });

  it('that was asked for is decided by a second person with the password, who sees what stands on it', async () => {
    const path = `${trial}/unlocks/{id}/decide`;
    const decide = (given: { body: { password: string } }) =>
      given.body.password === 'right'
        ? { id: 'u1', state: 'approved', newReadId: 'n' }
        : new ClientError('CL_PASSWORD', 403, 'The password is wrong.');
    const made = await visitPage(
      'dataManager',
      { [`get ${trial}/unlocks`]: { unlocks: [unlock] }, [`post ${path}`]: decide },
      'trial=T-1&view=decide'
    );
    await made.says('To decide (1)');
    await made.says('asked 2026-03-01 09:00 UTC by dora');
    await made.says('later read TP1 (signed): marked, to be decided on');
    await made.says('course R2 (final): open again');
    await made.says('export of 2026-03-01 09:00 UTC: stays as it is');
    await made.click('Approve');
    made.write('Reason', 'It was');
    made.write('Password', 'wrong');
    await made.click('Approve as Anna Adler');
    await made.says('The password is wrong.');
    expect(made.place.querySelector<HTMLInputElement>('input[type="password"]')?.value).toBe('');
    made.write('Password', 'right');
    await made.click('Approve as Anna Adler');
    await made.says('Opened again. A new version waits for its reader.');
    expect(made.posted().at(-1)?.given).toEqual({
      path: { trial: 'T-1', id: 'u1' },
      body: { decision: 'approve', reason: 'It was', password: 'right' },
    });
  });

  it.each([
    ['asked for it', { askedBy: 'anna' }, ['Take it back'], 'somebody else approves it'],
    ['signed it', { signedBy: 'anna' }, ['Refuse'], 'somebody else opens it again'],
  ])('is not approved by who %s', async (_who, more, offered, words) => {
    const made = await visitPage(
      'admin',
      { [`get ${trial}/unlocks`]: { unlocks: [{ ...unlock, ...more }] } },
      'trial=T-1&view=decide'
    );
    await made.says(words);
    const acts = ['Approve', 'Refuse', 'Take it back'];
    expect(made.buttons().filter(one => acts.includes(one ?? ''))).toEqual(offered);
  });

  it('shows on its sheet that it waits, and is not asked for twice', async () => {
    const made = await openSheet('admin', { [`get ${trial}/unlocks`]: { unlocks: [unlock] } });
    await made.says('Waiting for a second person');
    expect(made.buttons()).not.toContain('Ask to open it again');
  });
});

describe('a signed decision', () => {
  const decided = (readState: string) => ({
    ...sheet,
    whole: [
      place('ADJ', {
        ...{ task: 'adjudication', readId: 'a-1', readState, standing: 'final', opened: true },
        reader: reader('judge'),
      }),
    ],
  });
  const ofSubject = `get ${trial}/progress/subjects/{subject}`;
  const inCase = async (made: Bench, words: string) => {
    const found = () =>
      [...made.place.querySelectorAll('button')].findLast(
        ({ textContent }) => textContent === words
      );
    await made.until(found);
    settled(() => found()?.click());
  };

  it('is asked to be opened again, as a read is', async () => {
    const path = `${trial}/adjudications/{adjudicationId}/unlock`;
    const made = await openSheet('admin', {
      [ofSubject]: decided('signed'),
      [`post ${path}`]: { id: 'u1', state: 'asked' },
    });
    await made.says('judge');
    for (const words of ['Let the decision stand', 'Replace judge']) {
      expect(made.buttons()).not.toContain(words);
    }
    await inCase(made, 'Ask to open it again');
    made.write('Reason', 'The wrong lesion is named');
    await made.click('Ask to open ADJ of Whole subject');
    await made.says('Asked. It waits for a second person.');
    expect(made.posted()[0]).toMatchObject({
      path,
      given: { path: { adjudicationId: 'a-1' }, body: { reason: 'The wrong lesion is named' } },
    });
  });

  it('stands though a read of it was marked, by a signature', async () => {
    const path = `${trial}/adjudications/{adjudicationId}/let-stand`;
    const made = await openSheet('dataManager', {
      [ofSubject]: decided('impactPending'),
      [`post ${path}`]: { state: 'signed', contentHash: 'x' },
    });
    await made.click('Let the decision stand');
    await made.says('The decision stays as it was signed.');
    made.write('Reason', 'Only a report was added');
    made.write('Password', 'right');
    await made.click('Let it stand as Anna Adler');
    await made.says('The decision stands.');
    expect(made.posted()[0]?.given).toEqual({
      path: { trial: 'T-1', adjudicationId: 'a-1' },
      body: { reason: 'Only a report was added', password: 'right' },
    });
  });

  it('is opened again for whom the second person says', async () => {
    const path = `${trial}/unlocks/{id}/decide`;
    const wish = { ...unlock, task: 'adjudication', slot: 'ADJ', signedBy: 'judge' };
    const made = await visitPage(
      'admin',
      {
        [`get ${trial}/unlocks`]: { unlocks: [wish] },
        [`post ${path}`]: { id: 'u1', state: 'approved', newReadId: 'n' },
      },
      'trial=T-1&view=decide'
    );
    await made.click('Approve');
    await made.says('judge decides anew on the same reads, with nothing chosen');
    await made.pick('Another adjudicator');
    await made.says('somebody other than judge decides anew');
    made.write('Reason', 'It was');
    made.write('Password', 'right');
    await made.click('Approve as Anna Adler');
    await made.says('Opened again. The case waits for its adjudicator.');
    expect(made.posted()[0]?.given).toMatchObject({
      body: { decision: 'approve', reason: 'It was', password: 'right', adjudicator: 'another' },
    });
  });
});

describe('a problem that a reader flagged', () => {
  it('is read with its answers, and answered with what becomes of the read', async () => {
    const path = '/api/admin/problems/{problemId}/answer';
    const made = await openSheet('dataManager', {
      'get /api/admin/problems': { problems: [problem] },
      [`post ${path}`]: { id: 'p1', decision: 'exclude', readState: 'onHold' },
    });
    await made.says('No late phase');
    await made.says('dora, 2026-03-01 09:00 UTC: waitThe site was asked');
    await made.click('Answer it');
    await made.says('write nothing about who the subject is');
    await made.pick('This reader does not go on');
    await made.says('The reader gets nothing more of this subject, for good.');
    made.write('Answer to the reader', 'Thank you');
    await made.click('Send the answer');
    await made.says('Answered.');
    expect(made.posted()[0]?.given).toEqual({
      path: { problemId: 'p1' },
      body: { text: 'Thank you', decision: 'exclude' },
    });
  });

  it('is not answered with what would tell its reader who or where, and anew on the person’s word', async () => {
    const path = '/api/admin/problems/{problemId}/answer';
    const refusal = (kind: string) =>
      new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', {
        fields: [{ path: '/text', found: [{ kind, from: 4, to: 8 }] }],
      });
    const answer = ({ body }: { body: { text: string; notIdentity?: unknown } }) =>
      body.notIdentity !== undefined
        ? { id: 'p1', decision: 'resume', readState: 'draft' }
        : refusal(body.text === 'the BERL said so' ? 'known' : 'place');
    const made = await openSheet('dataManager', {
      'get /api/admin/problems': { problems: [problem] },
      [`post ${path}`]: answer,
    });
    await made.click('Answer it');
    made.write('Answer to the reader', 'the BERL said so');
    await made.click('Send the answer');
    await made.says('“BERL” names a subject, a site or a person of this trial.');
    expect(made.buttons()).not.toContain('It identifies nobody');
    made.write('Answer to the reader', 'the Rand is dark');
    await made.click('Send the answer');
    await made.says('“Rand” looks like a hospital or a site.');
    await made.click('It identifies nobody');
    await made.says('Answered.');
    expect(made.posted().at(-1)?.given).toMatchObject({
      body: { text: 'the Rand is dark', notIdentity: [{ path: '/text', kinds: ['place'] }] },
    });
  });

  it('that is decided is read, and not answered again', async () => {
    const decided = { ...problem, decision: 'resume' };
    const made = await openSheet('admin', { 'get /api/admin/problems': { problems: [decided] } });
    await made.says('No late phase');
    expect(made.buttons()).not.toContain('Answer it');
  });
});

describe('what is to be decided', () => {
  it('says so where there is nothing', async () => {
    const made = await visitPage('admin', {}, 'trial=T-1&view=decide');
    await made.says('Nothing waits for a second person.');
    await made.says('No problem waits for an answer.');
    expect(made.buttons()).toContain('To decide');
  });

  it('is neither offered to an auditor nor asked for', async () => {
    const made = await openSheet('auditor');
    for (const words of ['To decide', 'Give to a reader', 'Replace ben', 'Ask to open it again']) {
      expect(made.buttons()).not.toContain(words);
    }
    expect(made.times(`get ${trial}/unlocks`)).toBe(0);
    expect(made.times('get /api/admin/problems')).toBe(0);
  });
});

describe('an identity that is to be destroyed', () => {
  const path = `${trial}/identity-destructions`;
  const asked = {
    ...{ id: 'd1', subject: 'S-1', reason: 'Consent withdrawn', askedBy: 'dora', askedAt: at },
    ...{ state: 'asked', decidedBy: null, decidedAt: null, decisionReason: null, destroyed: null },
  };
  const destroyed = { identifiers: 7, images: 15, keptApart: 2, texts: 1, mentions: 0 };

  it('is asked for on the sheet of its subject, saying before what it does', async () => {
    const made = await openSheet('dataManager', { [`post ${path}`]: { id: 'd1' } });
    await made.click('Destroy the identity');
    await made.says('never comes back; reads, signatures, results and the record stay');
    made.write('Reason', 'Consent withdrawn');
    await made.click('Ask that the identity of S-1 is destroyed');
    expect(made.posted().map(({ given }) => given)).toEqual([
      { path: { trial: 'T-1' }, body: { subject: 'S-1', reason: 'Consent withdrawn' } },
    ]);
  });

  it('is confirmed by another person with their password, and by nobody who asked', async () => {
    const made = await visitPage(
      'admin',
      {
        [`get ${path}`]: { destructions: [asked, { ...asked, id: 'd2', askedBy: 'anna' }] },
        [`post ${path}/{id}/confirm`]: { subject: 'DESTROYED-1', destroyed },
      },
      '?view=decide'
    );
    await made.says('Identity of S-1');
    expect(made.buttons().filter(name => name === 'Confirm')).toHaveLength(1);
    await made.says('You asked for it: another person confirms it.');
    await made.click('Confirm');
    await made.says('Backups and exports made before still have the identity');
    made.write('Password', 'secret');
    await made.click('Destroy the identity of S-1');
    await made.says('The subject is called DESTROYED-1 from now on.');
    expect(made.posted().map(({ given }) => given)).toEqual([
      { path: { trial: 'T-1', id: 'd1' }, body: { password: 'secret' } },
    ]);
  });

  it('is said on the sheet once it is destroyed, with what is left', async () => {
    const done = {
      ...{ ...asked, state: 'done', decidedBy: 'anna', decidedAt: at },
      destroyed: { ...destroyed, remaining: { signature: 2 } },
    };
    const made = await openSheet('auditor', { [`get ${path}`]: { destructions: [done] } });
    await made.says('Asked for by dora, confirmed by anna: Consent withdrawn.');
    await made.says('15 images in the archive, 2 files kept apart');
    await made.says('the identifier may still stand in 2 rows (signature).');
    expect(made.buttons()).not.toContain('Destroy the identity');
  });
});
