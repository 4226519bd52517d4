import { integer, nullable, objectOf, string } from './answerShapes.js';
import { readPassword } from './readPassword.js';
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

const decideUnlock = async (given: Given, decision: 'approve' | 'refuse'): Promise<unknown> => {
  const path = trialPath(given, `unlocks/${encodeURIComponent(given.word('ID'))}/decide`);
  const reason = given.need('reason');
  return callServer('POST', path, { decision, reason, password: await readPassword() });
};
const decideImpact = (given: Given, decision: 'letStand' | 'readAgain'): Promise<unknown> =>
  callServer('POST', readPath(given, 'impact'), { decision, reason: given.need('reason') });

const list = { type: 'array', items: { type: 'object' } };
const decided = objectOf({ id: string, state: string, newReadId: nullable });
const impactDecided = objectOf({ readId: string, decision: string, newReadId: nullable });
const passwordInput = 'your password on the first line, where CORELAB_PASSWORD does not have it';
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
  {
    words: 'unlock READ',
    takes: '--trial ID --reason TEXT',
    output: objectOf({ id: string, state: string }),
    run: given => callServer('POST', readPath(given, 'unlock'), { reason: given.need('reason') }),
  },
  {
    words: 'unlocks',
    takes: '--trial ID [--all]',
    output: objectOf({ unlocks: list }),
    run: given =>
      callServer('GET', trialPath(given, `unlocks?state=${given.flag('all') ? 'all' : 'open'}`)),
  },
  {
    words: 'approve-unlock ID',
    takes: '--trial ID --reason TEXT',
    input: passwordInput,
    output: decided,
    run: given => decideUnlock(given, 'approve'),
  },
  {
    words: 'refuse-unlock ID',
    takes: '--trial ID --reason TEXT',
    input: passwordInput,
    output: decided,
    run: given => decideUnlock(given, 'refuse'),
  },
  {
    words: 'impact',
    takes: '--trial ID',
    output: objectOf({ reads: list }),
    run: given => callServer('GET', trialPath(given, 'reads/impact')),
  },
  {
    words: 'let-stand READ',
    takes: '--trial ID --reason TEXT',
    output: impactDecided,
    run: given => decideImpact(given, 'letStand'),
  },
  {
    words: 'read-again READ',
    takes: '--trial ID --reason TEXT',
    output: impactDecided,
    run: given => decideImpact(given, 'readAgain'),
  },
  {
    words: 'replace SUBJECT SLOT USER',
    takes: '--trial ID --how takeOver|continue --reason TEXT --authorised-by TEXT',
    output: objectOf({ id: string }),
    run: given =>
      callServer('POST', trialPath(given, 'replacements'), {
        subject: given.word('SUBJECT'),
        slot: given.word('SLOT'),
        user: given.word('USER'),
        how: given.need('how'),
        reason: given.need('reason'),
        authorisedBy: given.need('authorised-by'),
      }),
  },
  {
    words: 'replacements',
    takes: '--trial ID',
    output: objectOf({ replacements: list }),
    run: given => callServer('GET', trialPath(given, 'replacements')),
  },
];
