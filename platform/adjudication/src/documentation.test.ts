import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { differenceKinds } from './difference.js';
import { nearnessMm } from './matchLesions.js';
import { measures, resolveRules, RulesSchema } from './rules.js';
import { variables } from './variables.js';

const page = readFileSync(join(process.cwd(), 'docs/adjudication.md'), 'utf8');
const rowsUnder = (heading: string): string[][] => {
  const [, after = ''] = page.split(`| ${heading} |`);
  const [own = ''] = after.split('\n\n');
  return own
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.replaceAll('`', '').trim())
    );
};

describe('docs/adjudication.md', () => {
  it('has every variable', () => {
    expect(rowsUnder('variable')).toEqual(
      variables.map(({ id, standard, kind, perTimepoint, meaning }) => [
        id,
        standard ? 'yes' : 'no',
        `${kind}, ${perTimepoint ? 'each timepoint' : 'whole read'}`,
        meaning,
      ])
    );
  });
  it('and the triggers by default are those of the rules', () => {
    expect(variables.filter(({ standard }) => standard).map(({ id }) => id)).toEqual(
      resolveRules().triggers
    );
  });
  it('has every rule with its default', () => {
    const apart = ['triggers', 'endpointOptions'];
    expect(rowsUnder('rule').map(([name, standard]) => [name, standard])).toEqual(
      Object.entries(RulesSchema.properties)
        .filter(([name]) => !apart.includes(name))
        .map(([name, schema]) => [name, String(schema.default)])
    );
  });
  it('has every kind of difference and every measure, and how near is near', () => {
    expect(rowsUnder('kind').map(([kind]) => kind)).toEqual([...differenceKinds]);
    for (const measure of measures) expect(page).toContain(`\`${measure}\``);
    expect(page).toContain(`${nearnessMm} mm (\`nearnessMm\`)`);
  });
});
