import { describe, expect, it } from '@jest/globals';
import { emptyDecision } from '@corelab/adjudication';
import {
  chooseRead,
  chooseTimepoint,
  setReasonCode,
  setReasonText,
  sideAt,
  withoutChoice,
} from './decisionEdits.js';
import { DecisionSteps } from './decisionSteps.js';
import { mergeDecisions } from './decisionConflict.js';

const timepoints = ['BL', 'TP1', 'TP2'];

describe('a decision', () => {
  it('is one read, or another', () => {
    const a = chooseRead(emptyDecision(), 'a');
    expect(a.choice).toEqual({ kind: 'read', side: 'a' });
    expect(chooseRead(a, 'b').choice).toEqual({ kind: 'read', side: 'b' });
  });

  it('is the same object when nothing changes, so that nothing is saved or undone', () => {
    const a = setReasonText(setReasonCode(chooseRead(emptyDecision(), 'a'), 'other'), 'why');
    expect(chooseRead(a, 'a')).toBe(a);
    expect(setReasonCode(a, 'other')).toBe(a);
    expect(setReasonText(a, 'why')).toBe(a);
    expect(withoutChoice(emptyDecision()).choice).toBeNull();
  });

  it('by timepoint leaves the others as they were, also those of a whole read', () => {
    const one = chooseTimepoint(emptyDecision(), timepoints, 'TP1', 'b');
    expect(one.choice).toEqual({ kind: 'perTimepoint', sides: { TP1: 'b' } });
    expect(sideAt(one, 'TP2')).toBeNull();
    const all = chooseTimepoint(chooseRead(emptyDecision(), 'a'), timepoints, 'TP1', 'b');
    expect(all.choice).toEqual({
      kind: 'perTimepoint',
      sides: { BL: 'a', TP1: 'b', TP2: 'a' },
    });
  });
});

describe('undo of a decision', () => {
  it('takes acts back by their names, and forgets what came after a new one', () => {
    const steps = new DecisionSteps(emptyDecision());
    steps.push('A chosen', chooseRead(steps.document, 'a'));
    steps.push('reason', setReasonCode(steps.document, 'other'));
    expect(steps.undo()).toBe('reason');
    expect(steps.undo()).toBe('A chosen');
    expect(steps.undo()).toBeNull();
    expect(steps.redo()).toBe('A chosen');
    steps.push('B chosen', chooseRead(steps.document, 'b'));
    expect(steps.redo()).toBeNull();
    expect(steps.document.choice).toEqual({ kind: 'read', side: 'b' });
  });
});

describe('two versions of a decision', () => {
  it('are joined part by part as chosen; what was not chosen stays mine', () => {
    const mine = setReasonText(chooseRead(emptyDecision(), 'a'), 'mine');
    const theirs = setReasonText(chooseRead(emptyDecision(), 'b'), 'theirs');
    expect(mergeDecisions(mine, theirs, new Map([['choice', 'theirs']]))).toEqual({
      ...theirs,
      reason: mine.reason,
    });
  });
});
