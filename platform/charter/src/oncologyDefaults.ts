import { standardRegions } from '@corelab/criteria';
import { isRecord } from './isRecord.js';

/** What an oncology charter need not say; mappings merge with the author's, lists are replaced. */
const defaults = {
  schemaVersion: 1,
  mode: 'oncology-recist',
  criterion: { parameters: {} },
  matching: {
    subject: { attribute: 'ClinicalTrialSubjectID' },
    site: { attribute: 'ClinicalTrialSiteID' },
    timepoint: { attribute: 'ClinicalTrialTimePointID' },
  },
  imagingProtocol: { maxSliceThicknessMm: 5, regions: [...standardRegions] },
  signatureMeanings: ['I made this assessment and it is complete'],
  blinding: { dates: 'shifted', sexAge: false },
  windowPresets: [
    { name: 'Soft tissue', center: 40, width: 400 },
    { name: 'Lung', center: -600, width: 1500 },
    { name: 'Liver', center: 90, width: 150 },
    { name: 'Bone', center: 400, width: 1800 },
  ],
  export: { formats: ['csv'] },
};

/** Defaults of each entry of a list, by the list's key. */
const entryDefaults: Readonly<Record<string, Record<string, unknown>>> = {
  series: { rules: [] },
  tracks: {
    order: 'sequential',
    showDerived: 'afterLesions',
    comparison: 'all',
    bulkUnchanged: true,
  },
};

/**
 * The author's charter with what it leaves out filled in. Nothing is checked here: what has the
 * wrong form passes through for the schema to name.
 */
export function withOncologyDefaults(authored: Record<string, unknown>): Record<string, unknown> {
  const charter = merged(defaults, authored);
  for (const [key, entry] of Object.entries(entryDefaults)) {
    charter[key] = eachEntry(charter[key], item => merged(entry, item));
  }
  const roles = Array.isArray(charter['series'])
    ? charter['series'].filter(isRecord).map(series => series['role'])
    : [];
  charter['timepoints'] = eachEntry(charter['timepoints'], item =>
    merged(
      item['kind'] === 'baseline'
        ? { label: item['id'], day: 0, window: { before: 28, after: 0 }, roles }
        : { label: item['id'], kind: 'follow-up', window: { before: 7, after: 7 }, roles },
      item
    )
  );
  charter['sites'] = eachEntry(charter['sites'], item => merged({ name: item['code'] }, item));
  const trial = charter['trial'];
  if (isRecord(trial) && isRecord(charter['export'])) {
    charter['export'] = merged({ studyId: trial['id'] }, charter['export']);
  }
  return Object.fromEntries(Object.entries(charter).filter(([, value]) => value !== undefined));
}

function merged(
  base: Record<string, unknown>,
  over: Record<string, unknown>
): Record<string, unknown> {
  const entries = new Map<string, unknown>(
    Object.entries(base).map(([key, value]) => [key, copied(value)])
  );
  for (const [key, value] of Object.entries(over)) {
    const below = entries.get(key);
    entries.set(key, isRecord(below) && isRecord(value) ? merged(below, value) : value);
  }
  return Object.fromEntries(entries);
}

/** Defaults are plain JSON; a copy keeps one charter's parts from being another's. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, copied(below)]));
}

function eachEntry(list: unknown, change: (item: Record<string, unknown>) => unknown): unknown {
  return Array.isArray(list) ? list.map(item => (isRecord(item) ? change(item) : item)) : list;
}
