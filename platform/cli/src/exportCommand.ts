import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, CommandError, UsageError } from './command.js';
import { callServer } from './serverClient.js';
import { writeAtomically } from './writeAtomically.js';

const usage = 'corelab export --trial ID --format csv --out DIR [--as-of NUMBER | --data-cut NAME]';

interface ExportFile {
  readonly name: string;
  readonly content: string;
}

interface Exported {
  readonly asOf: number;
  readonly files: ExportFile[];
}

function readExport(answer: unknown): Exported {
  const { asOf, files } =
    typeof answer === 'object' && answer !== null
      ? (answer as { asOf?: unknown; files?: unknown })
      : {};
  if (typeof asOf !== 'number') {
    throw new CommandError('CL_SERVER_ANSWER', 'the export does not say what it is as of');
  }
  if (!Array.isArray(files)) throw new CommandError('CL_SERVER_ANSWER', 'the export has no files');
  const read = files.map((file: unknown) => {
    const { name, content } = (file ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof content !== 'string') {
      throw new CommandError('CL_SERVER_ANSWER', 'an exported file has no name or content');
    }
    if (
      name === '' ||
      name === '.' ||
      name === '..' ||
      basename(name) !== name ||
      name.includes('\\')
    ) {
      throw new CommandError('CL_SERVER_ANSWER', `an exported file has the name "${name}"`);
    }
    return { name, content };
  });
  return { asOf, files: read };
}

/** What of the trial's past is asked for, as a query. */
function asOfQuery(asOf: string | undefined, dataCut: string | undefined): string {
  if (asOf !== undefined && dataCut !== undefined)
    throw new UsageError('CL_USAGE', `usage: ${usage}`);
  if (asOf !== undefined && !/^\d{1,15}$/.test(asOf)) {
    throw new UsageError('CL_USAGE', `--as-of takes the number of an audit entry, not "${asOf}"`);
  }
  if (asOf !== undefined) return `&asOf=${asOf}`;
  return dataCut === undefined ? '' : `&dataCut=${encodeURIComponent(dataCut)}`;
}

/** `corelab export`: fetches a trial's endpoint data and writes its files into a folder. */
export const exportCommand: Command = {
  schema: {
    input: 'none',
    output: { trial: 'string', asOf: 'audit entry', files: 'paths written' },
  },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ trial: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
        ...{ 'as-of': { type: 'string' }, 'data-cut': { type: 'string' } },
      },
    });
    const { trial, format, out } = values;
    if (!trial || !format || !out) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    if (format !== 'csv')
      throw new UsageError('CL_USAGE', `format "${format}" is not available (known: csv)`);
    const query = asOfQuery(values['as-of'], values['data-cut']);
    const path = `/api/admin/trials/${encodeURIComponent(trial)}/export?format=csv${query}`;
    const { asOf, files } = readExport(await callServer('GET', path));
    const folder = resolve(out);
    await mkdir(folder, { recursive: true });
    for (const { name, content } of files) await writeAtomically(join(folder, name), content);
    return {
      exitCode: 0,
      output: { trial, asOf, files: files.map(({ name }) => join(folder, name)) },
    };
  },
};
