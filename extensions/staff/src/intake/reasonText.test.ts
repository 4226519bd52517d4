import { afterEach, describe, expect, it } from '@jest/globals';
import { setLanguage } from '@corelab/ui';
import { causeText, fileReasonText, reasonText } from './reasonText.js';

afterEach(() => void setLanguage('en'));

describe('what the server says', () => {
  it.each([
    ['site: absent', 'The images name no site.', 'Die Bilder nennen kein Zentrum.'],
    [
      'subject: S-5O is unknown and spelt like S-50',
      'Subject S-5O is unknown and spelt like S-50.',
      'Proband S-5O ist unbekannt und ähnlich geschrieben wie S-50.',
    ],
    [
      'timepoint: TP1 would be of 2026-01-04, before the baseline of 2026-01-05',
      'Timepoint TP1 would be of 2026-01-04, before the baseline of 2026-01-05.',
      'Zeitpunkt TP1 wäre vom 2026-01-04 und damit vor der Baseline vom 2026-01-05.',
    ],
    [
      'timepoint: BL would be of 2026-01-05, after TP1 of 2026-01-04',
      'Timepoint BL would be of 2026-01-05, after TP1 of 2026-01-04.',
      'Zeitpunkt BL wäre vom 2026-01-05 und damit nach TP1 vom 2026-01-04.',
    ],
    [
      'timepoint: day -3 is in no visit window',
      'Day -3 is in no visit window.',
      'Tag -3 liegt in keinem Visitenfenster.',
    ],
  ])('of a study, %j, is said in the person’s language', (said, english, german) => {
    expect(reasonText(said)).toBe(english);
    setLanguage('de');
    expect(reasonText(said)).toBe(german);
  });

  it('stands as it is where this build does not know it', () => {
    expect(reasonText('laterality: both')).toBe('laterality: both');
    expect(fileReasonText('StudyInstanceUID is absent or not a UID')).toBe(
      'StudyInstanceUID is absent or not a UID'
    );
    expect(causeText('fire', [])).toBe('fire');
  });

  it('of a file is one of its sentences, or the causes why it is kept apart', () => {
    expect(fileReasonText('it is of another site')).toBe('It is of a site that is not yours.');
    expect(fileReasonText('otherBytes, identity')).toBe(
      'The same image is known with other bytes. It still identifies a person.'
    );
  });
});
