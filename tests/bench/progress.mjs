import { openSession } from '../../platform/server/dist/accounts/sessions.js';
import { quantile, rounded } from './quantile.mjs';
import { timed } from './sizedServers.mjs';

export const progressRounds = 100;

async function requestsOf({ deps, trial }) {
  const { id } = await deps.db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', trial.reader)
    .executeTakeFirstOrThrow();
  const { token: session } = await openSession(deps, id);
  const cookie = `corelab_session=${session}`;
  const token = { authorization: `Bearer ${trial.token}` };
  const progress = `/api/admin/trials/${trial.trial}/progress`;
  return {
    readingList: { path: '/api/reads', headers: { cookie } },
    matrixFirst: { path: progress, headers: token },
    matrixMiddle: { path: `${progress}?after=${trial.middle}`, headers: token },
    late: { path: `${progress}?late=true`, headers: token },
    stuck: { path: `${progress}?stuck=true`, headers: token },
    ofReader: { path: `${progress}?reader=${trial.reader}`, headers: token },
    subject: { path: `${progress}/subjects/${trial.middle}`, headers: token },
    summary: { path: `${progress}/summary`, headers: token },
  };
}

/**
 * Times of the reading list and of the progress matrix of servers with 100, 10,000 and 100,000 reads: all sizes in turn,
 * round by round, so that what other programs do in between falls on all alike. `growth` is the median of 100,000 reads over
 * that of 10,000: 1 is flat. With 100 reads the pages are not full.
 */
export async function measureProgress(servers) {
  const requests = await Promise.all(servers.map(requestsOf));
  // The summary counts the whole trial.
  const names = Object.keys(requests[0]).filter(name => name !== 'summary');
  const times = servers.map(() => Object.fromEntries(names.map(name => [name, []])));
  const bytes = servers.map(() => ({}));
  for (let round = -3; round < progressRounds; round += 1)
    for (const [index, { origin }] of servers.entries())
      for (const name of names) {
        const { ms, text } = await timed(origin, requests[index][name]);
        bytes[index][name] = text.length;
        if (round >= 0) times[index][name].push(ms);
      }
  const runs = [];
  for (const [index, { reads, seedMs, origin }] of servers.entries()) {
    const sums = [];
    for (let round = 0; round < 3; round += 1)
      sums.push((await timed(origin, requests[index].summary)).ms);
    const of = name => ({
      p50: rounded(quantile(times[index][name], 0.5)),
      p95: rounded(quantile(times[index][name], 0.95)),
      bytes: bytes[index][name],
    });
    runs.push({
      ...{ reads, seedMs: Math.round(seedMs) },
      of: Object.fromEntries(names.map(name => [name, of(name)])),
      summaryMs: rounded(Math.min(...sums)),
    });
  }
  const growth = Object.fromEntries(
    names.map(name => [name, runs.at(-1).of[name].p50 / runs.at(-2).of[name].p50])
  );
  return { runs, growth };
}
