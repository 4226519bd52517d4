import type { Truth } from '@corelab/phantoms';
import { deliverSoon, sentFiles } from './phantomDelivery.js';
import { roster, trial, type Staff } from './twoReaderTrial.js';

/** Roles of the two series of each timepoint. */
export const roles = { portal: 'CT-PV-AX', lung: 'CT-LUNG-AX' } as const;
const { portal, lung } = roles;

/** One reader, two kinds of images, layouts of its own; the reader may give another response than the calculated one. */
export const stagedCharter = `trial: { id: ${trial}, name: A trial with layouts of its own, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Northern site }]
subjects: { identifierPattern: '\\d{3}-\\d{3}' }
series:
  - role: ${portal}
    modality: CT
    rules: [{ attribute: SeriesDescription, operator: contains, value: CT PV AX }]
  - role: ${lung}
    modality: CT
    rules: [{ attribute: SeriesDescription, operator: contains, value: CT LUNG AX }]
imagingProtocol: { qc: automatic }
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, day: 56 }
hangingProtocols:
  - id: first
    kinds: [baseline]
    stages:
      - { rows: 1, columns: 2, panes: [{ role: ${portal} }, { role: ${lung}, windowPreset: Lung }] }
  - id: later
    kinds: [follow-up]
    stages:
      - rows: 2
        columns: 2
        panes:
          - { role: ${portal} }
          - { role: ${lung}, windowPreset: Lung }
          - { role: ${portal}, timepoint: baseline }
          - { role: ${lung}, timepoint: baseline, windowPreset: Lung }
      - rows: 1
        columns: 2
        panes: [{ role: ${lung} }, { role: ${lung}, timepoint: baseline }]
tracks:
  - id: efficacy
    slots: [R1]
    readers: { R1: [${roster.R1.user}] }
    showDerived: live
    readerMayDiffer: true
roles: { admin: [${roster.admin.user}], dataManager: [${roster.manager.user}] }
`;

/** The same images again under other UIDs: what a scanner computes a second time from one acquisition. */
const computedAgain = (truth: Truth): Truth => ({
  ...truth,
  subjects: truth.subjects.map(subject => ({
    ...subject,
    timepoints: subject.timepoints.map(timepoint => ({
      ...timepoint,
      studies: timepoint.studies.map(study => ({
        ...study,
        series: study.series.map(series => ({
          ...series,
          seriesInstanceUid: `${series.seriesInstanceUid}.7`,
          sops: series.sops.map(uid => `${uid}.7`),
        })),
      })),
    })),
  })),
});

/** Sends a timepoint of the subject in both kinds. */
export async function deliverBoth(staff: Staff, truth: Truth, folder: string): Promise<void> {
  const description = { '0008103E': { vr: 'LO', Value: ['CT LUNG AX'] } };
  await deliverSoon(staff.manager, trial, await sentFiles(truth, folder));
  const again = await sentFiles(computedAgain(truth), folder, description);
  await deliverSoon(staff.manager, trial, again);
}
