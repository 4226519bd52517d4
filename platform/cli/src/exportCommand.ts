import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, CommandError, UsageError } from './command.js';
import { callServer } from './serverClient.js';
import { writeAtomically } from './writeAtomically.js';

const usage = 'corelab export --trial ID --format csv --out DIR';

interface ExportFile {
  readonly name: string;
  readonly content: string;
}

function readFiles(answer: unknown): ExportFile[] {
  const files =
    typeof answer === 'object' && answer !== null
      ? (answer as { files?: unknown }).files
      : undefined;
  if (!Array.isArray(files)) throw new CommandError('CL_SERVER_ANSWER', 'the export has no files');
  return files.map((file: unknown) => {
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
}

/** `corelab export`: fetches a trial's endpoint data and writes its files into a folder. */
export const exportCommand: Command = {
  schema: { input: 'none', output: { trial: 'string', files: 'paths written' } },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { trial: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
    });
    const { trial, format, out } = values;
    if (!trial || !format || !out) throw new UsageError('CL_USAGE', `usage: ${usage}`);
    if (format !== 'csv')
      throw new UsageError('CL_USAGE', `format "${format}" is not available (known: csv)`);
    const files = readFiles(
      await callServer('GET', `/api/admin/trials/${encodeURIComponent(trial)}/export?format=csv`)
    );
    const folder = resolve(out);
    await mkdir(folder, { recursive: true });
    for (const { name, content } of files) await writeAtomically(join(folder, name), content);
    return { exitCode: 0, output: { trial, files: files.map(({ name }) => join(folder, name)) } };
  },
};
