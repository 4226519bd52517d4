import { isRecord } from '../isRecord.js';
import { defaultsOfArea } from './areaDefaults.js';
import { entryDefaults } from './entryDefaults.js';
import { withHangingDefaults } from './hangingDefaults.js';
import { primaryMeasure, withMeasureDefaults } from './measureDefaults.js';
import { eachEntry, entriesOf, known, merged, type Plain } from './merged.js';
import { withTrackDefaults } from './trackDefaults.js';

/**
 * The author's charter with what it leaves out filled in; mappings merge with the author's, lists are
 * replaced. Nothing is checked here: what has the wrong form passes through for the schema to name.
 */
export function withDefaults(authored: Plain): Plain {
  const written = inCurrentWords(authored);
  const charter = withMeasureDefaults(merged(defaultsOfArea(written['area']), written));
  const primary = primaryMeasure(charter);
  const roles = entriesOf(charter['series']).map(series => series['role']);
  const listed = {
    ...charter,
    sites: eachEntry(charter['sites'], site =>
      merged(known({ ...entryDefaults['sites[]'], name: site['code'] }), site)
    ),
    series: eachEntry(charter['series'], series => merged(entryDefaults['series[]'], series)),
    timepoints: eachEntry(charter['timepoints'], item => withTimepointDefaults(item, roles)),
    imagingProtocol: withProtocolDefaults(charter['imagingProtocol']),
    tracks: eachEntry(charter['tracks'], track => withTrackDefaults(track, primary)),
    forms: eachEntry(charter['forms'], withFormDefaults),
    export: withExportDefaults(charter),
  };
  return known({ ...listed, hangingProtocols: withHangingDefaults(listed) });
}

/** Version 1 said less, in the same words; `criterion` is short for one criterion. */
function inCurrentWords(authored: Plain): Plain {
  const { criterion, ...rest } = authored;
  const version = authored['schemaVersion'] === 1 ? { schemaVersion: 2 } : {};
  if (criterion === undefined || 'criteria' in authored) return { ...authored, ...version };
  return { ...rest, ...version, criteria: [criterion] };
}

function withTimepointDefaults(item: Plain, roles: readonly unknown[]): Plain {
  const kind = item['kind'] ?? 'follow-up';
  const base = { label: item['id'], kind, roles: kind === 'historical' ? [] : [...roles] };
  if (kind === 'baseline') {
    return merged(known({ ...base, day: 0, window: { before: 28, after: 0 } }), item);
  }
  const planned = item['day'] !== undefined || item['window'] !== undefined;
  return merged(known({ ...base, ...(planned ? { window: { before: 7, after: 7 } } : {}) }), item);
}

function withProtocolDefaults(protocol: unknown): unknown {
  if (!isRecord(protocol) || !isRecord(protocol['roles'])) return protocol;
  const limit = (item: Plain) =>
    merged(entryDefaults['imagingProtocol.roles.*.attributes[]'], item);
  const roles = Object.entries(protocol['roles']).map(([role, asked]) => [
    role,
    isRecord(asked)
      ? known({ ...asked, attributes: eachEntry(asked['attributes'], limit) })
      : asked,
  ]);
  return { ...protocol, roles: Object.fromEntries(roles) as Plain };
}

function withFormDefaults(form: Plain): Plain {
  const filledBy = form['purpose'] === 'eligibility' ? 'reader' : 'siteCoordinator';
  const field = (item: Plain) => merged(entryDefaults['forms[].fields[]'], item);
  const filled = merged(known({ title: form['id'], filledBy }), form);
  return known({ ...filled, fields: eachEntry(form['fields'], field) });
}

function withExportDefaults(charter: Plain): unknown {
  const { trial, export: written } = charter;
  if (!isRecord(trial) || !isRecord(written)) return written;
  return merged(known({ studyId: trial['id'] }), written);
}
