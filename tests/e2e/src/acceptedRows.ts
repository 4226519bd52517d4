import { expect } from '@jest/globals';
import type { SubjectTruth } from '@corelab/phantoms';
import type { Product } from './product.js';
import { exportedRows } from './serverAnswers.js';
import { pixelMm } from './truthOfRead.js';

/** A subject, and whose rows of it are marked as accepted. */
export interface AcceptedSubject extends SubjectTruth {
  readonly evaluator: string;
}

/** Exports the trial and compares the accepted rows of each subject with the truth. */
export async function acceptedAsTruth(
  product: Product,
  subjects: readonly AcceptedSubject[]
): Promise<void> {
  const { tr, rs } = await exportedRows(product);
  for (const { subjectId, evaluator, timepoints } of subjects) {
    const of = (rows: Record<string, string>[], domain: string): Record<string, string>[] =>
      rows.filter(row => row['USUBJID']?.endsWith(subjectId) && row[`${domain}ACPTFL`] === 'Y');
    const responses = of(rs, 'RS');
    const measured = of(tr, 'TR');
    const evaluators = [...responses, ...measured].map(row => row['RSEVALID'] ?? row['TREVALID']);
    expect([subjectId, [...new Set(evaluators)]]).toEqual([subjectId, [evaluator]]);
    const overall = responses.filter(row => row['RSTESTCD'] === 'OVRLRESP');
    expect(overall.map(row => [row['VISIT'], row['RSSTRESC']])).toEqual(
      timepoints.filter(({ id }) => id !== 'BL').map(({ id, expected }) => [id, expected.overall])
    );
    for (const { id, lesions, expected } of timepoints) {
      const at = measured.filter(row => row['VISIT'] === id);
      const sum = at.find(row => row['TRTESTCD'] === 'SUMDIAM')?.['TRORRES'];
      expect(Math.abs(Number(sum) - expected.sum)).toBeLessThan(pixelMm);
      for (const lesion of lesions.filter(({ role }) => role === 'target')) {
        const name = lesion.status === 'absent' ? 'TUMSTATE' : lesion.node ? 'SAXIS' : 'LDIAM';
        const row = at.find(
          one => one['TRLNKID']?.endsWith(`-${lesion.id}`) && one['TRTESTCD'] === name
        );
        if (lesion.status === 'absent') {
          expect([id, lesion.id, row?.['TRORRES']]).toEqual([id, lesion.id, 'ABSENT']);
          continue;
        }
        const counts = lesion.node ? lesion.shortAxisMm : lesion.longestDiameterMm;
        expect(Math.abs(Number(row?.['TRORRES']) - counts)).toBeLessThan(pixelMm);
      }
    }
  }
}
