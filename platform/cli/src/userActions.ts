import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from './command.js';
import { boolean, listOf, nullable, objectOf, string } from './answerShapes.js';
import { readPassword } from './readPassword.js';
import { callServer } from './serverClient.js';
import type { Given, WordAction } from './wordCommand.js';

const accountFields = {
  user: string,
  name: string,
  administrator: boolean,
  active: boolean,
  mustChangePassword: boolean,
  secondFactor: boolean,
  provider: nullable,
  createdAt: string,
};
const withPassword = objectOf({
  account: objectOf(accountFields),
  oneTimePassword: { ...nullable, description: 'Printed this once; null when it was given.' },
});
const tokenFields = {
  id: string,
  name: string,
  createdAt: string,
  createdBy: nullable,
  lastUsedAt: nullable,
  revokedAt: nullable,
};
const list = { type: 'array', items: { type: 'object' } };
const changed = objectOf({ changed: boolean });
const id = objectOf({ id: string });
const version = { type: ['integer', 'null'] };

const passwordInput =
  'with --password-stdin a one-time password on the first line of standard input';

/** The first line of standard input. Throws UsageError CL_PASSWORD when there is none. */
async function passwordFromInput(given: Given): Promise<{ password?: string }> {
  if (!given.flag('password-stdin')) return {};
  const [password = ''] = (await text(process.stdin)).split(/\r?\n/);
  if (password === '') throw new UsageError('CL_PASSWORD', 'standard input has no password');
  return { password };
}

async function hashOfFile(path: string | undefined): Promise<{ documentHash?: string }> {
  if (path === undefined) return {};
  try {
    return {
      documentHash: createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    };
  } catch (error) {
    throw new UsageError('CL_FILE', `can't read ${path}: ${messageOf(error)}`);
  }
}

function versionOf(value: string | undefined): { charterVersion?: number } {
  if (value === undefined) return {};
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new UsageError('CL_USAGE', `--charter-version ${value}: expected a whole number from 1`);
  return { charterVersion: Number(value) };
}

const accountPath = (given: Given, act: string): string =>
  `/api/admin/accounts/${encodeURIComponent(given.word('USER'))}/${act}`;
const resetPath = (given: Given, act: string): string =>
  `/api/admin/account-resets/${encodeURIComponent(given.word('ID'))}/${act}`;
const trialPath = (given: Given, rest: string): string =>
  `/api/admin/trials/${encodeURIComponent(given.need('trial'))}/${rest}`;

/** Of a trial, or without one of the installation. */
const accessPath = (given: Given): string =>
  given.option('trial') === undefined ? '/api/admin/access' : trialPath(given, 'access');

const setAdministrator = (given: Given, administrator: boolean): Promise<unknown> =>
  callServer('POST', accountPath(given, 'administrator'), {
    administrator,
    reason: given.need('reason'),
  });

/** What is given of some optional options, by the name that the server has for them. */
const optional = (given: Given, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap(name => {
      const value = given.option(name);
      return value === undefined ? [] : [[name, value]];
    })
  );

/** Whose account it is at the organisation's own login. */
const providerUser = (given: Given): Record<string, string> => {
  const value = given.option('provider-user');
  return value === undefined ? {} : { providerUser: value };
};

/** A conflict is about one site. Throws UsageError CL_USAGE for more. */
function firstOf(name: string, values: readonly string[]): Record<string, string> {
  const [value, ...more] = values;
  if (more.length > 0) throw new UsageError('CL_USAGE', `--${name} is given once here`);
  return value === undefined ? {} : { [name]: value };
}

