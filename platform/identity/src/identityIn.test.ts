import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  identityIn,
  identityRules,
  insistableKinds,
  isInsistable,
  nothingKnown,
  patternKinds,
  trialKinds,
  type KnownIdentifiers,
} from './index.js';
import { identifyingSentences } from './identifyingSentences.testdata.js';
import { readerSentences } from './readerSentences.testdata.js';

const foundIn = (text: string, known?: KnownIdentifiers): [string, string][] =>
  identityIn(text, known).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe('what a reader writes', () => {
  it('is enough to show something', () => {
    expect(readerSentences.length).toBeGreaterThanOrEqual(60);
    expect(identifyingSentences.length).toBeGreaterThanOrEqual(60);
  });

  it.each(readerSentences)('names nobody: %s', sentence => {
    expect(foundIn(sentence)).toEqual([]);
  });

  it.each(identifyingSentences)('gives away: %s', (sentence, expected) => {
    expect(foundIn(sentence)).toEqual(expected);
  });

  it('is the same in the middle of a longer text', () => {
    for (const [sentence, expected] of identifyingSentences) {
      const around = `Segment VII lesion; ${sentence}; unchanged`;
      expect([sentence, foundIn(around)]).toEqual([sentence, expected]);
    }
  });
});

describe('the rules', () => {
  it('have an example each, which they find', () => {
    for (const { kind, example } of identityRules) {
      expect(foundIn(example).map(([found]) => found)).toContain(kind);
    }
  });

  it('cover every kind that a text has by its form', () => {
    expect(new Set(identityRules.map(({ kind }) => kind))).toEqual(new Set(patternKinds));
  });

  it('of what the trial itself knows leave nobody the last word', () => {
    const closed = trialKinds.filter(kind => !isInsistable({ kind }));
    expect(closed).toEqual(['subject', 'site', 'account']);
    expect(insistableKinds).toEqual([...patternKinds, 'name']);
  });
});

describe('what the trial knows', () => {
  const known: KnownIdentifiers = {
    subject: ['ONC-101-001', '0042', '4711', 'S101', 'Ä-17-22'],
    site: ['101', 'BER', 'Leeds Teaching Hospital', 'Charité Berlin', 'Kassel'],
    account: ['reader1', 'anna.ober', 'Anna Ober', 'Jörg Müller', 'Max Baker', 'Tom May', 'admin'],
  };

  it.each([
    ['like onc 101 001', [['subject', 'onc 101 001']]],
    ['like ONC–101–001.', [['subject', 'ONC–101–001']]],
    ['like ONC101001', [['subject', 'ONC101001']]],
    ['like O\u00adNC-101\u200b-001', [['subject', 'O\u00adNC-101\u200b-001']]],
    ['like a-17-22', [['subject', 'a-17-22']]],
    ['like S101', [['subject', 'S101']]],
    ['subject 0042', [['subject', '0042']]],
    ['Fall 4711 auch', [['subject', '4711']]],
    ['from site BER', [['site', 'BER']]],
    ['as in Charite-Berlin', [['site', 'Charite-Berlin']]],
    ['leeds teaching hospital', [['site', 'leeds teaching hospital']]],
    ['wie in KASSEL', [['site', 'KASSEL']]],
    ['typical of Leeds', [['name', 'Leeds']]],
    ['reader 1 is wrong', [['account', 'reader 1']]],
    ['ask Anna  Ober', [['account', 'Anna  Ober']]],
    ['ask anna-ober', [['account', 'anna-ober']]],
    ['ask JOERG MUELLER', [['account', 'JOERG MUELLER']]],
    ['ask Jorg Muller', [['account', 'Jorg Muller']]],
    ['Ober measured it otherwise', [['name', 'Ober']]],
    ['Mueller measured it otherwise', [['name', 'Mueller']]],
    ['Baker measured it otherwise', [['name', 'Baker']]],
  ])('is found in "%s"', (sentence, expected) => {
    expect(foundIn(sentence, known)).toEqual(expected);
  });

  it.each([
    'ONC-101-0012',
    'XONC-101-001',
    '0042 HU',
    'sum 4711 mm3',
    'Oberlappen links',
    'ober',
    'Baker cyst',
    'May be necrosis',
    'the admin page',
    'in the readers1ide',
    'BERN',
    '101 mm',
    'slice 101',
  ])('is not in "%s"', sentence => {
    expect(foundIn(sentence, known)).toEqual([]);
  });

  it('does not make a finding of what readers write', () => {
    for (const sentence of readerSentences) {
      expect([sentence, foundIn(sentence, known)]).toEqual([sentence, []]);
    }
  });

  it('counts before a form, and a stretch is found once', () => {
    expect(foundIn('Dr. Anna Ober', known)).toEqual([['account', 'Anna Ober']]);
    expect(foundIn('subject ONC-101-001', known)).toEqual([['subject', 'ONC-101-001']]);
  });
});

describe('for any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...readerSentences, ...identifyingSentences.map(([sentence]) => sentence)),
    fc.constantFrom('\ud800', '\0', ' ', '-', '12.03.', 'Dr. ', '@', '*', '1.2.3.')
  );
  const text = fc.array(piece, { maxLength: 6 }).map(parts => parts.join(''));
  const names = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 4 });
  const known = fc.record({ subject: names, site: names, account: names });

  it('findings are within it, in order, apart, and the same each time', () => {
    fc.assert(
      fc.property(text, fc.oneof(fc.constant(nothingKnown), known), (any, trial) => {
        const found = identityIn(any, trial);
        let behind = 0;
        for (const { from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(behind);
          expect(to).toBeGreaterThan(from);
          behind = to;
        }
        expect(behind).toBeLessThanOrEqual(any.length);
        expect(identityIn(any, trial)).toEqual(found);
      })
    );
  });

  it('an identifier that stands by itself is found however it is written', () => {
    const identifier = fc
      .tuple(fc.stringMatching(/^[A-Z]{2,4}$/), fc.stringMatching(/^[0-9]{4,8}$/))
      .map(([letters, digits]) => ({ letters, digits }));
    const sign = fc.constantFrom('', '-', ' ', '_', '–', '\u00a0');
    fc.assert(
      fc.property(
        identifier,
        sign,
        sign,
        fc.boolean(),
        ({ letters, digits }, own, other, small) => {
          const written = `${small ? letters.toLowerCase() : letters}${other}${digits}`;
          const trial = { ...nothingKnown, subject: [`${letters}${own}${digits}`] };
          expect(foundIn(`lesion, ${written}, unchanged`, trial)).toEqual([['subject', written]]);
        }
      )
    );
  });
});
