import { basename } from 'node:path';
import { boolean, integer, nullable, objectOf, string } from './answerShapes.js';
import type { ExitCode } from './command.js';
import { readFileBytes } from './readInput.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const factsPath = (given: Given, rest = ''): string =>
  `/api/admin/trials/${encodeURIComponent(given.word('TRIAL'))}/facts${rest}`;

const list = { type: 'array', items: { type: 'object' } };
const plan = objectOf({
  ...{ done: boolean, import: nullable, tag: string, added: integer, changed: integer },
  ...{ withdrawn: integer, same: integer, findings: list, findingCount: integer },
  ...{ changes: list, reads: list, readCount: integer, finals: list, finalCount: integer },
});

interface PlanAnswer {
  readonly tag: string;
  readonly findingCount: number;
}

/** With anything wrong the work says no, and the findings say what. */
const unlessWrong = (output: unknown): ExitCode =>
  (output as PlanAnswer).findingCount > 0 ? 1 : 0;

const queryOf = (given: Given, names: readonly string[]): string => {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = given.option(name);
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
};

/** Looked at first; done as it was looked at, unless something is wrong or a look is all that was asked for. */
const lookedAt = async (given: Given, path: string, body: object): Promise<unknown> => {
  const seen = (await callServer('POST', path, { ...body, preview: true })) as PlanAnswer;
  if (given.flag('preview') || seen.findingCount > 0) return seen;
  return callServer('POST', path, { ...body, tag: seen.tag });
};

const optional = (given: Given, ...names: readonly string[]): object =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = given.option(name);
      return value === undefined ? [] : [[name, value]];
    })
  );

export const factsActions: readonly WordAction[] = [
  {
    words: 'import TRIAL FILE',
    takes: '[--source TEXT] [--preview]',
    output: plan,
    exitCode: unlessWrong,
    run: async given => {
      const file = given.word('FILE');
      const fileName = basename(file);
      return lookedAt(given, factsPath(given, '/import'), {
        ...{ fileName, source: given.option('source') ?? fileName },
        content: (await readFileBytes(file)).toString('base64'),
      });
    },
  },
  {
    words: 'list TRIAL',
    takes: '[--subject LETTERS] [--kind KIND] [--after ID] [--limit N]',
    output: objectOf({ kinds: list, keeps: boolean, notKept: list, facts: list, total: integer }),
    run: given =>
      callServer('GET', factsPath(given, queryOf(given, ['subject', 'kind', 'after', 'limit']))),
  },
  {
    words: 'show TRIAL SUBJECT',
    takes: '',
    output: objectOf({ kinds: list, keeps: boolean, facts: list }),
    run: given =>
      callServer('GET', factsPath(given, `/subjects/${encodeURIComponent(given.word('SUBJECT'))}`)),
  },
  {
    words: 'imports TRIAL',
    takes: '[--after ID] [--limit N]',
    output: objectOf({ imports: list }),
    run: given =>
      callServer('GET', factsPath(given, `/imports${queryOf(given, ['after', 'limit'])}`)),
  },
  {
    words: 'record TRIAL SUBJECT KIND',
    takes:
      '--reason TEXT [--date DATE] [--value TEXT] [--unit UNIT] [--name NAME] [--replaces ID] [--preview]',
    output: plan,
    exitCode: unlessWrong,
    run: given =>
      lookedAt(given, factsPath(given), {
        ...{ subject: given.word('SUBJECT'), kind: given.word('KIND') },
        ...optional(given, 'date', 'value', 'unit', 'name', 'replaces'),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'withdraw TRIAL ID',
    takes: '--reason TEXT [--preview]',
    output: plan,
    run: given =>
      lookedAt(given, factsPath(given, `/${encodeURIComponent(given.word('ID'))}/withdraw`), {
        reason: given.need('reason'),
      }),
  },
];
