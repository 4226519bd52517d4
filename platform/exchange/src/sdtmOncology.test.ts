import { describe, expect, it } from '@jest/globals';
import { emptyReadDocument, type Lesion } from '@corelab/reads';
import fc from 'fast-check';
import {
  columnsOf,
  ExportError,
  sdtmColumns,
  sdtmOncology,
  toCsv,
  type SignedRead,
} from './index.js';

function lesion(change: Partial<Lesion> & Pick<Lesion, 'id' | 'role' | 'state'>): Lesion {
  return {
    trackingUid: '2.25.1',
    location: 'LIVER',
    laterality: null,
    reason: null,
    mergedInto: null,
    splitFrom: null,
    mark: null,
    comment: '',
    createdInThisRead: false,
    ...change,
  };
}

function measured(
  id: string,
  longestDiameterMm: number,
  shortAxisMm: number,
  location = 'LIVER'
): Lesion {
  return lesion({
    id,
    role: 'target',
    state: 'measured',
    location,
    mark: {
      tool: 'Bidirectional',
      pointsLps: [],
      studyInstanceUid: '2.25.1',
      seriesInstanceUid: '2.25.2',
      sopInstanceUid: '2.25.3',
      frameNumber: 1,
      longestDiameterMm,
      shortAxisMm,
      sliceThicknessMm: 5,
      calibration: null,
    },
  });
}

function read(visit: number, lesions: Lesion[], change: Partial<SignedRead> = {}): SignedRead {
  const id = visit === 1 ? 'BL' : `TP${visit - 1}`;
  return {
    studyId: 'DEMO-ONC',
    subjectId: '101-001',
    siteId: '101',
    slot: 'R1',
    readerRole: 'READER 1',
    timepoint: { id, visitNum: visit },
    examDate: `2026-0${visit}-05`,
    method: 'CT SCAN',
    document: { ...emptyReadDocument(), lesions },
    criterion: 'recist-1.1',
    derived: { id, burden: { value: 50.1, unit: 'mm' }, lesions: [], trace: [], findings: [] },
    ...change,
  };
}

const missing = lesion({
  id: 'T01',
  role: 'target',
  state: 'notEvaluable',
  reason: { code: 'NOT_IMAGED', text: '' },
});
const course: SignedRead[] = [
  read(1, [
    measured('T01', 32.1, 20),
    measured('T02', 26, 18, 'LYMPH NODE'),
    lesion({ id: 'NT01', role: 'non-target', state: 'present' }),
  ]),
  read(
    2,
    [
      missing,
      measured('T02', 15, 9, 'LYMPH NODE'),
      lesion({ id: 'NT01', role: 'non-target', state: 'present' }),
      lesion({ id: 'NL01', role: 'new', state: 'unequivocal', location: 'BONE' }),
    ],
    {
      derived: {
        id: 'TP1',
        burden: { value: null, unit: 'mm' },
        target: 'NE',
        nonTarget: 'NON-CR/NON-PD',
        newLesions: true,
        overall: 'PD',
        lesions: [],
        trace: [],
        findings: [],
      },
      bestOverallResponse: { value: 'PD', date: '2026-02-05' },
    }
  ),
];

const csv = (reads: readonly SignedRead[]) => {
  const { tu, tr, rs } = sdtmOncology(reads);
  return [toCsv(tu, sdtmColumns.tu), toCsv(tr, sdtmColumns.tr), toCsv(rs, sdtmColumns.rs)].join(
    '\n'
  );
};

