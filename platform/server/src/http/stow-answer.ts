import type { DicomDataset, DicomElement } from '../archive/dicom-json.js';
import type { FileReport } from '../intake/take-files.js';

/** Failure reasons of PS3.18, table I.2-2, and of PS3.4, table B.2-1, where that has none. */
const failureReasons: Readonly<Record<string, number>> = {
  /** Processing failure: it is kept, and a person decides about it. */
  quarantined: 0x0110,
  /** Not authorized: of another trial or another site, or refused before. */
  refused: 0x0124,
  /** Cannot understand. */
  notDicom: 0xc000,
  /** Out of resources: to be sent again. */
  failed: 0xa700,
};

const one = (vr: string, value: unknown): DicomElement => ({ vr, Value: [value] });
const sequence = (items: readonly DicomDataset[]): DicomElement => ({ vr: 'SQ', Value: items });

/** ReferencedSOPClassUID and ReferencedSOPInstanceUID, as far as the file says them. */
const referenced = ({ sopClassUid, sopUid }: FileReport): DicomDataset => ({
  ...(sopClassUid === null ? {} : { '00081150': one('UI', sopClassUid) }),
  ...(sopUid === null ? {} : { '00081155': one('UI', sopUid) }),
});

/**
 * The answer of a STOW-RS request (PS3.18, 10.5.3 and annex I): 200 all stored, 202 some, 409 none. Addresses to
 * retrieve from are left out: a site gets nothing back here.
 */
export const stowAnswer = (
  files: readonly FileReport[]
): { readonly status: 200 | 202 | 409; readonly dataset: DicomDataset } => {
  const isStored = ({ outcome }: FileReport): boolean =>
    outcome === 'stored' || outcome === 'alreadyThere';
  const stored = files.filter(isStored);
  const failed = files.filter(file => !isStored(file));
  return {
    status: stored.length === 0 ? 409 : failed.length === 0 ? 200 : 202,
    dataset: {
      ...(stored.length === 0 ? {} : { '00081199': sequence(stored.map(referenced)) }),
      ...(failed.length === 0
        ? {}
        : {
            '00081198': sequence(
              failed.map(file => ({
                ...referenced(file),
                '00081197': one('US', failureReasons[file.outcome] ?? 0x0110),
              }))
            ),
          }),
    },
  };
};
