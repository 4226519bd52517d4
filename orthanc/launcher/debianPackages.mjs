import { spawn } from 'node:child_process';
import { access, readFile, rm, writeFile } from 'node:fs/promises';

// Plain JavaScript: the start and test scripts need it before anything is built.

const policyFile = '/usr/sbin/policy-rc.d';
const policyText =
  '#!/bin/sh\n# corelab: no service starts during its installation of packages\nexit 101\n';

/** True where this process may install Debian packages: root, with apt-get. */
export async function mayInstallDebianPackages() {
  return process.getuid?.() === 0 && (await textOf('/etc/debian_version')) !== null;
}

/** Those of the named packages that are not installed; all of them where there is no dpkg. */
export async function missingDebianPackages(names) {
  const missing = [];
  for (const name of names) {
    const { code, output } = await run('dpkg-query', ['-W', '-f=${db:Status-Status}', name]);
    if (code !== 0 || output.trim() !== 'installed') missing.push(name);
  }
  return missing;
}

/**
 * Installs Debian packages without letting them start services, and without touching changed configuration files.
 * A policy-rc.d that is there already is left as it is; one put there for this is taken away again.
 */
export async function installDebianPackages(names, log, policyPath = policyFile, execute = run) {
  log(`installing Debian packages: ${names.join(', ')}`);
  const policy = await textOf(policyPath);
  const ours = policy === null || policy === policyText;
  if (policy === null) await writeFile(policyPath, policyText, { mode: 0o755 });
  try {
    if ((await install(names, execute)).code === 0) return;
    log('apt-get could not find or fetch them; refreshing its lists');
    const update = await execute('apt-get', ['update', '-qq']);
    const second = await install(names, execute);
    if (second.code === 0) return;
    const said = `${update.output}\n${second.output}`.trim().slice(-2000);
    throw new Error(`apt-get install ${names.join(' ')} failed (code ${second.code}):\n${said}`);
  } finally {
    if (ours) await rm(policyPath, { force: true });
  }
}

function install(names, execute) {
  const keepChanged = [
    '-o',
    'Dpkg::Options::=--force-confdef',
    '-o',
    'Dpkg::Options::=--force-confold',
  ];
  const quiet = ['install', '-y', '-qq', '--no-install-recommends'];
  return execute('apt-get', [...quiet, ...keepChanged, ...names]);
}

/** The text of a file, or null when there is none. */
async function textOf(path) {
  const there = await access(path).then(
    () => true,
    () => false
  );
  return there ? readFile(path, 'utf8') : null;
}

/** Runs a program to its end; a program that is not there has the code 127. */
function run(program, args) {
  return new Promise(done => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    });
    const output = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => output.push(chunk));
    child.once('error', error => done({ code: 127, output: error.message }));
    child.once('close', code =>
      done({ code: code ?? 1, output: Buffer.concat(output).toString('utf8') })
    );
  });
}
