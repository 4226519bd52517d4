import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.js';
import { type Given, type UserAction, userActions } from './userActions.js';

/** Each option once, whatever action takes it. */
const options = {
  name: { type: 'string' },
  administrator: { type: 'boolean' },
  'password-stdin': { type: 'boolean' },
  reason: { type: 'string' },
  trial: { type: 'string' },
  site: { type: 'string', multiple: true },
  date: { type: 'string' },
  expiry: { type: 'string' },
  'charter-version': { type: 'string' },
  document: { type: 'string' },
  user: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  backup: { type: 'string' },
  subject: { type: 'string' },
} as const;

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const usageOf = ({ words, takes }: UserAction): string =>
  `corelab user ${words} ${takes}`.trimEnd();

const usage = userActions.map(usageOf).join('\n       ');

const isPlace = (word: string): boolean => word === word.toUpperCase();
const isOption = (action: UserAction, name: string): boolean =>
  new RegExp(`--${name}(?![a-z-])`).test(action.takes);

/** The action whose words stand at the start, and its positional arguments by name; undefined where none has them. */
function actionOf(
  positionals: readonly string[]
): { action: UserAction; words: ReadonlyMap<string, string> } | undefined {
  for (const action of userActions) {
    const places = action.words.split(' ');
    const fits =
      places.length === positionals.length &&
      places.every((place, at) => isPlace(place) || place === positionals[at]);
    if (!fits) continue;
    const words = places.flatMap((place, at): [string, string][] =>
      isPlace(place) ? [[place, positionals[at] ?? '']] : []
    );
    return { action, words: new Map(words) };
  }
  return undefined;
}

function given(action: UserAction, words: ReadonlyMap<string, string>, values: Values): Given {
  const stray = Object.keys(values).find(name => !isOption(action, name));
  if (stray !== undefined)
    throw new UsageError('CL_USAGE', `--${stray} is not for this; usage: ${usageOf(action)}`);
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const needed = (name: string, value: string | undefined): string => {
    if (value !== undefined && value.trim() !== '') return value;
    throw new UsageError('CL_USAGE', `${name} is missing; usage: ${usageOf(action)}`);
  };
  return {
    word: name => needed(name, words.get(name)),
    need: name => needed(`--${name}`, option(name)),
    option,
    options: name => {
      const value = values[name];
      return Array.isArray(value) ? (value as readonly string[]) : [];
    },
    flag: name => values[name] === true,
  };
}

const schemaOf = (action: UserAction) => ({
  usage: usageOf(action),
  input: action.takes.includes('--password-stdin')
    ? 'with --password-stdin a one-time password on the first line of standard input'
    : 'none',
  output: action.output,
});

/** The actions that begin with these words. */
const actionsFrom = (start: readonly string[]): readonly UserAction[] =>
  userActions.filter(({ words }) => {
    const places = words.split(' ');
    return start.every((word, at) => word === places[at] || isPlace(places[at] ?? 'none'));
  });

/** `corelab user`: accounts of the installation, and the people of a trial with what they may do and have on record. */
export const userCommand: Command = {
  schema: Object.fromEntries(userActions.map(action => [action.words, schemaOf(action)])),
  schemaFor(args) {
    const found = actionsFrom(args.filter(arg => !arg.startsWith('-')));
    if (found.length === 0) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const [only] = found;
    return found.length === 1 && only !== undefined
      ? schemaOf(only)
      : Object.fromEntries(found.map(action => [action.words, schemaOf(action)]));
  },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
    });
    const found = actionOf(positionals);
    if (found === undefined) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const { action, words } = found;
    return { exitCode: 0, output: await action.run(given(action, words, values as Values)) };
  },
};
