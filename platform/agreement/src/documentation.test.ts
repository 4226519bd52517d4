import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';

const page = readFileSync(join(process.cwd(), 'docs/statistics.md'), 'utf8');
const examples = [...page.matchAll(/\$ echo '(.*)' \| corelab agree\s+```json\n([^`]*)```/g)].map(
  ([, input, output]) => [input as string, output as string] as const
);

/** Nine digits: the last ones may differ between machines. */
const rounded = (json: string): unknown =>
  JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value
  );

describe('docs/statistics.md', () => {
  it('has examples', () => {
    expect(examples).toHaveLength(5);
  });
  it.each(examples)('shows what the code gives for %s', (input, output) => {
    const result = agree(JSON.parse(input) as AgreementInput);
    expect(rounded(JSON.stringify(result))).toEqual(rounded(output));
  });
});
