import { describe, expect, it } from '@jest/globals';
import { dueText, isLate } from './dueText.js';

const today = new Date(2026, 10, 25, 23, 50);

describe('dueText', () => {
  it.each([
    ['2026-11-25', 'today', false],
    ['2026-11-26', 'tomorrow', false],
    ['2026-11-28', 'in 3 days', false],
    ['2026-11-24', 'late since yesterday', true],
    ['2026-11-20', 'late by 5 days', true],
    ['2027-03-29', 'in 124 days', false],
    [null, 'no date set', false],
  ])('%s is due %s', (due, words, late) => {
    expect([dueText(due, today), isLate(due, today)]).toEqual([words, late]);
  });
});
