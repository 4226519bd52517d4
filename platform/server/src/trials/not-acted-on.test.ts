import { readFileSync } from 'node:fs';
import { type Charter, loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { notActedOn } from './not-acted-on.js';

const textOf = (name: string) =>
  readFileSync(new URL(`../../../charter/examples/${name}.yaml`, import.meta.url), 'utf8');
const charterOf = (text: string): Charter => {
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded.charter;
};
const demo = textOf('demo-onc');
const found = (text: string) =>
  notActedOn(charterOf(text)).map(({ path, message }) => `${path} ${message}`);
/** The demonstration charter with more lines of its track, or at its end. */
const inTrack = (line: string) => `${demo.trimEnd()}\n    ${line}\n`;
/** The same with two readers and an adjudicator, and something said of the adjudication. */
const twoReaders = (adjudication = '') =>
  `${demo
    .trimEnd()
    .replace('slots: [R1]', 'slots: [R1, R2, ADJ]')
    .replace(
      /readers: \{.*\}/,
      'readers: { R1: [reader1], R2: [reader2], ADJ: [adjudicator1] }'
    )}\n    adjudication: { ${adjudication} }\n`;
const atEnd = (line: string) => `${demo.trimEnd()}\n${line}\n`;

describe('what this release does of a charter', () => {
  it('is all of the demonstration', () => {
    expect(found(demo)).toEqual([]);
    expect(found(inTrack('comparison: previous'))).toEqual([]);
    for (const policy of ['hold', 'readAndContinue', 'readAgainFromInserted']) {
      expect(found(atEnd(`gapPolicy: ${policy}`))).toEqual([]);
    }
    expect(found(demo.replace('qc: automatic', 'qc: person'))).toEqual([]);
    expect(found(atEnd('signatureMeanings: [I read this]'))).toEqual([]);
    expect(found(atEnd('qualifications: { reader: [charterTraining] }'))).toEqual([]);
    expect(found(inTrack('assignment: { backups: { R1: [reader2] } }'))).toEqual([]);
    expect(found(inTrack('assignment: { how: byHand, load: fewestAssigned }'))).toEqual([]);
    expect(found(inTrack('assignment: { sameReader: false }'))).toEqual([]);
    expect(found(inTrack('replacement: continueAllowed'))).toEqual([]);
    expect(found(inTrack('turnaroundDays: 3'))).toEqual([]);
    expect(found(atEnd("calendar: { holidays: ['2026-12-25'] }"))).toEqual([]);
    expect(found(atEnd('roles: { dataManager: [manager1] }'))).toEqual([]);
  });

  it('is timepoints read by date, together or by date with a global read, released by any rule', () => {
    for (const order of ['sequential', 'allAtOnce', 'hybrid']) {
      for (const release of [
        ...['{ when: onArrival }', '{ when: subjectComplete }'],
        ...['{ when: batches, size: 20 }', '{ when: dataCut }'],
      ]) {
        expect(found(inTrack(`order: ${order}\n    release: ${release}`))).toEqual([]);
      }
    }
  });

  it.each([
    ...['read-together', 'global-read', 'released-in-batches', 'released-at-data-cut'],
    ...['recist-day-offsets', 'recist-without-dates'],
    ...['recist-by-period', 'recist-consensus', 'recist-and-irecist', 'recist-all-visits'],
    'recist-with-confirmation',
    'clinical-facts',
  ])('is all of the example %s', name => {
    expect(found(textOf(name))).toEqual([]);
  });

  it('shows clinical facts to whoever has a page that shows them, and to nobody else', () => {
    const shown = (roles: string): string[] =>
      found(atEnd(`clinicalFacts: { weight: { roles: [${roles}], when: neverToReaders } }`));
    expect(shown('dataManager, unblindedSupport, admin, auditor')).toEqual([]);
    for (const role of ['sponsor', 'siteCoordinator', 'qcTechnologist', 'trainer']) {
      expect(shown(`dataManager, ${role}`)).toEqual([
        expect.stringMatching(`^/clinicalFacts/weight/roles/1 a ${role} has no page`),
      ]);
    }
  });

  it('is layouts of its own, each with the timepoint that is read', () => {
    const consensus = textOf('consensus');
    const written = consensus.replace(/\n {2}roles:\n(?: {4}.*\n)+/, '\n');
    expect(charterOf(written).hangingProtocols.map(({ id }) => id)).toEqual(['first', 'later']);
    expect(found(written)).toEqual([]);
    const without = written.replace(
      /panes:\n(?: {10}.*\n)+/,
      'panes: [{ role: PT-AC, timepoint: baseline }]\n'
    );
    expect(found(without)).toEqual([
      '/hangingProtocols/1/stages/0/panes a stage has a pane of the timepoint that is read',
    ]);
  });

  it('is two readers with an adjudicator who chooses or reads anew, over the whole subject, a timepoint or a period', () => {
    expect(found(twoReaders())).toEqual([]);
    expect(found(twoReaders('mode: perTimepoint, counterfactual: true'))).toEqual([]);
    expect(found(twoReaders('mode: thirdRead'))).toEqual([]);
    expect(found(twoReaders('scope: timepoint, triggers: [visitResponse]'))).toEqual([]);
    const again = 'scope: timepoint, triggers: [visitResponse], laterTimepoints: readjudicate';
    expect(found(twoReaders(again))).toEqual([]);
    expect(found(twoReaders(`${again}, mode: thirdRead`))).toEqual([]);
    expect(found(twoReaders('triggers: [bor, newLesion], dateToleranceDays: 7'))).toEqual([]);
    for (const mode of ['selectRead', 'perTimepoint', 'thirdRead']) {
      expect(found(twoReaders(`scope: sinceLast, mode: ${mode}`))).toEqual([]);
      expect(found(twoReaders(`laterTimepoints: readjudicate, mode: ${mode}`))).toEqual([]);
    }
    const kept = 'scope: timepoint, triggers: [visitResponse], mode: thirdRead';
    expect(found(twoReaders(kept))).toEqual([]);
    expect(found(inTrack('closing: declared'))).toEqual([]);
  });

  it.each([
    [
      textOf('recist-and-irecist').replace(
        'ADJ: [adjudicator1] }',
        'ADJ: [adjudicator1] }\n    adjudication: { triggers: [bor, { variable: bor, of: irecist }] }'
      ),
      [
        '/tracks/0/adjudication/triggers/1/of reads are compared by the primary criterion, recist-1.1',
      ],
    ],
    [
      `${textOf('recist-and-irecist')}endpoints: { criterion: irecist }\n`,
      [
        '/endpoints/criterion the options are written for the primary criterion, recist-1.1; others take theirs from their parameters',
      ],
    ],
    [
      `${demo.trimEnd()}\n  - { id: second, kind: efficacy, slots: [R1], readers: { R1: [reader2] } }\n`,
      ['/tracks/1/kind a trial has one track of kind efficacy, that of its endpoint'],
    ],
    ...(
      [
        ['repeat', 'cases are not drawn to be read again; leave the track out'],
        ['calibration', 'there are no calibration sessions; leave the track out'],
      ] as const
    ).map(([kind, why]): [string, string[]] => [
      `${demo.trimEnd()}\n  - { id: ${kind}, slots: [R1], readers: { R1: [reader2] } }\n`,
      [`/tracks/1/kind ${why}`],
    ]),
    [
      inTrack('order: randomised\n    orderSeed: drawn'),
      [
        '/tracks/0/order a criterion follows a subject from visit to visit, so its timepoints are read by date, or all together; a random order is for instruments, which are not read',
      ],
    ],
    [
      twoReaders('mode: thirdRead').replace('slots:', 'order: hybrid\n    slots:'),
      [
        '/tracks/0/adjudication/mode the global read is of the readers; an adjudicator who reads anew has none; use selectRead or perTimepoint',
      ],
    ],
    [
      inTrack('order: allAtOnce\n    comparison: baseline'),
      ['/tracks/0/comparison timepoints that are read together are all shown beside each other'],
    ],
    [
      inTrack('order: allAtOnce\n    comparisonAt: { TP1: none }'),
      ['/tracks/0/comparison timepoints that are read together are all shown beside each other'],
    ],
    [
      inTrack('order: allAtOnce\n    assignment: { sameReader: false }'),
      ['/tracks/0/assignment/sameReader timepoints that are read together have one reader'],
    ],
    [
      demo.replace('area: oncology', 'area: oncology\nblinding: { labels: letters }').trimEnd() +
        '\n    order: allAtOnce\n',
      [
        '/blinding/labels a criterion goes by the baseline and what came after it, so its readers know which timepoint is which; letters are for instruments, which are not read',
      ],
    ],
    [
      textOf('recist-and-irecist').replace(
        'windowMinDays: 28',
        "windowMinDays: 28, pdCutoff: '2026-06-30'"
      ),
      [
        '/criteria/1/parameters/pdCutoff a day of the calendar has no place in the dates that readers are told; endpoints.pdCutoff is for the best response that is exported',
      ],
    ],
    [
      `${textOf('recist-and-irecist')}blinding: { dates: removed }\n`,
      [
        '/blinding/dates by irecist a response depends on the days between timepoints, which readers then do not have; offsets tells days without dates',
      ],
    ],
  ])('is not what it would have to leave undone: %#', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    [
      'one-reader-eligibility',
      [
        '/tracks a trial has a track of kind efficacy, that of its endpoint',
        '/tracks/0/kind who may enter is decided by a form, and forms are not filled in; leave the track out',
      ],
    ],
    ['consensus', ['/imagingProtocol/roles/PT-AC must be left out']],
    [
      'two-averaged',
      [
        '/criteria a trial has a criterion',
        '/instruments there are no instruments',
        '/tracks/0/paradigm there is nothing to average: a criterion gives a response, and instruments are not read; use oneReader or twoWithAdjudication',
      ],
    ],
  ])('is not the example %s', (name, expected) => {
    expect(found(textOf(name))).toEqual(expect.arrayContaining(expected));
  });
});
