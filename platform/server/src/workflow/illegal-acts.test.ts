import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actServer, type ActServer } from '../testing/acts/act-server.js';
import { actTrial, type ActTrial } from '../testing/acts/act-trial.js';
import { everyRow } from '../testing/acts/every-row.js';
import { refusalOf, type MachineTrial } from '../testing/acts/illegal-acts.js';
import { adjudicationTrial } from '../testing/acts/adjudication-machine.js';
import { charterTrial, courseTrial } from '../testing/acts/charter-machines.js';
import { globalReadTrial } from '../testing/acts/global-read-machine.js';
import { consensusTrial } from '../testing/acts/consensus-machine.js';
import { examTrial } from '../testing/acts/exam-machine.js';
import {
  arrivalTrial,
  quarantineTrial,
  queryTrial,
  timepointTrial,
} from '../testing/acts/image-machines.js';
import { problemTrial, unlockTrial } from '../testing/acts/problem-machines.js';
import { readTrial } from '../testing/acts/read-machine.js';
import { machines } from './machines/all.js';
import { statesOf, type Machine } from './machines/machine.js';
import { allows } from './machines/transition.js';

/** How each machine is tried, by its name. */
const trials: Readonly<Record<string, (trial: ActTrial) => MachineTrial>> = {
  'charter version': charterTrial,
  'quarantined image': quarantineTrial,
  'arrived study': arrivalTrial,
  exam: examTrial,
  timepoint: timepointTrial,
  query: queryTrial,
  read: readTrial,
  problem: problemTrial,
  'global read': globalReadTrial,
  course: courseTrial,
  adjudication: adjudicationTrial,
  consensus: consensusTrial,
  'unlock request': unlockTrial,
};

const actsOf = ({ beginnings, transitions }: Machine): string[] => [
  ...new Set([...beginnings, ...transitions].map(({ act }) => act)),
];

describe('an act that a machine does not have from where a thing is', () => {
  let on: ActServer;
  beforeAll(async () => {
    on = await actServer();
  }, 120_000);
  afterAll(() => on.close());

  const stateOf = async ({ table }: Machine, id: string): Promise<string> => {
    const { state } = await on.server.deps.db
      .selectFrom(table as 'read')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return state;
  };

  it('is known of every machine', () => {
    expect(Object.keys(trials).sort()).toEqual(machines.map(({ name }) => name).sort());
  });

  it.each(machines)(
    'is refused of a $name, and nothing is written',
    async machine => {
      const { stops, acts } = trials[machine.name]!(await actTrial(on));
      // What the machine has is said, every act of it and every state.
      expect(Object.keys(acts).sort()).toEqual(actsOf(machine).sort());
      const routed = Object.entries(acts).filter(([, act]) => 'ask' in act);
      if (routed.length > 0) {
        expect(stops.map(({ state }) => state).sort()).toEqual(statesOf(machine).sort());
      }
      for (const { state, reach } of stops) {
        const id = await reach();
        await on.server.releases.idle();
        expect([machine.name, await stateOf(machine, id)]).toEqual([machine.name, state]);
        for (const [act, how] of routed) {
          if (!('ask' in how) || allows(machine, state, act)) continue;
          const expected = how.except?.[state] ?? how.refused;
          // From here its route does another act, which the machine has.
          if (allows(machine, state, expected)) continue;
          const before = await everyRow(on);
          const refusal = refusalOf(await how.ask(id));
          expect([state, act, refusal]).toEqual([state, act, expected]);
          if (expected === '200') expect(await stateOf(machine, id)).toBe(state);
          else expect([state, act, await everyRow(on)]).toEqual([state, act, before]);
        }
      }
    },
    120_000
  );
});
