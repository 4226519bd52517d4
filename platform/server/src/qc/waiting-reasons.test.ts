import { describe, expect, it } from '@jest/globals';
import { examMachine } from '../workflow/machines/exam.js';
import { statesOf } from '../workflow/machines/machine.js';
import { reasonsToWait, type WaitingFacts, type WaitingReason } from './waiting-reasons.js';

const exam: WaitingFacts = {
  ...{ state: 'matched', qc: 'automatic', withoutRole: 0, withProblem: 0 },
  ...{ answeredQueries: 0, lastDecision: null },
};

describe('why an exam waits for QC', () => {
  it.each<[string, Partial<WaitingFacts>, WaitingReason[]]>([
    ['a problem that no rule lets pass', { withProblem: 2 }, ['seriesWithProblem']],
    ['a series that fits no role', { withoutRole: 1 }, ['seriesWithoutRole']],
    ['a charter that asks for a person', { qc: 'person' }, ['everyExam']],
    [
      'the answer of the site, before what was there already',
      { state: 'inQc', answeredQueries: 1, withProblem: 1, lastDecision: null },
      ['siteAnswered', 'seriesWithProblem'],
    ],
    ['somebody who opened it again', { lastDecision: 'reopenQc' }, ['openedAgain']],
    ['images after it had passed', { lastDecision: 'pass' }, ['imagesAfterDecision']],
    ['images after it was refused', { lastDecision: 'refuse' }, ['imagesAfterDecision']],
    ['the site', { state: 'queried', withProblem: 1 }, ['siteAsked']],
    ['a data manager', { state: 'quarantined' }, ['quarantined']],
    ['nothing that is known', {}, ['notChecked']],
    ['a first charter', { qc: null }, ['notChecked']],
  ])('%s', (_, facts, reasons) => {
    expect(reasonsToWait({ ...exam, ...facts })).toEqual(reasons);
  });

  it('is said of no exam that is through QC, or not in it yet', () => {
    const waiting = ['matched', 'inQc', 'queried', 'quarantined'];
    for (const state of statesOf(examMachine).filter(one => !waiting.includes(one))) {
      expect(reasonsToWait({ ...exam, state, qc: 'person', withProblem: 1 })).toEqual([]);
    }
  });
});
