import { isRecord } from '../isRecord.js';
import { entryDefaults } from './entryDefaults.js';
import { eachEntry, entriesOf, known, merged, type Plain } from './merged.js';

const alone = ['screening', 'baseline', 'historical'];
const compared = ['follow-up', 'unscheduled', 'end-of-treatment'];

/** Timepoint beside the current one, by what the first track lets readers see. */
function comparisonPane(comparison: unknown, { area, blinding }: Plain): string | null {
  if (comparison === 'none') return null;
  if (isRecord(blinding) && blinding['labels'] === 'letters') return 'other';
  if (comparison === 'baseline') return 'baseline';
  if (comparison === 'all') return area === 'oncology' ? 'nadir' : 'baseline';
  return comparison === 'baselineAndPrevious' && area !== 'oncology' ? 'baseline' : 'previous';
}

/** Hanging protocols that need nobody to write them: one stage a role, compared where a track allows it. */
function generated(charter: Plain): Plain[] {
  const roles = entriesOf(charter['series']).map(series => series['role']);
  const [track] = entriesOf(charter['tracks']);
  const beside = comparisonPane(track?.['comparison'], charter);
  const stage = (timepoints: readonly string[]) => (role: unknown) => ({
    name: role,
    rows: 1,
    columns: timepoints.length,
    panes: timepoints.map(timepoint => ({ role, timepoint })),
  });
  const later = beside === null ? ['current'] : ['current', beside];
  return [
    { id: 'first', kinds: [...alone], stages: roles.map(stage(['current'])) },
    { id: 'later', kinds: [...compared], stages: roles.map(stage(later)) },
  ];
}

/** The author's hanging protocols with what they leave out, or generated ones. */
export function withHangingDefaults(charter: Plain): unknown {
  const written = charter['hangingProtocols'];
  if (written === undefined) return generated(charter);
  const pane = (item: Plain) => merged(entryDefaults['hangingProtocols[].stages[].panes[]'], item);
  const stage = (item: Plain) =>
    known({
      name: entriesOf(item['panes'])[0]?.['role'],
      ...item,
      panes: eachEntry(item['panes'], pane),
    });
  return eachEntry(written, protocol =>
    known({ ...protocol, stages: eachEntry(protocol['stages'], stage) })
  );
}
