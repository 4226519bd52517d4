import { afterEach, describe, expect, it } from '@jest/globals';
import { locations } from '@corelab/criteria';
import { setLanguage } from '@corelab/ui';
import { locationChoices, locationName } from './locationNames.js';
import { locationNamesDe } from './locationNamesDe.js';

afterEach(() => void setLanguage('en'));

describe('locationName', () => {
  it('has a German name for exactly the locations of the list', () => {
    expect(Object.keys(locationNamesDe).sort()).toEqual(locations.map(({ code }) => code).sort());
  });

  it('follows the language, side included', () => {
    expect(locationName('LUNG', 'LEFT')).toBe('Lung, left');
    setLanguage('de');
    expect(locationName('LUNG', 'LEFT')).toBe('Lunge, links');
    expect(locationName('LIVER', null)).toBe('Leber');
  });

  it('shows the code itself where no list knows it', () => {
    setLanguage('de');
    expect(locationName('SOMEWHERE', null)).toBe('SOMEWHERE');
  });
});

describe('locationChoices', () => {
  it('is found by the CDISC term in every language', () => {
    setLanguage('de');
    const liver = locationChoices([]).find(({ value }) => value.startsWith('LIVER'));
    expect(liver).toMatchObject({ label: 'Leber' });
    expect(liver?.searchText).toContain('Liver');
  });
});