describe('sdtmOncology', () => {
  it('identifies each lesion once, where it was first seen', () => {
    expect(
      sdtmOncology(course).tu.map(row => [
        row['TUSEQ'],
        row['TULNKID'],
        row['TUTESTCD'],
        row['TUORRES'],
        row['TULOC'],
        row['VISIT'],
      ])
    ).toEqual([
      ['1', 'R1-T01', 'TUMIDENT', 'TARGET', 'LIVER', 'BL'],
      ['2', 'R1-T02', 'TUMIDENT', 'TARGET', 'LYMPH NODE', 'BL'],
      ['3', 'R1-NT01', 'TUMIDENT', 'NON-TARGET', 'LIVER', 'BL'],
      ['4', 'R1-NL01', 'TUMIDENT', 'NEW', 'BONE', 'TP1'],
    ]);
    expect(sdtmOncology(course).tu[0]).toMatchObject({
      USUBJID: 'DEMO-ONC-101-001',
      TUEVAL: 'INDEPENDENT ASSESSOR',
      TUEVALID: 'READER 1',
      TUMETHOD: 'CT SCAN',
      TUDTC: '2026-01-05',
    });
  });

  it('gives diameters, states, sums, and what was not done with its reason', () => {
    expect(
      sdtmOncology(course).tr.map(row => [
        row['VISIT'],
        row['TRLNKID'],
        row['TRTESTCD'],
        row['TRORRES'],
        row['TRORRESU'],
        row['TRSTAT'],
        row['TRREASND'],
      ])
    ).toEqual([
      ['BL', 'R1-T01', 'LDIAM', '32.1', 'mm', '', ''],
      ['BL', 'R1-T01', 'LPERP', '20', 'mm', '', ''],
      ['BL', 'R1-T02', 'LDIAM', '26', 'mm', '', ''],
      ['BL', 'R1-T02', 'SAXIS', '18', 'mm', '', ''],
      ['BL', 'R1-NT01', 'TUMSTATE', 'PRESENT', '', '', ''],
      ['BL', '', 'SUMDIAM', '50.1', 'mm', '', ''],
      ['TP1', 'R1-T01', 'LDIAM', '', '', 'NOT DONE', 'NOT_IMAGED'],
      ['TP1', 'R1-T02', 'LDIAM', '15', 'mm', '', ''],
      ['TP1', 'R1-T02', 'SAXIS', '9', 'mm', '', ''],
      ['TP1', 'R1-NT01', 'TUMSTATE', 'PRESENT', '', '', ''],
      ['TP1', 'R1-NL01', 'TUMSTATE', 'UNEQUIVOCAL', '', '', ''],
      ['TP1', '', 'SUMDIAM', '', '', 'NOT DONE', 'TARGET LESION NOT EVALUABLE'],
    ]);
  });

  it('gives responses after baseline and the best one', () => {
    expect(
      sdtmOncology(course).rs.map(row => [
        row['VISIT'],
        row['RSTESTCD'],
        row['RSORRES'],
        row['RSCAT'],
      ])
    ).toEqual([
      ['TP1', 'TRGRESP', 'NE', 'RECIST 1.1'],
      ['TP1', 'NTRGRESP', 'NON-CR/NON-PD', 'RECIST 1.1'],
      ['TP1', 'NEWLIND', 'Y', 'RECIST 1.1'],
      ['TP1', 'OVRLRESP', 'PD', 'RECIST 1.1'],
      ['', 'BESTRESP', 'PD', 'RECIST 1.1'],
    ]);
  });

  it('gives the responses of each criterion by its name, and the marks once', () => {
    const immune = { lesions: [], trace: [], findings: [], burden: { value: 60, unit: 'mm' } };
    const both = course.map((one, visit) => ({
      ...one,
      others: [
        visit === 0
          ? { criterion: 'irecist', derived: { ...immune, id: 'BL' } }
          : {
              criterion: 'irecist',
              derived: { ...immune, id: 'TP1', target: 'NE', newLesions: true, overall: 'IUPD' },
              bestOverallResponse: { value: 'IUPD', date: '2026-02-05' },
            },
      ],
    }));
    const [alone, together] = [sdtmOncology(course), sdtmOncology(both)];
    expect([together.tu, together.tr]).toEqual([alone.tu, alone.tr]);
    expect(together.rs.slice(0, alone.rs.length)).toEqual(alone.rs);
    const rest = together.rs.slice(alone.rs.length);
    expect(
      rest.map(row => [row['RSSEQ'], row['VISIT'], row['RSCAT'], row['RSTESTCD'], row['RSORRES']])
    ).toEqual([
      ['6', 'TP1', 'iRECIST', 'TRGRESP', 'NE'],
      ['7', 'TP1', 'iRECIST', 'NEWLIND', 'Y'],
      ['8', 'TP1', 'iRECIST', 'OVRLRESP', 'IUPD'],
      ['9', '', 'iRECIST', 'BESTRESP', 'IUPD'],
    ]);
    const wrong = [{ criterion: 'irecist', derived: { ...immune, id: 'TP9' } }];
    expect(() => sdtmOncology([{ ...read(1, []), others: wrong }])).toThrow(ExportError);
  });

  it.each<[string, SignedRead[], string]>([
    ['two reads of a timepoint', [read(1, []), read(1, [])], 'CL_EXPORT_DUPLICATE_READ'],
    [
      'a lesion nobody read',
      [read(1, [lesion({ id: 'T01', role: 'target', state: 'toDo' })])],
      'CL_EXPORT_UNREAD_LESION',
    ],
    [
      "another timepoint's result",
      [read(1, [], { timepoint: { id: 'TP9', visitNum: 1 } })],
      'CL_EXPORT_DERIVED',
    ],
  ])('refuses %s', (_name, reads, code) => {
    const act = () => sdtmOncology(reads);
    expect(act).toThrow(ExportError);
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  it('identifies a lesion at the visit where it was first seen, whatever number the visit has', () => {
    const seen = lesion({ id: 'N01', role: 'new', state: 'unequivocal' });
    const early = read(2, [seen], { examDate: '2026-05-05' });
    const ended = read(7, [seen], { examDate: '2026-03-20' });
    expect(
      sdtmOncology([early, ended]).tu.map(row => [row['VISITNUM'], row['TULNKID'], row['TUDTC']])
    ).toEqual([['7', 'R1-N01', '2026-03-20']]);
  });

  it('gives the same bytes whatever the order of reads and lesions', () => {
    const many = [
      ...course,
      ...course.map(one => ({ ...one, subjectId: '102-001' })),
      ...course.map(one => ({ ...one, slot: 'R2', readerRole: 'READER 2' })),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(many, { minLength: many.length }),
        fc.boolean(),
        (reads, reverse) => {
          const shown = reads.map(one =>
            reverse
              ? {
                  ...one,
                  document: { ...one.document, lesions: [...one.document.lesions].reverse() },
                }
              : one
          );
          expect(csv(shown)).toBe(csv(many));
        }
      ),
      { numRuns: 50 }
    );
  });

  it('never writes a missing value as 0', () => {
    const state = fc.constantFrom<Lesion['state']>(
      'notEvaluable',
      'measured',
      'absent',
      'tooSmallToMeasure',
      'merged',
      'split'
    );
    fc.assert(
      fc.property(state, fc.constantFrom('LIVER', 'LYMPH NODE', null), (value, location) => {
        const rows = sdtmOncology([
          read(1, [lesion({ id: 'T01', role: 'target', state: value, location })], {
            derived: {
              id: 'BL',
              burden: { value: null, unit: 'mm' },
              lesions: [],
              trace: [],
              findings: [],
            },
          }),
        ]).tr;
        expect(rows.map(row => row['TRSTRESN'])).toEqual(rows.map(() => ''));
        expect(rows.every(row => (row['TRORRES'] === '') === (row['TRSTAT'] === 'NOT DONE'))).toBe(
          true
        );
      })
    );
  });
});

describe('toCsv', () => {
  it('writes a header, line feeds and quotes', () => {
    expect(toCsv([{ A: 'x,"y"', B: '' }], ['A', 'B'])).toBe('A,B\n"x,""y""",\n');
    expect(toCsv([], ['A', 'B'])).toBe('A,B\n');
  });

  it('writes a text that a spreadsheet would take for a formula as it is', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)'];
    const csv = toCsv(
      texts.map(text => ({ A: text })),
      ['A']
    );
    expect(csv).toBe(`A\n${texts.join('\n')}\n`);
  });
});

