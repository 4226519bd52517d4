import { text } from '@corelab/ui';
import type { RoleAsked } from './qcData.js';

function attributeText({ attribute, equals, from, to, severity }: RoleAsked['attributes'][number]) {
  const limit =
    equals.length > 0
      ? text('qc.protocol.oneOf', { attribute, values: equals.join(', ') })
      : from === null
        ? text('qc.protocol.to', { attribute, to: to ?? '' })
        : to === null
          ? text('qc.protocol.from', { attribute, from })
          : text('qc.protocol.between', { attribute, from, to });
  return severity === 'major' ? text('qc.protocol.major', { limit }) : limit;
}

/** What the imaging protocol asks of the series of a role, one limit an entry; none where it asks nothing. */
export function limitsOf(asked: RoleAsked): string[] {
  const { maxSliceThicknessMm, maxGapMm, maxPixelSpacingMm, minCoverageMm, contrast } = asked;
  return [
    ...(maxSliceThicknessMm === null
      ? []
      : [text('qc.protocol.thickness', { mm: maxSliceThicknessMm })]),
    ...(maxGapMm === null ? [] : [text('qc.protocol.gap', { mm: maxGapMm })]),
    ...(maxPixelSpacingMm === null ? [] : [text('qc.protocol.spacing', { mm: maxPixelSpacingMm })]),
    ...(minCoverageMm === null ? [] : [text('qc.protocol.coverage', { mm: minCoverageMm })]),
    ...(contrast === null ? [] : [text(`qc.protocol.contrast.${contrast}`)]),
    ...(asked.sameScanner === true ? [text('qc.protocol.sameScanner')] : []),
    ...asked.attributes.map(attributeText),
  ];
}