export const userActions: readonly WordAction[] = [
  {
    words: 'add USER',
    takes: '--name NAME [--administrator] [--password-stdin] [--provider-user NAME]',
    input: passwordInput,
    output: withPassword,
    run: async given =>
      callServer('POST', '/api/admin/accounts', {
        user: given.word('USER'),
        name: given.need('name'),
        administrator: given.flag('administrator'),
        ...(await passwordFromInput(given)),
        ...providerUser(given),
      }),
  },
  {
    words: 'list',
    takes: '',
    output: listOf('accounts', accountFields),
    run: () => callServer('GET', '/api/admin/accounts'),
  },
  {
    words: 'deactivate USER',
    takes: '--reason TEXT',
    output: objectOf(accountFields),
    run: given =>
      callServer('POST', accountPath(given, 'deactivate'), { reason: given.need('reason') }),
  },
  {
    words: 'reactivate USER',
    takes: '--reason TEXT',
    output: objectOf(accountFields),
    run: given =>
      callServer('POST', accountPath(given, 'reactivate'), { reason: given.need('reason') }),
  },
  {
    words: 'reset ask USER',
    takes: '[--second-factor] --reason TEXT',
    output: id,
    run: given =>
      callServer('POST', accountPath(given, 'reset'), {
        secondFactor: given.flag('second-factor'),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'reset list',
    takes: '',
    output: listOf('resets', {
      id: string,
      user: string,
      secondFactor: boolean,
      reason: string,
      askedBy: nullable,
      operator: nullable,
      askedAt: string,
      state: string,
      decidedBy: nullable,
      decidedAt: nullable,
      decisionReason: nullable,
    }),
    run: () => callServer('GET', '/api/admin/account-resets'),
  },
  {
    words: 'reset confirm ID',
    takes: '',
    input: 'your password on the first line, where CORELAB_PASSWORD does not have it',
    output: objectOf({
      user: string,
      oneTimePassword: { ...string, description: 'Printed this once.' },
    }),
    run: async given =>
      callServer('POST', resetPath(given, 'confirm'), { password: await readPassword() }),
  },
  {
    words: 'reset refuse ID',
    takes: '--reason TEXT',
    output: id,
    run: given => callServer('POST', resetPath(given, 'refuse'), { reason: given.need('reason') }),
  },
  {
    words: 'access list',
    takes: '[--trial ID] [--all]',
    output: objectOf({ hash: string, people: list, changes: { type: ['object', 'null'] } }),
    run: given => callServer('GET', `${accessPath(given)}${given.flag('all') ? '?all=true' : ''}`),
  },
  {
    words: 'access reviews',
    takes: '[--trial ID]',
    output: objectOf({ reviews: list }),
    run: given => callServer('GET', `${accessPath(given)}/reviews`),
  },
  {
    words: 'administrator give USER',
    takes: '--reason TEXT',
    output: objectOf(accountFields),
    run: given => setAdministrator(given, true),
  },
  {
    words: 'administrator take USER',
    takes: '--reason TEXT',
    output: objectOf(accountFields),
    run: given => setAdministrator(given, false),
  },
  {
    words: 'token give USER',
    takes: '--name TEXT',
    output: objectOf({ id: string, token: { ...string, description: 'Printed this once.' } }),
    run: given => callServer('POST', accountPath(given, 'tokens'), { name: given.need('name') }),
  },
  {
    words: 'token list USER',
    takes: '',
    output: listOf('tokens', tokenFields),
    run: given => callServer('GET', accountPath(given, 'tokens')),
  },
  {
    words: 'token revoke USER ID',
    takes: '',
    output: id,
    run: given =>
      callServer(
        'POST',
        accountPath(given, `tokens/${encodeURIComponent(given.word('ID'))}/revoke`)
      ),
  },
  {
    words: 'role list',
    takes: '--trial ID',
    output: listOf('people', {
      user: string,
      name: string,
      active: boolean,
      roles: { type: 'array', items: { type: 'object' } },
    }),
    run: given => callServer('GET', trialPath(given, 'people')),
  },
  {
    words: 'role grant USER ROLE',
    takes: '--trial ID [--site CODE ...] --reason TEXT',
    output: changed,
    run: given =>
      callServer('POST', trialPath(given, 'roles'), {
        user: given.word('USER'),
        role: given.word('ROLE'),
        sites: given.options('site'),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'role end USER ROLE',
    takes: '--trial ID --reason TEXT',
    output: changed,
    run: given =>
      callServer('POST', trialPath(given, 'roles/end'), {
        user: given.word('USER'),
        role: given.word('ROLE'),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'qualification add USER KIND',
    takes: '--trial ID --date DATE [--expiry DATE] [--charter-version N] [--document FILE]',
    output: id,
    run: async given =>
      callServer('POST', trialPath(given, 'qualifications'), {
        user: given.word('USER'),
        kind: given.word('KIND'),
        date: given.need('date'),
        ...optional(given, 'expiry'),
        ...versionOf(given.option('charter-version')),
        ...(await hashOfFile(given.option('document'))),
      }),
  },
  {
    words: 'qualification list',
    takes: '--trial ID [--user USER]',
    output: listOf('qualifications', {
      id: string,
      user: string,
      kind: string,
      charterVersion: version,
      documentHash: nullable,
      date: string,
      expiry: nullable,
      grantedBy: string,
      grantedAt: string,
      withdrawnAt: nullable,
      withdrawReason: nullable,
    }),
    run: given => {
      const user = given.option('user');
      const query = user === undefined ? '' : `?user=${encodeURIComponent(user)}`;
      return callServer('GET', trialPath(given, `qualifications${query}`));
    },
  },
  {
    words: 'qualification withdraw ID',
    takes: '--trial ID --reason TEXT',
    output: id,
    run: given =>
      callServer(
        'POST',
        trialPath(given, `qualifications/${encodeURIComponent(given.word('ID'))}/withdraw`),
        { reason: given.need('reason') }
      ),
  },
  {
    words: 'absence add USER',
    takes: '--trial ID --from DATE --to DATE [--backup USER]',
    output: id,
    run: given =>
      callServer('POST', trialPath(given, 'absences'), {
        user: given.word('USER'),
        from: given.need('from'),
        to: given.need('to'),
        ...optional(given, 'backup'),
      }),
  },
  {
    words: 'absence list',
    takes: '--trial ID',
    output: listOf('absences', {
      id: string,
      user: string,
      from: string,
      to: string,
      backup: nullable,
      recordedBy: string,
      recordedAt: string,
      cancelledAt: nullable,
    }),
    run: given => callServer('GET', trialPath(given, 'absences')),
  },
  {
    words: 'absence cancel ID',
    takes: '--trial ID',
    output: id,
    run: given =>
      callServer(
        'POST',
        trialPath(given, `absences/${encodeURIComponent(given.word('ID'))}/cancel`)
      ),
  },
  {
    words: 'conflict add USER',
    takes: '--trial ID (--subject ID | --site CODE) --reason TEXT',
    output: id,
    run: given =>
      callServer('POST', trialPath(given, 'conflicts'), {
        user: given.word('USER'),
        ...optional(given, 'subject'),
        ...firstOf('site', given.options('site')),
        reason: given.need('reason'),
      }),
  },
  {
    words: 'conflict list',
    takes: '--trial ID',
    output: listOf('conflicts', {
      id: string,
      user: string,
      subject: nullable,
      site: nullable,
      reason: string,
      recordedBy: string,
      recordedAt: string,
      endedAt: nullable,
      endReason: nullable,
    }),
    run: given => callServer('GET', trialPath(given, 'conflicts')),
  },
  {
    words: 'conflict end ID',
    takes: '--trial ID --reason TEXT',
    output: id,
    run: given =>
      callServer(
        'POST',
        trialPath(given, `conflicts/${encodeURIComponent(given.word('ID'))}/end`),
        {
          reason: given.need('reason'),
        }
      ),
  },
];
