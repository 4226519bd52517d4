/**
 * Lists, matrix and amendments in trials of 100, 10,000 and 100,000 reads, over HTTP at listening servers in this process,
 * as one JSON document; on the embedded database and on PostgreSQL where it is installed. Filling them takes most of the
 * time, so that both are measured on the same, the lists first.
 *
 *     node tests/bench/trials.mjs [progress,deploy]
 */
import { deployRounds, measureDeploy } from './deploy.mjs';
import { measureProgress, progressRounds } from './progress.mjs';
import { onBothDatabases } from './sizedServers.mjs';

const parts = [
  ['progress', measureProgress, progressRounds],
  ['deploy', measureDeploy, deployRounds],
];
const wanted = process.argv[2]?.split(',') ?? parts.map(([name]) => name);

const measured = await onBothDatabases(async servers => {
  const results = {};
  for (const [name, measure] of parts)
    if (wanted.includes(name)) results[name] = await measure(servers);
  return results;
});
const result = Object.fromEntries(
  parts
    .filter(([name]) => wanted.includes(name))
    .map(([name, , rounds]) => {
      const of = kind => measured[kind][name] ?? { notMeasured: measured[kind].notMeasured };
      return [name, { rounds, pglite: of('pglite'), postgresql: of('postgresql') }];
    })
);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
