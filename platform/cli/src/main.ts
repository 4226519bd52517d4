import {
  type Command,
  CommandError,
  type CommandResult,
  type ExitCode,
  messageOf,
  UsageError,
} from './command.js';

interface CommandEntry {
  readonly name: string;
  readonly usage: string;
  /** Loaded when it is called for: a command starts without the others' packages. */
  load(): Promise<Command>;
}

const commands: readonly CommandEntry[] = [
  {
    name: 'assess',
    usage: 'corelab assess [--combine | --no-trace] [--input FILE]',
    load: async () => (await import('./assessCommand.js')).assessCommand,
  },
  {
    name: 'agree',
    usage: 'corelab agree [--input FILE]',
    load: async () => (await import('./agreeCommand.js')).agreeCommand,
  },
  {
    name: 'endpoints',
    usage: 'corelab endpoints [--input FILE]',
    load: async () => (await import('./endpointsCommand.js')).endpointsCommand,
  },
  {
    name: 'score',
    usage: 'corelab score [--input FILE]',
    load: async () => (await import('./scoreCommand.js')).scoreCommand,
  },
  {
    name: 'audit',
    usage:
      'corelab audit verify FILE|FOLDER|postgresql://... [--heads FILE] [--key FILE] [--engines FOLDER] | export --trial ID --out FILE | entries | entry | subjects | life | verifications | review ... (audit entries --schema)',
    load: async () => (await import('./auditCommand.js')).auditCommand,
  },
  {
    name: 'charter',
    usage: 'corelab charter validate FILE',
    load: async () => (await import('./charterCommand.js')).charterCommand,
  },
  {
    name: 'trial',
    usage:
      'corelab trial deploy FILE | draft TRIAL FILE | versions TRIAL | version|diff|impact|send|approve|reject|recall TRIAL VERSION [OPTIONS] | export-all TRIAL --out FILE | import FILE',
    load: async () => (await import('./trialCommand.js')).trialCommand,
  },
  {
    name: 'problem',
    usage:
      'corelab problem list [--trial ID] [--all] | problem answer ID --text TEXT --decision resume|hold|exclude [--not-identity KIND,...]',
    load: async () => (await import('./problemCommand.js')).problemCommand,
  },
  {
    name: 'user',
    usage:
      'corelab user add | list | deactivate | reset | access | administrator | token | role | qualification | absence | conflict ... (user --schema)',
    load: async () => (await import('./userCommand.js')).userCommand,
  },
  {
    name: 'read',
    usage:
      'corelab read unassigned | assign | move | replace | unlock | unlocks | approve-unlock | impacts | decide-impact ... (read --schema)',
    load: async () => (await import('./readCommand.js')).readCommand,
  },
  {
    name: 'intake',
    usage:
      'corelab intake list | waiting | show | match | refuse | take-up-again | quarantine | release | deliveries ... (intake --schema)',
    load: async () => (await import('./intakeCommand.js')).intakeCommand,
  },
  {
    name: 'facts',
    usage:
      'corelab facts import TRIAL FILE [--source TEXT] [--preview] | list | show | imports | record | withdraw ... (facts --schema)',
    load: async () => (await import('./factsCommand.js')).factsCommand,
  },
  {
    name: 'results',
    usage:
      'corelab results list TRIAL --track ID | import TRIAL FILE --track ID [--preview] (results --schema)',
    load: async () => (await import('./resultsCommand.js')).resultsCommand,
  },
  {
    name: 'backup',
    usage: 'corelab backup --out DIR|FILE [--images with|without] [--with-secrets]',
    load: async () => (await import('./backupCommand.js')).backupCommand,
  },
  {
    name: 'restore',
    usage: 'corelab restore FILE [--with-secrets]',
    load: async () => (await import('./restoreCommand.js')).restoreCommand,
  },
  {
    name: 'export',
    usage: 'corelab export --trial ID --format csv --out DIR [--as-of NUMBER | --data-cut NAME]',
    load: async () => (await import('./exportCommand.js')).exportCommand,
  },
];

function help(): string {
  return [
    'usage:',
    ...commands.map(({ usage }) => `  ${usage}`),
    '  corelab COMMAND --schema',
    '',
  ].join('\n');
}

async function dispatch(argv: readonly string[]): Promise<CommandResult> {
  const [name, ...args] = argv;
  const entry = commands.find(one => one.name === name);
  if (!entry)
    throw new UsageError(
      'CL_USAGE',
      name === undefined ? help() : `no command "${name}"\n${help()}`
    );
  const command = await entry.load();
  if (args.includes('--schema')) {
    const words = args.filter(arg => arg !== '--schema');
    return { exitCode: 0, output: command.schemaFor?.(words) ?? command.schema };
  }
  return command.run(args);
}

function isArgumentError(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

/**
 * Waits until the text has left the process: a pipe takes it in pieces. A reader that has seen enough closes its end
 * (`corelab assess --schema | head`): the rest has nowhere to go, and nothing is wrong.
 */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: NodeJS.ErrnoException | null): void => {
      if (error && error.code !== 'EPIPE') reject(error);
      else resolve();
    };
    // The stream tells of an error twice; without a listener the second time ends the process with a stack trace.
    stream.once('error', done);
    stream.write(text, error => {
      if (!error) stream.off('error', done);
      done(error);
    });
  });
}

const print = (output: unknown): Promise<void> =>
  write(process.stdout, `${JSON.stringify(output, null, 2)}\n`);

/** Runs one command: one JSON document on standard output, messages on standard error, the exit code returned. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  if (argv[0] === '--help' || argv[0] === 'help') {
    await write(process.stdout, help());
    return 0;
  }
  try {
    const { exitCode, output } = await dispatch(argv);
    await print(output);
    return exitCode;
  } catch (error) {
    const said = messageOf(error);
    await write(process.stderr, `${said.trimEnd()}\n`);
    if (error instanceof UsageError || isArgumentError(error)) return 2;
    const code = error instanceof CommandError ? error.code : 'CL_INTERNAL';
    await print({ error: { code, message: said } });
    return 1;
  }
}
