import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type Command, type ExitCode, UsageError } from './command.js';

/** Option values of one call, checked against what its action takes. */
export interface Given {
  /** A positional argument by its name in the usage. */
  word(name: string): string;
  /** An option that must be there. */
  need(name: string): string;
  option(name: string): string | undefined;
  options(name: string): readonly string[];
  flag(name: string): boolean;
}

/** One thing that a command of several words does. */
export interface WordAction {
  /** What follows the command, the positional arguments in capitals. */
  readonly words: string;
  /** Options as the usage shows them. */
  readonly takes: string;
  /** What it reads from standard input; nothing where it is left out. */
  readonly input?: string;
  readonly output: object;
  run(given: Given): Promise<unknown>;
  /** What the shell is told of an answer; that it is done unless said otherwise. */
  exitCode?(output: unknown): ExitCode;
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const isPlace = (word: string): boolean => word === word.toUpperCase();
const isOption = (action: WordAction, name: string): boolean =>
  new RegExp(`--${name}(?![a-z-])`).test(action.takes);

/** The action whose words stand at the start, and its positional arguments by name; undefined where none has them. */
function actionOf(
  actions: readonly WordAction[],
  positionals: readonly string[]
): { action: WordAction; words: ReadonlyMap<string, string> } | undefined {
  for (const action of actions) {
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

/** What was given to an action. Throws UsageError CL_USAGE for an option that it does not take. */
function given(
  action: WordAction,
  usage: string,
  words: ReadonlyMap<string, string>,
  values: Values
): Given {
  const stray = Object.keys(values).find(name => !isOption(action, name));
  if (stray !== undefined)
    throw new UsageError('CL_USAGE', `--${stray} is not for this; usage: ${usage}`);
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const needed = (name: string, value: string | undefined): string => {
    if (value !== undefined && value.trim() !== '') return value;
    throw new UsageError('CL_USAGE', `${name} is missing; usage: ${usage}`);
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

/** The actions that begin with these words. */
const actionsFrom = (
  actions: readonly WordAction[],
  start: readonly string[]
): readonly WordAction[] =>
  actions.filter(({ words }) => {
    const places = words.split(' ');
    return start.every((word, at) => word === places[at] || isPlace(places[at] ?? 'none'));
  });

/** `corelab NAME`: a command whose first words say what it does. `options` has each option once, whatever action takes it. */
export function wordCommand(
  name: string,
  actions: readonly WordAction[],
  options: NonNullable<ParseArgsConfig['options']>
): Command {
  const usageOf = ({ words, takes }: WordAction): string =>
    `corelab ${name} ${words} ${takes}`.trimEnd();
  const usage = actions.map(usageOf).join('\n       ');
  const schemaOf = (action: WordAction) => ({
    usage: usageOf(action),
    input: action.input ?? 'none',
    output: action.output,
  });
  const byWords = (some: readonly WordAction[]) =>
    Object.fromEntries(some.map(action => [action.words, schemaOf(action)]));
  return {
    schema: byWords(actions),
    schemaFor(args) {
      const found = actionsFrom(
        actions,
        args.filter(arg => !arg.startsWith('-'))
      );
      if (found.length === 0) throw new UsageError('CL_USAGE', `usage: ${usage}`);
      const [only] = found;
      return found.length === 1 && only !== undefined ? schemaOf(only) : byWords(found);
    },
    async run(args) {
      const { positionals, values } = parseArgs({
        ...{ args: [...args], options, allowPositionals: true },
      });
      const found = actionOf(actions, positionals);
      if (found === undefined) throw new UsageError('CL_USAGE', `usage: ${usage}`);
      const { action, words } = found;
      const said = given(action, usageOf(action), words, values as Values);
      const output = await action.run(said);
      return { exitCode: action.exitCode?.(output) ?? 0, output };
    },
  };
}
