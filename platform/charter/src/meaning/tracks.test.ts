import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changed, errorsOf, loadedOf } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const recist = read('recist-two-readers-adjudication');
const averaged = read('two-averaged');
const eligibility = read('one-reader-eligibility');
const consensus = read('consensus');
const globalRead = read('global-read');

const readers = 'R1: [reader1, reader2], R2: [reader1, reader2, reader3], ADJ: [adjudicator1]';
const panel =
  'slots: [R1, R2, R3]\n    paradigm: consensus\n    readers: { R1: [reader1], R2: [reader2], R3: [reader3] }';

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    recist,
    [
      'two slots that only one person fills',
      [readers, 'R1: [reader1], R2: [reader1], ADJ: [adjudicator1]'],
      '/tracks/0/readers/R2',
      /R1, R2, ADJ of a subject are different people, and reader1 can't fill R2.*name another/,
      'readers:',
    ],
  ],
  [
    recist,
    [
      'three slots that two people fill',
      [readers, 'R1: [reader1, reader2], R2: [reader1, reader2], ADJ: [reader2, reader1]'],
      '/tracks/0/readers/ADJ',
      /can't fill ADJ besides the other slots/,
      'readers:',
    ],
  ],
  [
    recist,
    [
      'a reader twice in a slot',
      [readers, readers.replace('R1: [reader1, reader2]', 'R1: [reader1, reader1]')],
      '/tracks/0/readers/R1/1',
      /reader1 occurs twice among the readers of R1/,
      'readers:',
    ],
  ],
  [
    recist,
    [
      'adjudication without its slot',
      [
        `slots: [R1, R2, ADJ]\n    readers: { ${readers} }`,
        'paradigm: twoWithAdjudication\n    slots: [R1, R2]\n    readers: { R1: [reader1], R2: [reader2] }',
      ],
      '/tracks/0/slots',
      /twoWithAdjudication is read in the slots \[R1, R2, ADJ\], found \[R1, R2\]/,
      'slots:',
    ],
  ],
  [
    recist,
    [
      'adjudication without readers',
      [', ADJ: [adjudicator1]', ''],
      '/tracks/0/slots/2',
      /slot ADJ has no readers; name them/,
      'slots:',
    ],
  ],
  [
    consensus,
    [
      'an adjudicator whom the paradigm never calls',
      [panel, panel.replaceAll('R3', 'ADJ')],
      '/tracks/0/slots',
      /change the slots, or the paradigm to twoWithAdjudication/,
      'slots:',
    ],
  ],
  [
    consensus,
    [
      'rules of adjudication that the paradigm never uses',
      [
        'paradigm: consensus',
        'paradigm: consensus\n    adjudication: { triggers: [bor], scope: subject, dateToleranceDays: 0, mode: selectRead, concordantSource: reader1, laterTimepoints: readjudicate, counterfactual: false }',
      ],
      '/tracks/0/adjudication',
      /consensus has no adjudication; remove it/,
      'adjudication:',
    ],
  ],
  [
    consensus,
    [
      'a panel with a gap',
      [panel, panel.replace('R1, R2, R3', 'R1, R3').replace('R2: [reader2], ', '')],
      '/tracks/0/slots',
      /consensus is read in the slots \[R1, R2\] or more/,
      'slots:',
    ],
  ],
  [
    consensus,
    [
      'backups of a slot that is not there',
      ['backups: { R1: [reader4] }', 'backups: { R4: [reader4] }'],
      '/tracks/0/assignment/backups/R4',
      /readers for a slot R4 that the track does not have/,
      'backups',
    ],
  ],
  [
    consensus,
    [
      'a comparison of a timepoint that is not there',
      ['comparisonAt: { EOT: all }', 'comparisonAt: { E0T: all }'],
      '/tracks/0/comparisonAt/E0T',
      /unknown timepoint E0T; did you mean EOT\?/,
      'comparisonAt',
    ],
  ],
  [
    recist,
    [
      'a reader who differs from what is not shown',
      ['readerMayDiffer: true', 'readerMayDiffer: true\n    showDerived: afterSigning'],
      '/tracks/0/readerMayDiffer',
      /can’t differ from a response that is shown after signing; remove readerMayDiffer/,
      'readerMayDiffer: true',
    ],
  ],
  [
    recist,
    [
      'a reader who differs from what no reader decides',
      [
        '  - { id: recist-1.1, parameters: { confirmation: responses } }\n  - { id: irecist }\n',
        '  - { id: pcwg3 }\n',
      ],
      '/tracks/0/readerMayDiffer',
      /by pcwg3 the response is calculated alone; remove readerMayDiffer/,
      'readerMayDiffer: true',
    ],
  ],
  [
    averaged,
    [
      'batches without their size',
      ['{ when: batches, size: 20 }', '{ when: batches }'],
      '/tracks/0/release',
      /release in batches needs their size/,
      'release',
    ],
  ],
  [
    averaged,
    [
      'a size without batches',
      ['when: batches, size: 20', 'when: onArrival, size: 20'],
      '/tracks/0/release/size',
      /release onArrival has no batches; remove size/,
      'size',
    ],
  ],
  [
    averaged,
    [
      'a random order without a seed',
      ['    orderSeed: drawn\n', ''],
      '/tracks/0/order',
      /needs a seed on record: set orderSeed: drawn/,
      'order: randomised',
    ],
  ],
  [
    averaged,
    [
      'a seed without a random order',
      ['order: randomised', 'order: allAtOnce'],
      '/tracks/0/orderSeed',
      /order allAtOnce uses no seed; remove orderSeed/,
      'orderSeed',
    ],
  ],
  [
    averaged,
    [
      'an average of responses',
      ['area: msk', 'area: msk\ncriterion: { id: recist-1.1 }'],
      '/tracks/0/paradigm',
      /recist-1.1 gives a response, which can't be averaged/,
      'paradigm',
    ],
  ],
  [
    recist,
    [
      'recipients of efficacy',
      ['readerMayDiffer: true', 'recipients: [sponsor]'],
      '/tracks/0/recipients',
      /nobody is told single results of a track of kind efficacy; remove the recipients/,
      'recipients',
    ],
  ],
  [
    eligibility,
    [
      'a reader of eligibility who reads efficacy',
      ['tracks:\n', 'tracks:\n  - { id: efficacy, slots: [R1], readers: { R1: [reader1] } }\n'],
      '/tracks/1/readers',
      /reader1 reads efficacy too, which readers of eligibility may not/,
      'readers',
    ],
  ],
  [
    recist,
    [
      'efficacy that may not be read',
      ['readerMayDiffer: true', 'mayReadEfficacy: false'],
      '/tracks/0/mayReadEfficacy',
      /readers of an efficacy track read efficacy/,
      'mayReadEfficacy',
    ],
  ],
  [
    recist,
    [
      'a reader who sees what readers may not',
      ['dataManager: [manager1]', 'dataManager: [manager1, reader3]'],
      '/roles/dataManager/1',
      /reader3 reads in this trial and as dataManager would see what readers may not/,
      'roles',
    ],
  ],
  [
    recist,
    [
      'a site’s coordinator who adjudicates',
      ['coordinators: [site102]', 'coordinators: [adjudicator1]'],
      '/sites/1/coordinators/0',
      /adjudicator1 reads in this trial and as site coordinator/,
      "code: '102'",
    ],
  ],
  [
    globalRead,
    [
      'a global read of what was adjudicated before',
      [
        'order: hybrid',
        'order: hybrid\n    adjudication: { scope: timepoint, triggers: [visitResponse] }',
      ],
      '/tracks/0/adjudication/scope',
      /order hybrid may change a timepoint after it was adjudicated; set scope: subject/,
      'scope',
    ],
  ],
  [
    globalRead,
    [
      'a global read of what several people read',
      ['order: hybrid', 'order: hybrid\n    assignment: { sameReader: false }'],
      '/tracks/0/assignment/sameReader',
      /order hybrid is of one reader’s own timepoints; set sameReader: true/,
      'sameReader',
    ],
  ],
  [
    eligibility,
    [
      'a global read of what somebody was told',
      ['turnaroundDays: 1', 'turnaroundDays: 1\n    order: hybrid'],
      '/tracks/0/recipients',
      /order hybrid may change a result after it was told; remove the recipients/,
      'recipients',
    ],
  ],
  [
    recist,
    [
      'readers of the site’s own assessment',
      [
        `slots: [R1, R2, ADJ]\n    readers: { ${readers} }`,
        `slots: [R1, R2, ADJ, SITE]\n    readers: { ${readers}, SITE: [site9] }`,
      ],
      '/tracks/0/readers/SITE',
      /SITE is filled by import or form/,
      'readers',
    ],
  ],
];

describe('tracks', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );

  it('allow people in two slots as long as each slot has someone of its own', () => {
    const shared = 'R1: [reader1, reader2], R2: [reader1], ADJ: [reader2, reader3]';
    expect(errorsOf(changed(recist, readers, shared))).toEqual([]);
  });

  it('ask for the paradigm where the slots do not tell it', () => {
    const text = changed(averaged, '    paradigm: twoAveraged\n', '');
    expect(errorsOf(text)).toMatchObject([
      { path: '/tracks/0/paradigm', message: expect.stringMatching(/missing key paradigm/) },
    ]);
  });

  it('need no readers for the site’s slot', () => {
    const text = changed(recist, 'slots: [R1, R2, ADJ]', 'slots: [R1, R2, ADJ, SITE]');
    expect(loadedOf(text).charter.tracks[0]?.slots).toContain('SITE');
  });

  it('share readers with efficacy where they say so', () => {
    const text = changed(
      changed(eligibility, 'turnaroundDays: 1', 'mayReadEfficacy: true'),
      'tracks:\n',
      'tracks:\n  - { id: efficacy, slots: [R1], readers: { R1: [reader1] } }\n'
    );
    expect(errorsOf(text)).toEqual([]);
  });
});
