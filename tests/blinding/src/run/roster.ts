import { keptFacts } from './clinicalFacts.js';

/** The people of the trial under test. Their names stand nowhere by chance. */
export const roster = {
  admin: { user: 'orsolyavan', name: 'Orsolya Vantrecht' },
  manager: { user: 'tamsinhurl', name: 'Tamsin Hurleycote' },
  qc: { user: 'peregrinq', name: 'Peregrin Quarrier' },
  R1: { user: 'quintavalle', name: 'Doctor Quintavalle' },
  R2: { user: 'brandscombe', name: 'Doctor Brandscombe' },
  ADJ: { user: 'oberlechner', name: 'Doctor Oberlechner' },
  sponsor: { user: 'vexleyspon', name: 'Vexley Ashgrove' },
  siteCoordinator: { user: 'morwennasit', name: 'Morwenna Trelisk' },
  trainer: { user: 'fitzalantra', name: 'Fitzalan Bywater' },
  nobody: { user: 'strangeways', name: 'Strangeways Orme' },
} as const;

export type Member = keyof typeof roster;

/** Of all of them; nothing here is secret. */
export const password = 'words of the proof';

export const trialCode = 'DEMO-ONC';

/** What the two sites are called; the coordinator under test is of the second. */
export const siteNames = {
  '101': 'Quillon Harbour Hospital',
  '102': 'Ravenglass Infirmary',
} as const;

/** What readers see of timepoints; nobody gets as far as the last two. */
export const labels = {
  BL: 'Kestrel baseline',
  TP1: 'Merlin visit',
  TP2: 'Osprey visit',
  TP3: 'Goshawk visit',
} as const;

/** What de-identification takes out at intake, blinding could not leak any more: here it has to hold alone. */
export const charter = `# Two blinded readers and an adjudicator; every exam is checked by a person.
trial: { id: ${trialCode}, name: A trial under test, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites:
  - { code: '101', name: ${siteNames['101']} }
  - { code: '102', name: ${siteNames['102']}, coordinators: [${roster.siteCoordinator.user}] }
subjects: { identifierPattern: '\\d{3}-\\d{3}' }
series:
  - role: CT-PV-AX
    modality: CT
    rules: [{ attribute: SeriesDescription, operator: contains, value: CT PV AX }]
imagingProtocol: { qc: person }
deidentification: { off: { reason: blinding is tried without it } }
timepoints:
  - { id: BL, label: ${labels.BL}, kind: baseline, roles: [CT-PV-AX] }
  - { id: TP1, label: ${labels.TP1}, day: 56, roles: [CT-PV-AX] }
  - { id: TP2, label: ${labels.TP2}, day: 112, roles: [CT-PV-AX] }
  - { id: TP3, label: ${labels.TP3}, day: 168, roles: [CT-PV-AX] }
tracks:
  - id: efficacy
    slots: [R1, R2, ADJ]
    readers: { R1: [${roster.R1.user}], R2: [${roster.R2.user}], ADJ: [${roster.ADJ.user}] }
    showDerived: live
    adjudication: { counterfactual: true }
roles:
  admin: [${roster.admin.user}]
  dataManager: [${roster.manager.user}]
  qcTechnologist: [${roster.qc.user}]
  sponsor: [${roster.sponsor.user}]
  trainer: [${roster.trainer.user}]
${keptFacts}`;

/** What people write; each stands nowhere else. */
export const written = {
  R1: 'Pelican remark beside the liver',
  R2: 'Cormorant remark beside the node',
  problem: 'Fulmar trouble with the lower slices',
  query: 'Gannet question about the contrast',
} as const;
