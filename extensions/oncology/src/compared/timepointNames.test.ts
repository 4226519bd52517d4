import { describe, expect, it } from '@jest/globals';
import { dayText } from './timepointNames.js';

const timepoints = [
  { id: 'BL', label: 'Baseline', day: 0, date: '2020-01-01' },
  { id: 'TP1', label: 'TP 1', day: 56, date: '2020-02-26' },
];

describe('the day of something', () => {
  it('is counted from the baseline by dates', () => {
    expect(dayText({ timepoints, studies: [] }, '2020-01-15')).toBe('Day +14');
  });

  it('is a duration where the charter tells no dates', () => {
    const undated = timepoints.map(timepoint => ({ ...timepoint, date: '' }));
    const said = (date: string) => dayText({ timepoints: undated, studies: [] }, date);
    expect(['P56D', 'P0D', '-P14D'].map(said)).toEqual(['Day +56', 'Day 0', 'Day −14']);
    expect(said('2020-01-15')).toBe(said('no date'));
  });
});
