import { quantile, rounded } from './quantile.mjs';
import { timed } from './sizedServers.mjs';

export const deployRounds = 3;
const steps = ['send', 'impact', 'approve', 'settle'];
const approval = {
  meaning: 'I reviewed this charter version and approve it',
  reason: 'for the benchmark',
};

async function amend({ origin, trial, releases }, number) {
  const author = { authorization: `Bearer ${trial.token}` };
  const second = { authorization: `Bearer ${trial.approver.token}` };
  const root = `/api/admin/trials/${trial.trial}`;
  const sent = await timed(origin, {
    ...{ path: '/api/admin/trials', headers: author },
    body: {
      charter: trial.amended(`Name ${number}`),
      reason: 'for the benchmark',
      scope: 'newTimepoints',
    },
  });
  const { version } = JSON.parse(sent.text);
  const of = `${root}/versions/${version}`;
  const impact = await timed(origin, { path: `${of}/impact`, headers: second });
  const approved = await timed(origin, {
    ...{ path: `${of}/approve`, headers: second },
    body: { ...approval, password: trial.approver.password },
  });
  const begun = performance.now();
  await releases.idle();
  const settle = performance.now() - begun;
  return { send: sent.ms, impact: impact.ms, approve: approved.ms, settle };
}

/**
 * Times of an amendment of the charter of trials of 100, 10,000 and 100,000 reads: sent, its impact asked for, approved, and
 * until every course in which something is due was looked at. All sizes in turn, round by round; the first round is not counted.
 */
export async function measureDeploy(servers) {
  const times = servers.map(() => []);
  for (let round = 0; round <= deployRounds; round += 1)
    for (const [index, server] of servers.entries()) {
      const taken = await amend(server, round + 1);
      if (round > 0) times[index].push(taken);
    }
  const p50 = (index, step) =>
    quantile(
      times[index].map(taken => taken[step]),
      0.5
    );
  const runs = servers.map(({ reads }, index) => ({
    reads,
    ms: Object.fromEntries(steps.map(step => [step, rounded(p50(index, step))])),
  }));
  const last = servers.length - 1;
  const growth = Object.fromEntries(
    steps.map(step => [step, p50(last, step) / p50(last - 1, step)])
  );
  return { runs, growth };
}
