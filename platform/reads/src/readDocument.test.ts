import { describe, expect, it } from '@jest/globals';
import { emptyReadDocument, hashReadDocument, parseReadDocument } from './index.js';
import { addLesion, setState } from './index.js';
import { markOf } from './readDocument.testdata.js';

const target = { role: 'target', baseline: true, location: 'LIVER' } as const;

describe('parseReadDocument', () => {
  it('takes an empty document and one with a marked lesion', () => {
    const document = addLesion(emptyReadDocument(), {
      ...target,
      trackingUid: '2.25.10',
      mark: markOf(20, 10),
    });
    expect(parseReadDocument(emptyReadDocument())).toEqual({
      ok: true,
      value: emptyReadDocument(),
    });
    expect(parseReadDocument(JSON.parse(JSON.stringify(document)))).toEqual({
      ok: true,
      value: document,
    });
  });

  const base = addLesion(
    addLesion(emptyReadDocument(), { ...target, trackingUid: '2.25.10', mark: markOf(20) }),
    { ...target, trackingUid: '2.25.11' }
  );
  const withFirst = (change: object) => ({
    ...base,
    lesions: base.lesions.map((lesion, index) => (index === 0 ? { ...lesion, ...change } : lesion)),
  });

  it.each<[string, unknown, string]>([
    ['null', null, ''],
    ['another version', { ...base, schemaVersion: 2 }, '/schemaVersion'],
    [
      'a region twice',
      { ...base, imageQuality: [base.imageQuality[0], base.imageQuality[0]] },
      '/imageQuality/1/region',
    ],
    [
      'a region outside the list',
      { ...base, imageQuality: [{ region: 'tail', value: 'optimal', reason: null }] },
      '/imageQuality/0/region',
    ],
    ['an unknown key', { ...base, arm: 'A' }, '/arm'],
    ['an unknown state', withFirst({ state: 'gone' }), '/lesions/0/state'],
    ['a missing key', withFirst({ comment: undefined }), '/lesions/0/comment'],
    ['an id of no role', withFirst({ id: 'X1' }), '/lesions/0/id'],
    ['a UID that is none', withFirst({ trackingUid: 'abc' }), '/lesions/0/trackingUid'],
    [
      'a negative diameter',
      withFirst({ mark: { ...markOf(20), longestDiameterMm: -1 } }),
      '/lesions/0/mark',
    ],
    [
      'a diameter that is no number',
      withFirst({ mark: { ...markOf(20), longestDiameterMm: NaN } }),
      '/lesions/0/mark',
    ],
    ['an id twice', withFirst({ id: 'T02' }), '/lesions/1/id'],
    ['a tracking UID twice', withFirst({ trackingUid: '2.25.11' }), '/lesions/1/trackingUid'],
    ['a merge into itself', withFirst({ mergedInto: 'T01' }), '/lesions/0/mergedInto'],
    ['a split from nowhere', withFirst({ splitFrom: 'T09' }), '/lesions/0/splitFrom'],
    [
      'two points too many',
      withFirst({ mark: { ...markOf(20, 10), tool: 'Length' } }),
      '/lesions/0/mark/pointsLps',
    ],
  ])('refuses %s and says where', (_name, input, path) => {
    const parsed = parseReadDocument(input);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.errors.map(error => error.path)).toContain(path);
  });
});

describe('hashReadDocument', () => {
  it('depends on content, not on the order of keys', () => {
    const document = emptyReadDocument();
    const reversed = Object.fromEntries(Object.entries(document).reverse());
    const parsed = parseReadDocument(reversed);
    expect(parsed.ok && hashReadDocument(parsed.value)).toBe(hashReadDocument(document));
    expect(hashReadDocument({ ...document, comment: 'x' })).not.toBe(hashReadDocument(document));
  });

  it('is the SHA-256 of the RFC 8785 text', () => {
    expect(hashReadDocument(emptyReadDocument())).toBe(
      '1799fb3f7d2313fe246365d16530ae219f2e7a9b9b1ac33df049aa49b7d06bd9'
    );
  });

  it('changes with a state', () => {
    const document = addLesion(emptyReadDocument(), { ...target, trackingUid: '2.25.10' });
    expect(hashReadDocument(setState(document, 'T01', 'absent'))).not.toBe(
      hashReadDocument(document)
    );
  });
});