describe('two readers', () => {
  const slots = ['R1', 'R2'] as const;
  const ofBoth = (accepted: (slot: string, visit: number) => boolean): SignedRead[] =>
    slots.flatMap(slot =>
      [1, 2].map(visit =>
        read(visit, [measured('T01', 50.1, 20)], {
          ...{ slot, readerRole: `READER ${slot.slice(1)}` },
          accepted: accepted(slot, visit),
        })
      )
    );
  const flagged = (rows: readonly Readonly<Record<string, string>>[], domain: string): string[] =>
    rows.map(row => `${row[`${domain}EVALID`]} ${row['VISIT']} ${row[`${domain}ACPTFL`]}`.trim());

  it('have the records of the one that stands flagged, and both kept', () => {
    const reads = ofBoth(slot => slot === 'R2');
    const { tu } = sdtmOncology(reads);
    expect(flagged(tu, 'TU')).toEqual(['READER 1 BL', 'READER 2 BL Y']);
    expect(columnsOf('tu', reads)).toEqual(
      sdtmColumns.tu.flatMap(name => (name === 'TUEVALID' ? [name, 'TUACPTFL'] : [name]))
    );
  });

  it('have a lesion’s identification accepted with any of its accepted records', () => {
    const { tu, tr } = sdtmOncology(ofBoth((slot, visit) => (slot === 'R1') === (visit === 2)));
    expect(flagged(tu, 'TU')).toEqual(['READER 1 BL Y', 'READER 2 BL Y']);
    const accepted = flagged(tr, 'TR').filter(text => text.endsWith(' Y'));
    expect([...new Set(accepted)]).toEqual(['READER 1 TP1 Y', 'READER 2 BL Y']);
  });

  it('have a best response that is no reader’s as the adjudicator’s, or as agreed', () => {
    const reads = ofBoth(() => true);
    const best = { value: 'PR', date: '2026-02-05' };
    const of = {
      ...{ studyId: 'DEMO-ONC', criterion: 'recist-1.1', best },
      evaluator: 'ADJUDICATOR',
    } as const;
    const { rs } = sdtmOncology(reads, [{ ...of, subjectId: '101-001' }]);
    const agreed = { ...of, subjectId: '101-001', evaluator: 'CONSENSUS' } as const;
    expect(sdtmOncology(reads, [agreed]).rs.at(-1)).toMatchObject({ RSEVALID: 'CONSENSUS' });
    expect(rs.at(-1)).toMatchObject({
      ...{ RSTESTCD: 'BESTRESP', RSEVALID: 'ADJUDICATOR', RSACPTFL: 'Y' },
      ...{ RSORRES: 'PR', RSDTC: '2026-02-05', VISIT: '', VISITNUM: '' },
    });
    expect(() => sdtmOncology(reads, [{ ...of, subjectId: 'nobody' }])).toThrow(ExportError);
  });

  it('are no reason for a flag where one reader reads', () => {
    const reads = [read(1, [measured('T01', 50.1, 20)])];
    expect(columnsOf('tr', reads)).toEqual([...sdtmColumns.tr]);
    expect(Object.keys(sdtmOncology(reads).tr[0] ?? {})).toEqual([...sdtmColumns.tr]);
  });
});
