import { standardRegions } from '@corelab/criteria';
import type { Area } from '../schema/trial.js';
import { merged, type Plain } from './merged.js';

const staff = ['dataManager', 'unblindedSupport'];
const keptFromReaders = { roles: staff, when: 'neverToReaders' };

/** What a charter of any area need not say. */
const common: Plain = {
  schemaVersion: 2,
  criteria: [],
  instruments: [],
  subjects: {
    identifierPattern: '[A-Za-z0-9][A-Za-z0-9._-]{0,63}',
    identifiers: ['subjectNumber'],
  },
  matching: {
    subject: { attribute: 'ClinicalTrialSubjectID' },
    site: { attribute: 'ClinicalTrialSiteID' },
    timepoint: { attribute: 'ClinicalTrialTimePointID' },
    exam: 'sameDay',
    timepointBy: 'attribute',
    unmatched: 'wait',
  },
  deidentification: {
    dates: 'full',
    retainUids: true,
    retainPatientCharacteristics: true,
    retainDeviceIdentity: false,
    retainInstitutionIdentity: false,
    retainSafePrivate: true,
    cleanDescriptors: true,
    cleanStructuredContent: false,
    cleanGraphics: false,
    masks: [],
  },
  gapPolicy: 'hold',
  imagingProtocol: { qc: 'person', roles: {} },
  blinding: { dates: 'shifted', labels: 'timepoint', sexAge: false, manufacturer: false },
  clinicalFacts: {
    randomisation: keptFromReaders,
    firstDose: keptFromReaders,
    death: keptFromReaders,
  },
  forms: [],
  windowPresets: [],
  endpoints: {},
  export: { formats: ['csv'] },
  roles: {},
  qualifications: {},
  signatureMeanings: ['I made this assessment and it is complete'],
  calendar: {
    workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    holidays: [],
  },
};

/** What each area adds. */
const own: Readonly<Record<Area, Plain>> = {
  oncology: {
    mode: 'oncology-recist',
    imagingProtocol: { maxSliceThicknessMm: 5, regions: [...standardRegions] },
    clinicalFacts: { newAnticancerTherapy: keptFromReaders },
    windowPresets: [
      { name: 'Soft tissue', center: 40, width: 400 },
      { name: 'Lung', center: -600, width: 1500 },
      { name: 'Liver', center: 90, width: 150 },
      { name: 'Bone', center: 400, width: 1800 },
    ],
  },
  msk: {
    imagingProtocol: { regions: ['extremities'] },
    windowPresets: [
      { name: 'Bone', center: 400, width: 1800 },
      { name: 'Soft tissue', center: 40, width: 400 },
    ],
  },
  gi: { imagingProtocol: { regions: ['abdomen'] } },
  cardio: {
    imagingProtocol: { regions: ['chest'] },
    windowPresets: [
      { name: 'Soft tissue', center: 40, width: 400 },
      { name: 'Calcium', center: 200, width: 600 },
    ],
  },
  neuro: {
    imagingProtocol: { regions: ['head'] },
    windowPresets: [
      { name: 'Brain', center: 40, width: 80 },
      { name: 'Stroke', center: 32, width: 8 },
    ],
  },
};

/** Defaults of one area; of an area that does not exist those of oncology, so that only the area is wrong. */
export function defaultsOfArea(area: unknown): Plain {
  const known = Object.entries(own).find(([name]) => name === area);
  return merged(common, known?.[1] ?? own.oncology);
}
