import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { criteria } from '@corelab/criteria';
import { endpointsUnder } from '../endpointsUnder.js';
import { changed, errorsOf, loadedOf } from '../testing/changing.js';
import { expectRefusal } from '../testing/refusals.js';
import { marksOf, sharedParameters } from './criteriaTogether.js';

const both = readFileSync(
  new URL('../../examples/recist-and-irecist.yaml', import.meta.url),
  'utf8'
);
const second = '{ id: irecist, parameters: { windowMinDays: 28 } }';

describe('criteria of one trial', () => {
  it('have every criterion in the table of what it asks of a lesion', () => {
    expect(Object.keys(marksOf).sort()).toEqual(Object.keys(criteria).sort());
  });

  it('take the parameters that make the sum from all that go together', () => {
    const together = Object.keys(marksOf).filter(id => marksOf[id] === 'diameters');
    expect(together).toEqual(['recist-1.1', 'irecist', 'imrecist']);
    for (const id of together) {
      expect(Object.keys(criteria[id]?.parameters.properties ?? {})).toEqual(
        expect.arrayContaining([...sharedParameters])
      );
    }
  });

  it('have the first one as the primary one, unless another is named, and parameters of their own', () => {
    const { charter } = loadedOf(both);
    expect(charter.criteria.map(({ id, primary }) => [id, primary])).toEqual([
      ['recist-1.1', true],
      ['irecist', false],
    ]);
    expect(charter.criteria[1]?.parameters).toMatchObject({
      windowMinDays: 28,
      windowToleranceDays: 2,
    });
    const named = loadedOf(changed(both, '{ id: irecist,', '{ id: irecist, primary: true,'));
    expect(named.charter.tracks[0]?.adjudication?.triggers[0]).toMatchObject({ of: 'irecist' });
    expect(errorsOf(changed(both, second, `${second}\n  - { id: imrecist }`))).toEqual([]);
  });

  it.each([
    ['irrc', /irrc can't rate the marks of recist-1.1: it goes by products of two diameters/],
    ['choi', /density of each lesion in HU, recist-1.1 by longest diameters/],
    ['lugano-2014', /a trial of its own/],
    ['pcwg3', /bone scans and PSA/],
  ])('are not recist-1.1 with %s', (id, message) => {
    expectRefusal(both, [id, [second, `{ id: ${id} }`], '/criteria/1/id', message, `id: ${id}`]);
  });

  it('are not two with rules of their own for the same kind of marks', () => {
    const text = changed(
      changed(both, '{ id: recist-1.1 }', '{ id: rano-2.0 }'),
      second,
      '{ id: macdonald }'
    );
    expect(errorsOf(text).map(({ path }) => path)).toEqual(['/criteria/1/id']);
  });

  it('have one sum', () => {
    expectRefusal(both, [
      'another number of targets',
      ['windowMinDays: 28', 'maxTargets: 3'],
      '/criteria/1/parameters/maxTargets',
      /maxTargets is 3 for irecist and 5 for recist-1.1/,
      'maxTargets: 3',
    ]);
    expectRefusal(both, [
      'another number of targets of the primary one',
      ['{ id: recist-1.1 }', '{ id: recist-1.1, parameters: { maxTargets: 3 } }'],
      '/criteria/1/parameters/maxTargets',
      /maxTargets is 5 for irecist and 3 for recist-1.1/,
      'irecist',
    ]);
  });

  it('have the endpoint options of the trial, and those of their own parameters and responses', () => {
    const text = changed(
      changed(
        both,
        '{ id: recist-1.1 }',
        '{ id: recist-1.1, parameters: { confirmation: responses } }'
      ),
      'sites:',
      'endpoints: { intervalDays: 56, windowDays: 7 }\nsites:'
    );
    const { charter } = loadedOf(text);
    expect(endpointsUnder(charter, 'recist-1.1')).toBe(charter.endpoints);
    expect(charter.endpoints).toMatchObject({ vocabulary: 'recist', confirmation: 'responses' });
    expect(endpointsUnder(charter, 'irecist')).toMatchObject({
      ...{ criterion: 'irecist', vocabulary: 'irecist', confirmation: 'none' },
      ...{ intervalDays: 56, windowDays: 7, unresolvedIupd: 'event' },
    });
    expect(() => endpointsUnder(charter, 'choi')).toThrow('no criterion choi');
  });
});
