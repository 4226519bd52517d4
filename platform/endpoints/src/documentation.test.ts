import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { censoringRules } from './censoringRules.js';
import { endpoints } from './endpoints.js';
import { OptionsSchema, vocabularyIds } from './options.js';
import { vocabularies } from './vocabularies.js';

const page = readFileSync(join(process.cwd(), 'docs/endpoints.md'), 'utf8');
const rowsUnder = (heading: string): string[][] => {
  const [, section = ''] = page.split(`\n${heading}\n`);
  const [own = ''] = section.split('\n#');
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

describe('docs/endpoints.md', () => {
  it('has the censoring table of the code, in its order', () => {
    expect(rowsUnder('### How PFS ends')).toEqual(
      censoringRules.map(({ name, situation, outcome, options }) => [
        name,
        situation,
        outcome,
        options.join(', '),
      ])
    );
  });
  it('has every option with its default', () => {
    expect(rowsUnder('## Options').map(([name, standard]) => [name, standard])).toEqual(
      Object.entries(OptionsSchema.properties).map(([name, schema]) => {
        const standard: unknown = schema.default;
        return [name, Array.isArray(standard) ? standard.join(', ') : String(standard)];
      })
    );
  });
  it('has every vocabulary with what each category is', () => {
    const list = (codes: readonly string[] | null) => codes?.join(', ') ?? 'none';
    expect(rowsUnder('## Criteria')).toEqual(
      vocabularyIds.map(id => {
        const { criteria, response, control, progression, pending, neither } = vocabularies[id];
        const more = control?.filter(code => !response?.includes(code)) ?? null;
        const cells = [response, more, progression, pending, neither].map(list);
        return [id, criteria.join(', '), ...cells];
      })
    );
  });
  it('shows what the code gives for its example', () => {
    const [input = '', output = ''] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, json = '']) => json
    );
    expect(endpoints(JSON.parse(input))).toMatchObject(JSON.parse(output) as object);
  });
});
