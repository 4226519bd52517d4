import { readFileSync } from 'node:fs';
import { resolveRules } from '@corelab/adjudication';
import { loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { charterTerms, storedCharter, termsOfTrack, underCriterion } from './charter-terms.js';

const file = (path: string) =>
  readFileSync(new URL(`../../../charter/${path}`, import.meta.url), 'utf8');
const resolvedOf = (name: string): unknown => {
  const loaded = loadCharter(file(`examples/${name}.yaml`));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return JSON.parse(JSON.stringify(loaded.charter));
};
const storedUnderVersion1: unknown = JSON.parse(file('src/testing/demo-onc-version-1.json'));

describe('the terms of a stored charter', () => {
  it('are those of today for one stored under version 1', () => {
    expect(charterTerms(storedUnderVersion1, 'efficacy')).toEqual(
      charterTerms(resolvedOf('demo-onc'), 'efficacy')
    );
    expect(charterTerms(storedUnderVersion1, 'efficacy')).toMatchObject({
      criterion: 'recist-1.1',
      parameters: { confirmationDays: 28 },
      showDerived: 'live',
      bulkUnchanged: true,
      route: 'oncology-recist',
      slots: [{ slot: 'R1', readers: ['reader1'] }],
    });
  });

  it('have the readers’ slots alone: the adjudicator’s course begins with an adjudication', () => {
    expect(charterTerms(resolvedOf('recist-two-readers-adjudication'), 'efficacy').slots).toEqual([
      { slot: 'R1', readers: ['reader1', 'reader2'], backups: [] },
      { slot: 'R2', readers: ['reader1', 'reader2', 'reader3'], backups: [] },
    ]);
  });

  it('have how two reads are compared, and who decides where they differ', () => {
    const terms = charterTerms(resolvedOf('recist-two-readers-adjudication'), 'efficacy');
    expect(terms.adjudicator).toEqual({ slot: 'ADJ', readers: ['adjudicator1'], backups: [] });
    expect(terms.closing).toBe('endOfSchedule');
    const rules = resolveRules(terms.rules);
    expect(rules).toMatchObject({
      paradigm: 'twoWithAdjudication',
      scope: 'subject',
      mode: 'selectRead',
      counterfactual: true,
      endpointOptions: { confirmation: 'responses', intervalDays: 56 },
    });
    expect(rules.triggers).toHaveLength(4);
    expect(charterTerms(resolvedOf('demo-onc'), 'efficacy')).toMatchObject({
      adjudicator: null,
      rules: { paradigm: 'oneReader' },
    });
  });

  it('have the primary criterion, and the others with their own parameters and endpoint options', () => {
    const terms = charterTerms(resolvedOf('recist-and-irecist'), 'efficacy');
    expect(terms).toMatchObject({
      criterion: 'recist-1.1',
      others: [{ criterion: 'irecist', parameters: { windowMinDays: 28 } }],
    });
    const [other] = terms.others;
    if (other === undefined) throw new Error('no other criterion');
    const under = underCriterion(terms, other);
    expect(under).toMatchObject({ ...other, others: [] });
    expect(under.rules.endpointOptions).toMatchObject({ vocabulary: 'irecist' });
    expect(under.rules.triggers).toEqual(terms.rules.triggers);
    expect(underCriterion(terms, terms)).toEqual({ ...terms, others: [] });
  });

  it('are of one track, and there are none of a track that the charter does not have', () => {
    const charter = resolvedOf('one-reader-eligibility');
    expect(charterTerms(charter, 'eligibility').slots.map(({ slot }) => slot)).toEqual(['R1']);
    expect(termsOfTrack(charter, 'efficacy')).toBeNull();
    expect(() => charterTerms(charter, 'efficacy')).toThrow('no track efficacy');
  });

  it('go by the primary instrument where there is no criterion', () => {
    expect(charterTerms(resolvedOf('two-averaged'), 'efficacy')).toMatchObject({
      criterion: 'ramris',
      parameters: { increment: 0.5 },
    });
  });

  it('are refused of what is no charter', () => {
    expect(() => storedCharter({ schemaVersion: 2 })).toThrow(/does not fit its schema/);
  });
});
