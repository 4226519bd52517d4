import { parseArgs } from 'node:util';
import { type Command, UsageError } from './command.js';
import { readTextFile } from './readInput.js';
import { callServer } from './serverClient.js';

const usage = 'corelab trial deploy FILE [--reason TEXT]';

/** `corelab trial deploy FILE`: sends a charter to the server, which checks it and makes its trial exist. */
export const trialCommand: Command = {
  schema: { input: 'a charter, YAML', output: "the server's answer to POST /api/admin/trials" },
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { reason: { type: 'string' } },
      allowPositionals: true,
    });
    const [action, file, ...rest] = positionals;
    if (action !== 'deploy' || file === undefined || rest.length > 0)
      throw new UsageError('CL_USAGE', `usage: ${usage}`);
    const charter = await readTextFile(file);
    return {
      exitCode: 0,
      output: await callServer('POST', '/api/admin/trials', {
        charter,
        ...(values.reason === undefined ? {} : { reason: values.reason }),
      }),
    };
  },
};
