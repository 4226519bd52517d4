import { afterEach, describe, expect, it } from '@jest/globals';
import { setLanguage } from '@corelab/ui';
import { subjectText } from './subjectText.js';

const study = (sex: string | null, ageYears: number | null, current = false) => ({
  current,
  subject: { sex, ageYears },
});

describe('sex and age above the images', () => {
  afterEach(() => void setLanguage('en'));

  it('are those of the current timepoint, else of the first that says them', () => {
    expect(subjectText([study('F', 62), study('F', 63, true)])).toBe('female, 63 years');
    expect(subjectText([{ current: true }, study('M', 71)])).toBe('male, 71 years');
  });

  it('are each said alone, and nothing where nothing is told', () => {
    expect(subjectText([study(null, 40)])).toBe('40 years');
    expect(subjectText([study('O', null)])).toBe('other sex');
    expect(subjectText([study(null, null)])).toBeNull();
    expect(subjectText([{ current: true }])).toBeNull();
  });

  it('say no age above 89, in German too', () => {
    expect(subjectText([study('F', 90)])).toBe('female, over 89 years');
    setLanguage('de');
    expect(subjectText([study('F', 90)])).toBe('weiblich, über 89 Jahre');
  });
});
