import { boolean, integer, objectOf } from './answerShapes.js';
import type { ExitCode } from './command.js';
import { readFileBytes } from './readInput.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const pathIn = (given: Given, rest: string): string =>
  `/api/admin/trials/${encodeURIComponent(given.word('TRIAL'))}${rest}`;

const list = { type: 'array', items: { type: 'object' } };

/** With anything wrong the work says no, and the findings say what. */
const unlessWrong = (output: unknown): ExitCode =>
  (output as { readonly findings: readonly unknown[] }).findings.length > 0 ? 1 : 0;

export const resultsActions: readonly WordAction[] = [
  {
    words: 'list TRIAL',
    takes: '--track ID [--after SUBJECT] [--limit N]',
    output: objectOf({ results: list }),
    run: given => {
      const query = new URLSearchParams({ track: given.need('track') });
      for (const name of ['after', 'limit']) {
        const value = given.option(name);
        if (value !== undefined) query.set(name, value);
      }
      return callServer('GET', pathIn(given, `/results?${query.toString()}`));
    },
  },
  {
    words: 'import TRIAL FILE',
    takes: '--track ID [--preview]',
    output: objectOf({ done: boolean, entered: integer, same: integer, findings: list }),
    exitCode: unlessWrong,
    run: async given =>
      callServer('POST', pathIn(given, '/site-assessments/import'), {
        track: given.need('track'),
        content: (await readFileBytes(given.word('FILE'))).toString('base64'),
        preview: given.flag('preview'),
      }),
  },
];
