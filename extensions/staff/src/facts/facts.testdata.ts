/** Answers of the server about clinical facts. */
const content = (date: string | null, value: string | null, unit: string | null = null) => ({
  ...{ date, value, unit },
});

export const kinds = [
  {
    ...{ kind: 'weight', per: 'date', date: 'required', named: false },
    value: { type: 'number', unit: 'kg', least: 0.2, most: 500 },
    ...{ roles: ['dataManager'], when: 'neverToReaders' },
  },
  {
    ...{ kind: 'clinicalStatus', per: 'date', date: 'required', named: false },
    value: { type: 'choice', choices: ['improved', 'stable', 'worse'] },
    ...{ roles: ['dataManager'], when: 'always' },
  },
  {
    ...{ kind: 'labs', per: 'date', date: 'required', named: true },
    ...{ value: { type: 'measured' }, roles: ['dataManager'], when: 'neverToReaders' },
  },
  {
    ...{ kind: 'death', per: 'subject', date: 'required', named: false },
    ...{ value: { type: 'none' }, roles: ['dataManager'], when: 'neverToReaders' },
  },
];

const recorded = { source: 'EDC', by: 'carla', at: '2026-03-04T09:30:00.000Z' };

export const fact = (id: string, over: object = {}) => ({
  ...{ id, subject: 'S-1', kind: 'weight', name: null, version: 1, ...recorded },
  ...{ ...content('2026-01-05', '70', 'kg'), ...over },
});

export const list = (facts: readonly object[], over: object = {}) => ({
  ...{ kinds, keeps: true, notKept: [], facts, total: facts.length, ...over },
});

const version = (id: string, over: object = {}) => ({
  ...{ id, version: 1, ...content('2026-01-05', '70', 'kg'), withdrawn: false, current: true },
  ...{ file: 'facts.csv', reason: null, touched: [], ...recorded, ...over },
});

export const subjectFacts = {
  ...{ kinds, keeps: true },
  facts: [
    {
      ...{ kind: 'weight', name: null },
      versions: [
        version('f2', {
          ...{ version: 2, value: '71', file: null, source: 'by hand', reason: 'Letter' },
          touched: [
            { subject: 'S-1', timepoint: 'TP1', track: 'efficacy', slot: 'R1', version: 1 },
          ],
        }),
        version('f1', { current: false }),
      ],
    },
    { kind: 'labs', name: 'LDH', versions: [version('f3', { value: '<250', unit: 'U/l' })] },
  ],
};

const nothing = {
  ...{ done: false, import: null, tag: 'tag-1', added: 0, changed: 0, withdrawn: 0, same: 0 },
  ...{ findings: [], findingCount: 0, changes: [], reads: [], readCount: 0 },
  ...{ finals: [], finalCount: 0 },
};

export const wrong = {
  ...nothing,
  findings: [
    {
      ...{ line: 2, column: 'value', code: 'valueNumber', values: { value: 'heavy' } },
      message: 'heavy is no number',
    },
    { line: 3, column: null, code: 'later', values: {}, message: 'what only the server knows' },
  ],
  findingCount: 2,
};

export const planned = {
  ...{ ...nothing, added: 1, changed: 1, same: 3 },
  changes: [
    {
      ...{ act: 'added', line: 2, subject: 'S-1', kind: 'death', name: null },
      ...{ before: null, after: content('2026-02', null) },
    },
    {
      ...{ act: 'changed', line: 3, subject: 'S-2', kind: 'weight', name: null },
      ...{ before: content('2026-01-05', '70', 'kg'), after: content('2026-01-05', '71', 'kg') },
    },
  ],
  reads: [
    { subject: 'S-1', timepoint: 'TP1', track: 'efficacy', slot: 'R1', version: 1 },
    { subject: 'S-1', timepoint: 'TP1', track: 'safety', slot: 'R2', version: 1 },
  ],
  readCount: 2,
  finals: [{ subject: 'S-1', scope: 'subject', criterion: 'recist-1.1' }],
  finalCount: 1,
};

export const unchanged = { ...nothing, same: 5 };

export const imported = {
  ...{ id: 'b1', source: 'EDC', file: 'facts.csv', sha256: 'ab12', by: 'carla' },
  ...{ at: '2026-03-04T09:30:00.000Z', added: 1, changed: 1, same: 3, reads: 2 },
};
