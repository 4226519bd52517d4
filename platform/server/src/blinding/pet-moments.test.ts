import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { blindDataset } from './blind.js';
import { momentOfDateTime } from './moved-time.js';
import { seriesFacts } from './series-facts.js';
import { firstVariant, type Variant } from './variant.js';

const one = (vr: string, ...values: unknown[]) => ({ vr, Value: values });

/** One image of a PET acquired over midnight: injected at 22:40, the series begun at 23:50. */
const image = (acquired: readonly [date: string, time: string]): DicomDataset => ({
  '00080016': one('UI', '1.2.840.10008.5.1.4.1.1.128'),
  '00080021': one('DA', '20260305'),
  '00080031': one('TM', '235000'),
  '00080022': one('DA', acquired[0]),
  '00080032': one('TM', acquired[1]),
  '00540016': one('SQ', {
    '00180031': one('LO', 'CNRY7301'),
    '00181072': one('TM', '224000.00'),
    '00181074': one('DS', 3.7e8),
    '00181078': one('DT', '20260305224000.00+0100'),
  }),
});
const series = [image(['20260305', '235010.5']), image(['20260306', '000410'])];

const shownOf = (
  dates: Variant['dates'],
  studyInstanceUid: string,
  images: readonly DicomDataset[] = series
) =>
  images.map(dataset =>
    blindDataset(dataset, {
      variant: { ...firstVariant, dates },
      ...{ subjectCode: 'S-1', dateShiftDays: -100, timepointDate: '2026-03-05', role: 'PT-AC' },
      ...{ seriesNumber: 1, studyInstanceUid, pseudonym: () => undefined, place: 1 },
      ...{ series: seriesFacts(images), transferSyntax: '1.2.840.10008.1.2.1' },
    })
  );

const text = (dataset: DicomDataset | undefined, tag: string): string =>
  String(dataset?.[tag]?.Value?.[0] ?? '');
/** Seconds since 1970 of a date and a time of day as they are shown. */
const at = (dataset: DicomDataset | undefined, date: string, time: string): number =>
  momentOfDateTime(`${text(dataset, date)}${text(dataset, time)}`)?.seconds ?? Number.NaN;
const tracer = (dataset: DicomDataset | undefined): DicomDataset =>
  dataset?.['00540016']?.Value?.[0] as DicomDataset;

describe('moments of PET', () => {
  it.each(['shifted', 'offsets', 'removed', 'shown'] as const)(
    'keep their intervals over midnight where dates are %s',
    dates => {
      const [first, second] = shownOf(dates, '2.25.1');
      const begun = at(first, '00080021', '00080031');
      const injected = momentOfDateTime(text(tracer(first), '00181078'))?.seconds ?? Number.NaN;
      expect(begun - injected).toBe(70 * 60);
      expect(at(first, '00080022', '00080032') - begun).toBe(10);
      expect(at(second, '00080022', '00080032') - begun).toBe(14 * 60 + 10);
      expect(text(first, '00080032')).toMatch(/\.5$/);
      // The start alone is of the same day as the series, as decay correction takes it.
      expect(text(tracer(first), '00181072')).toBe(text(tracer(first), '00181078').slice(8));
      expect(text(tracer(first), '00181078')).not.toContain('+');
    }
  );

  it('are on the day as the course moves it, in the morning', () => {
    const [first] = shownOf('shifted', '2.25.1');
    expect(text(first, '00080021')).toBe('20251125');
    expect(text(tracer(first), '00181078').slice(0, 8)).toBe('20251125');
    const hour = Number(text(tracer(first), '00181078').slice(8, 10));
    expect(hour).toBeGreaterThanOrEqual(6);
    expect(hour).toBeLessThan(12);
  });

  it.each(['offsets', 'removed'] as const)('are on one day for all where dates are %s', dates => {
    const later = series.map(dataset => ({
      ...dataset,
      '00080021': one('DA', '20260701'),
      '00080022': one('DA', '20260701'),
    }));
    for (const images of [series, later]) {
      const [first] = shownOf(dates, '2.25.1', images);
      expect(text(tracer(first), '00181078').slice(0, 8)).toBe('20000101');
      expect(text(first, '00080020')).toBe('');
    }
  });

  it('are at other times of the day in another read, and real where dates are shown', () => {
    const times = ['2.25.1', '2.25.2', '2.25.3'].map(uid =>
      text(shownOf('shifted', uid)[0], '00080031')
    );
    expect(new Set(times).size).toBe(3);
    expect(times).not.toContain('235000');
    const [real] = shownOf('shown', '2.25.1');
    expect([text(real, '00080021'), text(real, '00080031')]).toEqual(['20260305', '235000']);
  });

  it('that are no dates or times are left out', () => {
    const odd = image(['20260230', '250000']);
    const [shown] = shownOf('shifted', '2.25.1', [
      { ...odd, '00080031': one('TM', 'JOHN'), '00540016': one('SQ') },
    ]);
    for (const tag of ['00080021', '00080022', '00080031', '00080032'])
      expect(shown?.[tag]).toBeUndefined();
  });
});
