import { integer, objectOf, string } from './answerShapes.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const trialPath = (given: Given, rest: string): string =>
  `/api/admin/trials/${encodeURIComponent(given.need('trial'))}/${rest}`;
const arrivalPath = (given: Given, act: string): string =>
  trialPath(given, `arrivals/${encodeURIComponent(given.word('ID'))}${act}`);

/** What narrows a list, as the server's query names it. */
const queryOf = (given: Given, names: readonly string[], fixed: Record<string, string>): string => {
  const query = new URLSearchParams(fixed);
  for (const name of names) {
    const value = given.option(name);
    if (value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
};

/** The images of one study and delivery. */
const groupOf = (given: Given) => ({
  receipt: given.word('RECEIPT'),
  study: given.word('STUDY'),
});

const list = { type: 'array', items: { type: 'object' } };
const decided = objectOf({ id: string });
const manyDecided = objectOf({ images: integer });
const narrowing = '[--site CODE] [--text LETTERS] [--after ID] [--limit N]';
const names = ['site', 'text', 'after', 'limit'];

export const intakeActions: readonly WordAction[] = [
  {
    words: 'list',
    takes: `--trial ID [--state waiting|matched|refused|all] [--order oldest|newest] ${narrowing}`,
    output: objectOf({ arrivals: list, total: integer }),
    run: given => {
      const fixed = { state: given.option('state') ?? 'all' };
      const query = queryOf(given, ['order', ...names], fixed);
      return callServer('GET', trialPath(given, `arrivals${query}`));
    },
  },
  {
    words: 'waiting',
    takes: `--trial ID ${narrowing}`,
    output: objectOf({ arrivals: list, total: integer }),
    run: given =>
      callServer('GET', trialPath(given, `arrivals${queryOf(given, names, { state: 'waiting' })}`)),
  },
  {
    words: 'show ID',
    takes: '--trial ID',
    output: objectOf({ arrival: { type: 'object' }, series: list, deliveries: list }),
    run: given => callServer('GET', arrivalPath(given, '')),
  },
  {
    words: 'match ID SUBJECT TIMEPOINT',
    takes: '--trial ID --authority TEXT --reason TEXT [--site CODE] [--new-subject]',
    output: objectOf({ exam: string }),
    run: given => {
      const site = given.option('site');
      return callServer('POST', arrivalPath(given, '/match'), {
        ...{ subject: given.word('SUBJECT'), timepoint: given.word('TIMEPOINT') },
        ...{ authority: given.need('authority'), reason: given.need('reason') },
        ...(site === undefined ? {} : { site }),
        ...(given.flag('new-subject') ? { newSubject: true } : {}),
      });
    },
  },
  {
    words: 'refuse ID',
    takes: '--trial ID --reason TEXT',
    output: decided,
    run: given =>
      callServer('POST', arrivalPath(given, '/refuse'), { reason: given.need('reason') }),
  },
  {
    words: 'take-up-again ID',
    takes: '--trial ID --reason TEXT',
    output: decided,
    run: given =>
      callServer('POST', arrivalPath(given, '/take-up-again'), { reason: given.need('reason') }),
  },
  {
    words: 'quarantine',
    takes: '--trial ID [--state quarantined|released|refused|all] [--after ID] [--limit N]',
    output: objectOf({ groups: list }),
    run: given => {
      const fixed = { state: given.option('state') ?? 'quarantined' };
      const query = queryOf(given, ['after', 'limit'], fixed);
      return callServer('GET', trialPath(given, `quarantine/groups${query}`));
    },
  },
  {
    words: 'release RECEIPT STUDY',
    takes: '--trial ID --authority TEXT --reason TEXT',
    output: manyDecided,
    run: given =>
      callServer('POST', trialPath(given, 'quarantine/groups/release'), {
        ...groupOf(given),
        ...{ authority: given.need('authority'), reason: given.need('reason') },
      }),
  },
  {
    words: 'refuse-quarantined RECEIPT STUDY',
    takes: '--trial ID --reason TEXT',
    output: manyDecided,
    run: given =>
      callServer('POST', trialPath(given, 'quarantine/groups/refuse'), {
        ...groupOf(given),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'deliveries',
    takes: '--trial ID [--after ID] [--limit N]',
    output: objectOf({ receipts: list }),
    run: given =>
      callServer('GET', trialPath(given, `deliveries${queryOf(given, ['after', 'limit'], {})}`)),
  },
];
