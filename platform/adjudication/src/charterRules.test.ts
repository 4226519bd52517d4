import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCharter } from '../../charter/src/index.js';
import { resolveRules } from './rules.js';

const folder = join(process.cwd(), 'platform/charter/examples');
const adjudications = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .flatMap(file => {
    const loaded = loadCharter(readFileSync(join(folder, file), 'utf8'));
    if (!loaded.ok) throw new Error(`${file} does not load`);
    return loaded.charter.tracks.flatMap(({ paradigm, adjudication }) =>
      adjudication ? [[file, paradigm, adjudication] as const] : []
    );
  });

describe('the adjudication of a charter', () => {
  it('is in at least one example', () => {
    expect(adjudications.length).toBeGreaterThan(0);
  });
  it.each(adjudications)('%s is taken as it stands', (_, paradigm, adjudication) => {
    const rules = resolveRules({ paradigm, ...adjudication });
    expect(rules).toMatchObject({ ...adjudication, paradigm });
  });
});
