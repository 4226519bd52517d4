import { randomUUID } from 'node:crypto';
import { integer, nullable, objectOf, string } from './answerShapes.js';
import type { ExitCode } from './command.js';
import { readJson } from './readInput.js';
import { readPassword } from './readPassword.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const list = { type: 'array', items: { type: 'object' } };
const changed = objectOf({ version: integer });
const passwordInput = 'your password on the first line, where CORELAB_PASSWORD does not have it';

const pathOf = (given: Given, rest: string): string =>
  `/api/admin/audit/${encodeURIComponent(given.word('CHAIN'))}${rest}`;

const withQuery = (path: string, given: Given, names: readonly string[]): string => {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = given.option(name);
    if (value !== undefined) query.set(name, value);
  }
  const asked = query.toString();
  return asked === '' ? path : `${path}?${asked}`;
};

const reviewPath = (given: Given, rest = ''): string =>
  pathOf(given, `/reviews/${encodeURIComponent(given.word('REVIEW'))}${rest}`);

const itemPath = (given: Given, rest = ''): string =>
  reviewPath(given, `/items/${encodeURIComponent(given.word('PLACE'))}${rest}`);

/** A chain whose last verification found something, or that nobody has verified, is not said to be whole. */
const unlessWhole = (output: unknown): ExitCode => {
  const { verifications } = output as {
    readonly verifications: readonly { readonly verdict: { readonly ok: boolean } | null }[];
  };
  return verifications[0]?.verdict?.ok === false ? 1 : 0;
};

const respond = (kind: 'answer' | 'close' | 'reopen'): WordAction => ({
  words: `review ${kind} CHAIN REVIEW PLACE`,
  takes: '--text TEXT',
  output: objectOf({ kept: { type: 'boolean' } }),
  run: given => callServer('POST', itemPath(given, `/${kind}`), { text: given.need('text') }),
});

/** What an auditor does from a shell; CHAIN is a trial, or `system`. */
export const recordActions: readonly WordAction[] = [
  {
    words: 'entries CHAIN',
    takes:
      '[--act ACT,...] [--by ACCOUNT|server] [--role ROLE] [--subject ID] [--read ID] [--from INSTANT] [--to INSTANT] [--text WORDS] [--order newest|oldest] [--after N] [--limit N]',
    output: objectOf({ entries: list, next: nullable }),
    run: given =>
      callServer(
        'GET',
        withQuery(pathOf(given, '/entries'), given, [
          ...['act', 'by', 'role', 'subject', 'read', 'from', 'to', 'text', 'order'],
          ...['after', 'limit'],
        ])
      ),
  },
  {
    words: 'entry CHAIN NUMBER',
    takes: '',
    output: objectOf({ row: { type: 'object' }, entry: {}, differences: list, texts: list }),
    run: given =>
      callServer('GET', pathOf(given, `/entries/${encodeURIComponent(given.word('NUMBER'))}`)),
  },
  {
    words: 'subjects CHAIN TEXT',
    takes: '',
    output: objectOf({ subjects: list }),
    run: given =>
      callServer(
        'GET',
        pathOf(given, `/subjects?${new URLSearchParams({ text: given.word('TEXT') }).toString()}`)
      ),
  },
  {
    words: 'life CHAIN READ',
    takes: '',
    output: objectOf({ read: { type: 'object' }, versions: list, events: list }),
    run: given =>
      callServer('GET', pathOf(given, `/reads/${encodeURIComponent(given.word('READ'))}/life`)),
  },
  {
    words: 'verifications CHAIN',
    takes: '',
    output: objectOf({ verifications: list }),
    exitCode: unlessWhole,
    run: given => callServer('GET', pathOf(given, '/verifications')),
  },
  {
    words: 'verifications start CHAIN',
    takes: '',
    output: objectOf({ id: string }),
    run: given => callServer('POST', pathOf(given, '/verifications'), {}),
  },
  {
    words: 'review list CHAIN',
    takes: '',
    output: objectOf({ reviews: list }),
    run: given => callServer('GET', pathOf(given, '/reviews')),
  },
  {
    words: 'review plan CHAIN',
    takes: '[--input FILE]',
    input:
      '{ title, dueDate, sampling: { kind: all | every | random, size?, seed? }, fromEntry?, toEntry?, from?, to?, acts?, reads? }',
    output: objectOf({ id: string, items: integer, population: integer }),
    run: async given =>
      callServer('POST', pathOf(given, '/reviews'), await readJson(given.option('input'))),
  },
  {
    words: 'review show CHAIN REVIEW',
    takes: '',
    output: objectOf({ id: string, state: string, version: integer }),
    run: given => callServer('GET', reviewPath(given)),
  },
  {
    words: 'review items CHAIN REVIEW',
    takes: '[--after PLACE] [--limit N]',
    output: objectOf({ items: list, next: nullable }),
    run: given =>
      callServer('GET', withQuery(reviewPath(given, '/items'), given, ['after', 'limit'])),
  },
  {
    words: 'review judge CHAIN REVIEW PLACE',
    takes:
      '--outcome inOrder|finding|notApplicable [--severity minor|major|critical] [--text TEXT]',
    output: changed,
    run: given => {
      const [severity, text] = [given.option('severity'), given.option('text')];
      return callServer('POST', itemPath(given), {
        outcome: given.need('outcome'),
        ...(severity === undefined ? {} : { severity }),
        ...(text === undefined ? {} : { text }),
      });
    },
  },
  {
    words: 'review undo CHAIN REVIEW PLACE',
    takes: '',
    output: changed,
    run: given => callServer('POST', itemPath(given), { outcome: null }),
  },
  {
    words: 'review notes CHAIN REVIEW',
    takes: '--text TEXT',
    output: changed,
    run: given => callServer('POST', reviewPath(given, '/notes'), { notes: given.need('text') }),
  },
  {
    words: 'review withdraw CHAIN REVIEW',
    takes: '--reason TEXT',
    output: changed,
    run: given =>
      callServer('POST', reviewPath(given, '/withdraw'), { reason: given.need('reason') }),
  },
  {
    words: 'review sign CHAIN REVIEW',
    takes: '--meaning TEXT --version N',
    input: passwordInput,
    output: objectOf({ contentHash: string, signedAt: string }),
    run: async given =>
      callServer('POST', reviewPath(given, '/sign'), {
        ...{ meaning: given.need('meaning'), version: Number(given.need('version')) },
        ...{ requestId: randomUUID(), password: await readPassword() },
      }),
  },
  ...(['answer', 'close', 'reopen'] as const).map(respond),
];
