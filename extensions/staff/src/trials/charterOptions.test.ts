import { describe, expect, it } from '@jest/globals';
import { charterOptions } from './charterOptions.js';
import { keysAt, meaningAt, sections } from './charterSchema.js';
import { placeAt } from './placeAt.js';

const optionsAt = (marked: string) => {
  const offset = marked.indexOf('|');
  const place = placeAt(marked.slice(0, offset) + marked.slice(offset + 1), offset);
  if (place === null) throw new Error(`no place in ${marked}`);
  return charterOptions(place);
};
const labels = (marked: string) => optionsAt(marked).map(({ label }) => label);

describe('what can be written', () => {
  it('at the top is every section that is not there, and the short form', () => {
    const given = labels('trial: { id: A }\n|');
    expect(given).toContain('criterion');
    expect(given).not.toContain('trial');
    expect([...given, 'trial'].sort()).toEqual([...sections].sort());
  });

  it('is keys with what they mean, and a colon where none stands', () => {
    const [day] = optionsAt('timepoints:\n  - id: TP1\n    |').filter(
      ({ label }) => label === 'day'
    );
    expect(day).toMatchObject({ apply: 'day: ', kind: 'key' });
    expect(day?.meaning).toContain('Planned day, counted from the baseline');
    const under = optionsAt('timepoints:\n  - id: TP1\n    win|').find(
      one => one.label === 'window'
    );
    expect(under?.apply).toBe('window:');
    const renamed = optionsAt('trial:\n  na|: A').find(one => one.label === 'name');
    expect(renamed?.apply).toBe('name');
  });

  it('is the words of a value, in quotes where YAML would read something else', () => {
    expect(labels('timepoints:\n  - { kind: | }')).toContain('end-of-treatment');
    expect(optionsAt('trial: { phase: | }')).toContainEqual(
      expect.objectContaining({ label: '2', apply: '"2"' })
    );
    expect(optionsAt("trial: { phase: '| }").map(({ apply }) => apply)).toContain('2');
    expect(labels('tracks:\n  - { bulkZero: | }')).toEqual(['true', 'false']);
  });

  it('is slots in a list, and keys in a list of mappings', () => {
    expect(labels('tracks:\n  - slots: [R1, |]')).toContain('ADJ');
    expect(labels('tracks:\n  - |')).toContain('slots');
    expect(labels('tracks: [|]')).toContain('slots');
  });

  it('is the names that the charter gives itself', () => {
    const roles = 'series:\n  - { role: CT-PV-AX }\n  - { role: MR }\ntimepoints:\n  - roles: [|]';
    expect(labels(roles)).toEqual(['CT-PV-AX', 'MR']);
  });

  it('is nothing where anything may stand', () => {
    expect(labels('trial: { name: | }')).toEqual([]);
  });
});

describe('what a key means', () => {
  it('is what the schema says, with its default', () => {
    expect(meaningAt(['timepoints', 0, 'label'])).toMatch(
      /^What readers see\. .* Default: the id\.$/
    );
    expect(meaningAt(['tracks', 0, 'readers', 'R1'])).toBe('Who may take the slot.');
    expect(meaningAt(['no', 'such', 'key'])).toBeNull();
  });

  it('is said of every key at every section', () => {
    const mute = sections.flatMap(section =>
      keysAt([section])
        .filter(({ meaning }) => meaning === '')
        .map(({ key }) => `${section}/${key}`)
    );
    expect(mute).toEqual([]);
  });
});
