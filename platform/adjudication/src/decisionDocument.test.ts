import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type DecisionDocument,
  decisionOf,
  decisionOpenItems,
  emptyDecision,
  parseDecision,
} from './decisionDocument.js';

const timepoints = ['BL', 'TP1'];
const reason = { code: 'newLesion', text: 'The new lesion is a vessel.' } as const;
const chosen = (choice: DecisionDocument['choice']): DecisionDocument => ({
  ...emptyDecision(),
  choice,
  reason,
});
const codes = (document: DecisionDocument, mode: 'selectRead' | 'perTimepoint') =>
  decisionOpenItems(document, { mode, timepoints }).map(({ code, timepoint }) =>
    timepoint === null ? code : `${code} ${timepoint}`
  );

describe('a decision', () => {
  it('that is not begun lacks everything, and is a draft all the same', () => {
    expect(codes(emptyDecision(), 'selectRead')).toEqual([
      'CL_NO_CHOICE',
      'CL_NO_REASON',
      'CL_NO_REASON_TEXT',
    ]);
    expect(parseDecision(emptyDecision())).toEqual({ ok: true, value: emptyDecision() });
  });

  it('needs its reason in words that are not blank', () => {
    const blank = { ...chosen({ kind: 'read', side: 'a' }), reason: { ...reason, text: ' \n' } };
    expect(codes(blank, 'selectRead')).toEqual(['CL_NO_REASON_TEXT']);
  });

  it('for a whole read is complete in both modes', () => {
    const document = chosen({ kind: 'read', side: 'b' });
    expect(codes(document, 'selectRead')).toEqual([]);
    expect(codes(document, 'perTimepoint')).toEqual([]);
  });

  it('by timepoint covers each of the case and no other, where the charter lets it', () => {
    const sides = { TP1: 'a', TP9: 'b' } as const;
    const document = chosen({ kind: 'perTimepoint', sides });
    expect(codes(document, 'perTimepoint')).toEqual([
      'CL_TIMEPOINT_OPEN BL',
      'CL_TIMEPOINT_STRAY TP9',
    ]);
    const whole = chosen({ kind: 'perTimepoint', sides: { BL: 'a', TP1: 'b' } });
    expect(codes(whole, 'perTimepoint')).toEqual([]);
    expect(codes(whole, 'selectRead')).toEqual(['CL_CHOICE_KIND']);
  });

  it('names what is wrong and where', () => {
    const parsed = parseDecision({ ...emptyDecision(), choice: { kind: 'read', side: 'R1' } });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.errors[0]?.path).toBe('/choice');
    expect(parseDecision({ ...emptyDecision(), by: 'me' })).toMatchObject({
      errors: [{ path: '/by' }],
    });
  });

  it('is of the slots that the drawn order gave the names', () => {
    const document = chosen({ kind: 'read', side: 'a' });
    expect(decisionOf(document, timepoints, false)).toEqual({
      timepoints,
      choice: { kind: 'read', slot: 'reader1' },
    });
    expect(decisionOf(document, timepoints, true)?.choice).toEqual({
      kind: 'read',
      slot: 'reader2',
    });
    expect(decisionOf(emptyDecision(), timepoints, true)).toBeNull();
  });

  it('comes to the same slots when the names and the order are exchanged together', () => {
    const side = fc.constantFrom('a' as const, 'b' as const);
    fc.assert(
      fc.property(side, side, fc.boolean(), (baseline, visit, swap) => {
        const other = { a: 'b', b: 'a' } as const;
        const one = chosen({ kind: 'perTimepoint', sides: { BL: baseline, TP1: visit } });
        const two = chosen({
          kind: 'perTimepoint',
          sides: { BL: other[baseline], TP1: other[visit] },
        });
        expect(decisionOf(one, timepoints, swap)).toEqual(decisionOf(two, timepoints, !swap));
      })
    );
  });
});
