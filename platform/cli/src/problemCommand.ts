import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.js';
import { callServer } from './serverClient.js';

const usage = [
  'corelab problem list [--trial ID] [--all]',
  'corelab problem answer ID --text TEXT --decision resume|hold|exclude [--not-identity KIND,...]',
].join('\n       ');

const decisions = ['resume', 'hold', 'exclude'];

/** `corelab problem`: what readers flagged, and the answers that let them read on. */
export const problemCommand: Command = {
  schema: {
    input: 'none',
    output: {
      list: "the server's answer to GET /api/admin/problems",
      answer: "the server's answer to POST /api/admin/problems/ID/answer",
    },
  },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: {
        trial: { type: 'string' },
        all: { type: 'boolean', default: false },
        text: { type: 'string' },
        decision: { type: 'string' },
        'not-identity': { type: 'string' },
      },
      allowPositionals: true,
    });
    const [action, id, ...rest] = positionals;
    const { trial, all, text, decision } = values;
    if (action === 'list' && id === undefined) {
      const query = new URLSearchParams({ state: all ? 'all' : 'open' });
      if (trial !== undefined) query.set('trial', trial);
      return {
        exitCode: 0,
        output: await callServer('GET', `/api/admin/problems?${query.toString()}`),
      };
    }
    if (action === 'answer' && id !== undefined && rest.length === 0 && text && decision) {
      if (!decisions.includes(decision)) {
        throw new UsageError(
          'CL_USAGE',
          `decision "${decision}" is not known (known: ${decisions.join(', ')})`
        );
      }
      const kinds = values['not-identity']?.split(',');
      return {
        exitCode: 0,
        output: await callServer('POST', `/api/admin/problems/${encodeURIComponent(id)}/answer`, {
          text,
          decision,
          ...(kinds === undefined ? {} : { notIdentity: [{ path: '/text', kinds }] }),
        }),
      };
    }
    throw new UsageError('CL_USAGE', `usage: ${usage}`);
  },
};
