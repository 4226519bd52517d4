import { parseArgs } from 'node:util';
import { type Command, CommandError, type ExitCode, UsageError } from './command.js';
import { exitCodeOfCopy, exportTrial, importTrial, trialCopySchema } from './trialCopies.js';
import { readPassword } from './readPassword.js';
import { readTextFile } from './readInput.js';
import { callServer } from './serverClient.js';

const scopes = ['newSubjects', 'newTimepoints', 'allWithRereading'];

const usage = [
  'corelab trial deploy FILE [--reason TEXT] [--scope SCOPE] [--demo]',
  'corelab trial draft TRIAL FILE [--reason TEXT] [--scope SCOPE]',
  'corelab trial versions TRIAL | version TRIAL VERSION',
  'corelab trial diff TRIAL VERSION [--against VERSION] | impact TRIAL VERSION',
  'corelab trial send TRIAL VERSION',
  'corelab trial approve TRIAL VERSION --reason TEXT [--meaning TEXT] < PASSWORD',
  'corelab trial reject|recall TRIAL VERSION --reason TEXT',
  'corelab trial export-all TRIAL --out FILE [--images with|without] [--with-secrets]',
  'corelab trial import FILE [--names FILE] [--with-secrets]',
].join('\n       ');

const options = {
  reason: { type: 'string' },
  scope: { type: 'string' },
  against: { type: 'string' },
  meaning: { type: 'string' },
  demo: { type: 'boolean' },
  out: { type: 'string' },
  images: { type: 'string' },
  names: { type: 'string' },
  'with-secrets': { type: 'boolean' },
} as const;

type Option = keyof typeof options;
interface Values {
  readonly reason?: string | undefined;
  readonly scope?: string | undefined;
  readonly against?: string | undefined;
  readonly meaning?: string | undefined;
  readonly demo?: boolean | undefined;
  readonly out?: string | undefined;
  readonly images?: string | undefined;
  readonly names?: string | undefined;
  readonly 'with-secrets'?: boolean | undefined;
}

interface Action {
  /** What stands between the action and its options. */
  readonly parts: 1 | 2;
  readonly takes: readonly Option[];
  readonly needs?: readonly Option[];
  run(parts: readonly string[], values: Values): Promise<unknown>;
  /** What the shell is told of an answer; that it is done unless said otherwise. */
  exitCode?(output: unknown): ExitCode;
}

const root = '/api/admin/trials';

const versionsOf = (trial: string | undefined): string =>
  `${root}/${encodeURIComponent(trial ?? '')}/versions`;

function oneVersion([trial, version]: readonly string[], below = ''): string {
  if (!/^[1-9]\d{0,5}$/.test(version ?? '')) {
    throw new UsageError('CL_USAGE', `"${version}" is no version (a number from 1)`);
  }
  return `${versionsOf(trial)}/${version}${below}`;
}

/** A charter as the server takes it; what is not given is left out. */
async function amendment(file: string | undefined, { reason, scope, demo }: Values) {
  if (scope !== undefined && !scopes.includes(scope)) {
    throw new UsageError('CL_USAGE', `scope "${scope}" is not known (known: ${scopes.join(', ')})`);
  }
  const charter = await readTextFile(file ?? '');
  return {
    charter,
    ...(reason === undefined ? {} : { reason }),
    ...(scope === undefined ? {} : { scope }),
    ...(demo === true ? { demo } : {}),
  };
}

/** The one meaning that the signature of an approval can have; with several, whoever signs says which. */
async function soleMeaning(parts: readonly string[]): Promise<string> {
  const view = (await callServer('GET', oneVersion(parts))) as { approvalMeanings?: unknown };
  const meanings: unknown[] = Array.isArray(view.approvalMeanings) ? view.approvalMeanings : [];
  const [meaning, ...others] = meanings;
  if (typeof meaning !== 'string') {
    throw new CommandError('CL_SERVER_ANSWER', 'the version says no meaning of an approval');
  }
  if (others.length > 0) {
    throw new UsageError('CL_USAGE', `say --meaning, one of: ${meanings.join('; ')}`);
  }
  return meaning;
}

const look = (below: string): Action => ({
  parts: 2,
  takes: [],
  run: parts => callServer('GET', oneVersion(parts, below)),
});
const refuse = (act: string): Action => ({
  parts: 2,
  takes: ['reason'],
  needs: ['reason'],
  run: (parts, { reason }) => callServer('POST', oneVersion(parts, `/${act}`), { reason }),
});

const actions: Readonly<Record<string, Action>> = {
  deploy: {
    parts: 1,
    takes: ['reason', 'scope', 'demo'],
    run: async ([file], values) => callServer('POST', root, await amendment(file, values)),
  },
  draft: {
    parts: 2,
    takes: ['reason', 'scope'],
    run: async ([trial, file], values) =>
      callServer('POST', versionsOf(trial), await amendment(file, values)),
  },
  versions: { parts: 1, takes: [], run: ([trial]) => callServer('GET', versionsOf(trial)) },
  version: look(''),
  impact: look('/impact'),
  diff: {
    parts: 2,
    takes: ['against'],
    run: (parts, { against }) =>
      callServer(
        'GET',
        oneVersion(parts, '/diff') +
          (against === undefined ? '' : `?against=${encodeURIComponent(against)}`)
      ),
  },
  send: { parts: 2, takes: [], run: parts => callServer('POST', oneVersion(parts, '/send')) },
  approve: {
    parts: 2,
    takes: ['reason', 'meaning'],
    needs: ['reason'],
    run: async (parts, { reason, meaning }) => {
      const path = oneVersion(parts, '/approve');
      const password = await readPassword();
      const said = meaning ?? (await soleMeaning(parts));
      return callServer('POST', path, { password, meaning: said, reason });
    },
  },
  'export-all': {
    parts: 1,
    takes: ['out', 'images', 'with-secrets'],
    needs: ['out'],
    run: ([trial = ''], values) =>
      exportTrial({
        ...{ trial, out: values.out ?? '', images: values.images },
        withSecrets: values['with-secrets'] === true,
      }),
    exitCode: exitCodeOfCopy,
  },
  import: {
    parts: 1,
    takes: ['names', 'with-secrets'],
    run: ([file = ''], values) =>
      importTrial({
        ...{ file, names: values.names },
        withSecrets: values['with-secrets'] === true,
      }),
    exitCode: exitCodeOfCopy,
  },
  reject: refuse('reject'),
  recall: refuse('recall'),
};

/** `corelab trial`: charters deployed, compared, sent, and decided upon by a second person. */
export const trialCommand: Command = {
  schema: {
    input:
      'a charter, YAML (deploy, draft); a password, one line (approve); a passphrase, one line (export-all, import: trial export-all --schema, trial import --schema)',
    output: "the server's answer; its shapes are in GET /api/openapi.json under /api/admin/trials",
  },
  schemaFor(words) {
    const [name = ''] = words.filter(word => !word.startsWith('-'));
    return Object.hasOwn(trialCopySchema, name)
      ? trialCopySchema[name as keyof typeof trialCopySchema]
      : trialCommand.schema;
  },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    });
    const [name = '', ...parts] = positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const given = Object.keys(values) as Option[];
    const complete =
      action !== undefined &&
      parts.length === action.parts &&
      given.every(option => action.takes.includes(option)) &&
      (action.needs ?? []).every(option => Boolean(values[option]));
    if (!complete) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const output = await action.run(parts, values);
    return { exitCode: action.exitCode?.(output) ?? 0, output };
  },
};
