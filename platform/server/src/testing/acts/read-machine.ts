import { emptyReadDocument } from '@corelab/reads';
import { password } from '../test-server.js';
import type { ActTrial } from './act-trial.js';
import {
  accepted,
  bySystem,
  notFound,
  notPossible,
  putInto,
  within,
  type MachineTrial,
  type Refusal,
} from './illegal-acts.js';
import { deliverTo, readsOf, reason, requestId } from './on-the-way.js';

export const readTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const managed = (act: string, payload: object) => async (id: string) =>
    trial.post('manager', `/reads/${(await reads.byId(id)).publicId}/${act}`, payload);
  /** What is not its reader's to see is not there. */
  const unseen: Readonly<Record<string, Refusal>> = {
    ...{ waiting: notFound, returnedToQc: notFound, superseded: notFound, void: notFound },
  };
  const locked = {
    refused: '409 CL_READ_LOCKED',
    except: { ...unseen, onHold: '409 CL_READ_ON_HOLD' },
  };
  return {
    stops: [
      {
        state: 'assigned',
        reach: async () => {
          for (const timepoint of ['BL', 'TP1']) await deliverTo(trial, 'S61', timepoint);
          return (await reads.find('S61', 'R1')).id;
        },
      },
      { state: 'waiting', reach: async () => (await reads.find('S61', 'R1', 'TP1')).id },
      {
        state: 'draft',
        reach: async () => {
          const read = await reads.find('S61', 'R1');
          await reads.work(read, 40, false);
          return read.id;
        },
      },
      {
        state: 'onHold',
        reach: async () => {
          const read = await reads.find('S61', 'R1');
          await accepted(reads.raise(read, 'missingSeries'));
          return read.id;
        },
      },
      {
        state: 'returnedToQc',
        reach: async () => {
          const { id } = await reads.find('S61', 'R1');
          await accepted(managed('return-to-qc', { reason })(id));
          return id;
        },
      },
      {
        state: 'signed',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await reads.work(read, 40, true);
          return read.id;
        },
      },
      {
        state: 'impactPending',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await deliverTo(trial, 'S61', 'BL', { study: 1 });
          return read.id;
        },
      },
      {
        state: 'superseded',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await reads.unlock(read);
          return read.id;
        },
      },
      {
        state: 'void',
        reach: async () => {
          await deliverTo(trial, 'S62', 'BL');
          const [one, two] = [await reads.find('S62', 'R1'), await reads.find('S62', 'R2')];
          // Of the three, whoever has neither slot may have that of the other two.
          const [read, user] =
            two.reader === 'r3' ? [two, 'r2'] : [one, one.reader === 'r3' ? 'r1' : 'r3'];
          await accepted(
            trial.post('manager', '/replacements', {
              ...{ subject: 'S62', slot: read.slot, user, how: 'takeOver', reason },
              authorisedBy: 'Sponsor',
            })
          );
          await trial.settled();
          return read.id;
        },
      },
      {
        // Every read of this charter is given to somebody as it is planned.
        state: 'ready',
        reach: async () => {
          await deliverTo(trial, 'S63', 'BL');
          return putInto(trial, 'read', (await reads.find('S63', 'R1')).id, 'ready');
        },
      },
    ],
    acts: {
      plan: bySystem('a timepoint is due'),
      openNewVersion: bySystem('a read was unlocked, or is read again'),
      release: bySystem('its images are ready and what is before it is signed'),
      releaseAssigned: bySystem('its images are ready and what is before it is signed'),
      assign: {
        ask: managed('assign', { user: 'r3' }),
        refused: '409 CL_READ_ASSIGNED',
        // Nobody has them any more.
        except: { superseded: '409 CL_READ_NOT_OPEN', void: '409 CL_READ_NOT_OPEN' },
      },
      unassign: {
        ask: managed('move', { user: 'judge', reason }),
        refused: '409 CL_READ_OPENED',
        except: {
          // As one whom the charter does not name for the slot; a read that waits can be moved, and waits on.
          ...{ waiting: '409 CL_NOT_IN_ROLE', ready: '409 CL_NOT_IN_ROLE' },
          ...{ superseded: '409 CL_READ_UNASSIGNED', void: '409 CL_READ_UNASSIGNED' },
        },
      },
      save: {
        ask: async id => {
          const read = await reads.byId(id);
          return trial.on.sessions[await reads.readerOf(id)].call(
            'PUT',
            `/api/reads/${read.publicId}/draft`,
            { document: emptyReadDocument() },
            { 'if-match': '"0"' }
          );
        },
        ...locked,
      },
      hold: {
        ask: async id => reads.raise(await reads.byId(id), 'missingSeries'),
        refused: '422 CL_PROBLEM_KIND',
        // Another problem of a read on hold is raised, and it stays on hold.
        except: { ...unseen, onHold: '200' },
      },
      resume: within('an answer to its problem'),
      resumeUnbegun: within('an answer to its problem'),
      returnToQc: { ask: managed('return-to-qc', { reason }), refused: notPossible },
      leaveQc: { ask: managed('leave-qc', { images: 'asBefore' }), refused: notPossible },
      sign: {
        ask: async id => {
          const read = await reads.byId(id);
          return trial.on.sessions[await reads.readerOf(id)].call(
            'POST',
            `/api/reads/${read.publicId}/sign`,
            {
              password,
              meaning: 'I made this assessment and it is complete',
              requestId: requestId(),
              ...{ etag: '"0"', pictures: { missing: 'noViewer' } },
            }
          );
        },
        ...locked,
      },
      markImpact: bySystem('what it stands on changed'),
      letStand: within('a decision about a change; a read without one has none to decide on'),
      supersede: within('a decision about a change, or the replacement of its reader'),
      unlock: {
        ask: async id => reads.askUnlock(await reads.byId(id)),
        refused: '409 CL_READ_NOT_SIGNED',
      },
      reconsider: within('a global read, which this charter does not have'),
      void: within('a decision about a change, the replacement of its reader, or leaving QC'),
    },
  };
};
