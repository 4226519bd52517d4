import { text } from '@corelab/ui';
import type { QcRead } from './qcData.js';

/** What a read is called: its version is said where it is not the first. */
export const readName = ({
  timepoint,
  slot,
  version,
}: Pick<QcRead, 'timepoint' | 'slot' | 'version'>): string =>
  version === 1
    ? text('qc.read.nameFirst', { timepoint, slot })
    : text('qc.read.name', { timepoint, slot, version });
