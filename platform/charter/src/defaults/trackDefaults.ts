import { isRecord } from '../isRecord.js';
import { trackKinds } from '../schema/tracks.js';
import { entryDefaults } from './entryDefaults.js';
import type { PrimaryMeasure } from './measureDefaults.js';
import { known, merged, type Plain } from './merged.js';

/** oncology-criteria.md 16.5: any of these calls the adjudicator. */
const triggersOfResponse = ['bor', 'pdStatus', 'pdDate', 'respDate'];
/** Tracks whose result someone waits for. */
const answered: readonly unknown[] = ['eligibility', 'progressionConfirmation', 'safety'];

/** One track with what it leaves out. */
export function withTrackDefaults(track: Plain, primary: PrimaryMeasure | null): Plain {
  const { id } = track;
  const kind = track['kind'] ?? (trackKinds.some(name => name === id) ? id : 'efficacy');
  const paradigm = track['paradigm'] ?? paradigmOf(track['slots']);
  const filled = merged(
    known({
      ...entryDefaults['tracks[]'],
      kind,
      paradigm,
      turnaroundDays: answered.includes(kind) ? 2 : 5,
      mayReadEfficacy: !answered.includes(kind),
    }),
    track
  );
  const written = track['adjudication'];
  if (paradigm !== 'twoWithAdjudication' && written === undefined) return filled;
  if (written !== undefined && !isRecord(written)) return filled;
  return { ...filled, adjudication: withAdjudicationDefaults(written ?? {}, primary) };
}

function paradigmOf(slots: unknown): string | undefined {
  if (!Array.isArray(slots)) return undefined;
  const central = slots.filter(slot => slot !== 'SITE');
  if (central.includes('ADJ')) return 'twoWithAdjudication';
  return central.length === 1 && central[0] === 'R1' ? 'oneReader' : undefined;
}

function withAdjudicationDefaults(written: Plain, primary: PrimaryMeasure | null): Plain {
  const byCriterion = primary?.kind === 'criterion';
  const filled = merged(
    known({
      ...entryDefaults['tracks[].adjudication'],
      triggers:
        byCriterion && written['scope'] !== 'timepoint' ? [...triggersOfResponse] : undefined,
      thirdReadFinal: written['mode'] === 'thirdRead' ? 'adjudicator' : undefined,
      concordantSource: primary?.kind === 'instrument' ? 'mean' : 'reader1',
    }),
    written
  );
  const { triggers } = filled;
  if (!Array.isArray(triggers)) return filled;
  const entries = triggers.map((trigger: unknown) => {
    const entry = typeof trigger === 'string' ? { variable: trigger } : trigger;
    return isRecord(entry) ? merged(known({ of: primary?.id }), entry) : entry;
  });
  return { ...filled, triggers: entries };
}
