import { describe, expect, it } from '@jest/globals';
import { assess, criteria } from '@corelab/criteria';
import fc from 'fast-check';
import { histories } from '../../criteria/src/properties/course.testdata.js';
import { subjected } from '../../criteria/src/properties/subjected.testdata.js';
import { endpoints } from './endpoints.js';

describe.each(Object.entries(subjected))('%s, from lesions to endpoints', (id, { family }) => {
  const parameters = criteria[id]?.parameters;
  if (!parameters) throw new Error(`no criterion ${id}`);
  it('the best response is the one that the criterion gives', () => {
    fc.assert(
      fc.property(histories(id, parameters, family), input => {
        const assessment = assess(input);
        const [baseline] = assessment.timepoints;
        const startDate = input.startDate ?? baseline?.date;
        const rated = baseline?.findings.every(({ rule }) => rule !== 'baseline.notEvaluable');
        if (!startDate || !rated) return;
        const { newTherapyDate = null, firstDoseDate = null } = input;
        const { subjects } = endpoints({
          subjects: [{ id: 'S', startDate, newTherapyDate, firstDoseDate, assessment }],
        });
        const { unconfirmed, confirmed } = assessment.bestOverallResponse;
        expect(subjects[0]?.bestOverallResponse).toMatchObject({ unconfirmed, confirmed });
      }),
      { numRuns: 60 }
    );
  });
});
