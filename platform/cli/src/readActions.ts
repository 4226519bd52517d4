import { integer, objectOf, string } from './answerShapes.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const trialPath = (given: Given, rest: string): string =>
  `/api/admin/trials/${encodeURIComponent(given.need('trial'))}/${rest}`;
const readPath = (given: Given, act: string): string =>
  trialPath(given, `reads/${encodeURIComponent(given.word('READ'))}/${act}`);

/** The reason, where one is given. */
const reasonOf = (given: Given): { reason?: string } => {
  const reason = given.option('reason');
  return reason === undefined ? {} : { reason };
};

const list = { type: 'array', items: { type: 'object' } };
const assigned = objectOf({ readId: string, user: string });

export const readActions: readonly WordAction[] = [
  {
    words: 'unassigned',
    takes: '--trial ID [--offset N] [--limit N]',
    output: objectOf({ total: integer, reads: list }),
    run: given => {
      const query = new URLSearchParams();
      for (const name of ['offset', 'limit']) {
        const value = given.option(name);
        if (value !== undefined) query.set(name, value);
      }
      const more = query.size === 0 ? '' : `?${query.toString()}`;
      return callServer('GET', trialPath(given, `reads/unassigned${more}`));
    },
  },
  {
    words: 'candidates READ',
    takes: '--trial ID',
    output: objectOf({ candidates: list }),
    run: given => callServer('GET', readPath(given, 'candidates')),
  },
  {
    words: 'assign READ USER',
    takes: '--trial ID [--reason TEXT]',
    output: assigned,
    run: given =>
      callServer('POST', readPath(given, 'assign'), {
        user: given.word('USER'),
        ...reasonOf(given),
      }),
  },
  {
    words: 'move READ USER',
    takes: '--trial ID --reason TEXT',
    output: assigned,
    run: given =>
      callServer('POST', readPath(given, 'move'), {
        user: given.word('USER'),
        reason: given.need('reason'),
      }),
  },
];
