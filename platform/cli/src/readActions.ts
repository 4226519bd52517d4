import { createHash } from 'node:crypto';
import { integer, nullable, objectOf, string } from './answerShapes.js';
import { readPassword } from './readPassword.js';
import { callServer, fetchBytes } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';
import { writeAtomically } from './writeAtomically.js';

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
/** What the signature of a decision says, as the server has it. */
const impactMeaning = 'I looked at what changed and decide what it means';
const decideImpact = async (given: Given): Promise<unknown> => {
  const path = trialPath(given, `impacts/${encodeURIComponent(given.word('ID'))}/decide`);
  const said = { decision: given.word('DECISION'), reason: given.need('reason') };
  return callServer('POST', path, {
    ...{ ...said, meaning: impactMeaning, password: await readPassword() },
  });
};

const list = { type: 'array', items: { type: 'object' } };
const decided = objectOf({ id: string, state: string, newReadId: nullable });
const impactDecided = objectOf({ id: string, decision: string, contentHash: string });
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
    words: 'report READ',
    takes: '--trial ID --out FILE',
    output: objectOf({ read: string, file: string, bytes: integer, sha256: string }),
    run: async given => {
      const file = given.need('out');
      const hash = createHash('sha256');
      let bytes = 0;
      const hashed = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of fetchBytes(readPath(given, 'report'))) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      };
      await writeAtomically(file, hashed());
      return { read: given.word('READ'), file, bytes, sha256: hash.digest('hex') };
    },
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
    words: 'impacts',
    takes: '--trial ID [--all] [--after ID]',
    output: objectOf({ impacts: list, next: nullable }),
    run: given => {
      const query = new URLSearchParams({ state: given.flag('all') ? 'all' : 'pending' });
      const after = given.option('after');
      if (after !== undefined) query.set('after', after);
      return callServer('GET', trialPath(given, `impacts?${query.toString()}`));
    },
  },
  {
    words: 'decide-impact ID DECISION',
    takes: '--trial ID --reason TEXT (DECISION: noImpact | laterReads | readAgain)',
    input: passwordInput,
    output: impactDecided,
    run: decideImpact,
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
