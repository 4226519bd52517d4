import { describe, expect, it } from '@jest/globals';
import { assess, combine, criteria, criterionSchemas } from './assess.js';
import type { AssessmentInput, CombineInput } from './schemas.js';

const refusal = (input: unknown, ask: (input: never) => unknown = assess) => {
  try {
    ask(input as never);
  } catch (error) {
    const { code, path, message } = error as { code: string; path: string; message: string };
    return [code, path, message];
  }
  return null;
};
const criterion = 'recist-1.1';
const shape = 'CL_ASSESSMENT_INPUT';
const long = { id: 'V1', lesions: Array.from({ length: 40 }, (_, index) => index) };

describe('input that is refused', () => {
  it.each([
    ['no subject', 'x', '/', '/: expected object, found x'],
    ['null', null, '/', '/: expected object, found null'],
    [
      'no criterion',
      { timepoints: [] },
      '/criterion',
      '/criterion: expected required property, found nothing',
    ],
    [
      'another type',
      { criterion, timepoints: [{ id: 5, lesions: [] }] },
      '/timepoints/0/id',
      '/timepoints/0/id: expected string, found 5',
    ],
    [
      'an object, cut off',
      { criterion, timepoints: [{ id: long, lesions: [] }] },
      '/timepoints/0/id',
      `/timepoints/0/id: expected string, found ${JSON.stringify(long).slice(0, 80)}`,
    ],
    [
      'no word of a list',
      { criterion, timepoints: [{ id: 'BL', lesions: [{ id: 'T01', role: 'goal' }] }] },
      '/timepoints/0/lesions/0/role',
      '/timepoints/0/lesions/0/role: expected one of "target", "non-target", "new", found goal',
    ],
    [
      'a number of a lesion',
      {
        criterion,
        timepoints: [{ id: 'BL', lesions: [{ id: 'T01', role: 'target', longestDiameterMm: -1 }] }],
      },
      '/timepoints/0/lesions/0/longestDiameterMm',
      '/timepoints/0/lesions/0/longestDiameterMm: expected number to be greater or equal to 0, found -1',
    ],
    [
      "a criterion's own input of a lesion",
      {
        criterion: 'irecist',
        timepoints: [{ id: 'BL', lesions: [{ id: 'N1', role: 'new', newLesionKind: 5 }] }],
      },
      '/timepoints/0/lesions/0/newLesionKind',
      '/timepoints/0/lesions/0/newLesionKind: expected one of "target", "non-target", found 5',
    ],
    [
      "a criterion's own input",
      { criterion: 'irecist', timepoints: [{ id: 'BL', lesions: [], newSymptom: 'yes' }] },
      '/timepoints/0/newSymptom',
      '/timepoints/0/newSymptom: expected boolean, found yes',
    ],
  ])('%s', (_name, input, path, message) => {
    expect(refusal(input)).toEqual([shape, path, message]);
  });

  it('a criterion that is not known, with those that are', () => {
    const known = `(known: ${Object.keys(criteria).join(', ')})`;
    for (const id of ['recist-9', 'toString'])
      expect(refusal({ criterion: id, timepoints: [] })).toEqual([
        'CL_CRITERION_UNKNOWN',
        '/criterion',
        `no criterion "${id}" ${known}`,
      ]);
  });

  it('components of another shape, at their place', () => {
    const ask = (input: CombineInput) => combine(input);
    expect(refusal({ criterion, components: { target: 5 } }, ask)).toEqual([
      shape,
      '/components/target',
      '/components/target: expected string, found 5',
    ]);
    expect(refusal({ criterion }, ask)).toEqual([
      shape,
      '/components',
      '/components: expected required property, found nothing',
    ]);
  });
});

describe('the schema of what a criterion takes', () => {
  it('is there for every criterion, with its own inputs at their places', () => {
    const schemas = criterionSchemas();
    expect(Object.keys(schemas)).toEqual(Object.keys(criteria));
    const { timepoints, criterion: id, parameters } = schemas.irecist?.input.properties ?? {};
    expect(id).toMatchObject({ const: 'irecist', description: 'Id of the criterion.' });
    expect(parameters?.description).toBe('What differs from the defaults.');
    expect(parameters?.anyOf).toMatchObject([criteria.irecist?.parameters, { type: 'null' }]);
    expect(timepoints?.description).toBe('Every timepoint of the subject.');
    const timepoint = timepoints?.items.properties;
    expect(Object.keys(timepoint)).toEqual(expect.arrayContaining(['date', 'newSymptom']));
    expect(timepoint.lesions.description).toBe('Every lesion that was looked at.');
    const lesion = timepoint.lesions.items.properties;
    expect(Object.keys(lesion)).toEqual(expect.arrayContaining(['role', 'newLesionKind']));
    expect(Object.keys(schemas.irecist?.components.properties ?? {})).toContain('priorOverall');
  });

  it.each(Object.values(criteria))(
    '$id: the answer names the criterion and every parameter',
    one => {
      const { criterion: id, parameters } = assess({ criterion: one.id, timepoints: [] });
      expect(id).toBe(one.id);
      expect(Object.keys(parameters).sort()).toEqual(Object.keys(one.parameters.properties).sort());
    }
  );

  it('takes what assess takes', () => {
    const input: AssessmentInput = { criterion, parameters: null, timepoints: [] };
    expect(assess(input).timepoints).toEqual([]);
  });
});
