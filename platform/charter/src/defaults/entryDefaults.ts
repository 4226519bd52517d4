import type { Plain } from './merged.js';

/** What an entry of a list need not say, by where the list is. */
export const entryDefaults = {
  'criteria[]': { parameters: {} },
  'instruments[]': { parameters: {} },
  'sites[]': { coordinators: [] },
  'series[]': { rules: [] },
  'imagingProtocol.roles.*.attributes[]': { severity: 'minor' },
  'tracks[]': {
    order: 'sequential',
    release: { when: 'onArrival' },
    closing: 'endOfSchedule',
    recipients: [],
    replacement: 'takeOver',
    assignment: { how: 'rule', load: 'fewestOpen', sameReader: true, backups: {} },
    comparison: 'all',
    comparisonAt: {},
    showDerived: 'afterLesions',
    readerMayDiffer: false,
    bulkUnchanged: true,
    bulkZero: false,
  },
  'tracks[].adjudication': {
    scope: 'subject',
    dateToleranceDays: 0,
    mode: 'selectRead',
    laterTimepoints: 'keepChosenReader',
    counterfactual: false,
  },
  'forms[].fields[]': { required: false },
  'hangingProtocols[].stages[].panes[]': { timepoint: 'current' },
} as const satisfies Readonly<Record<string, Plain>>;
