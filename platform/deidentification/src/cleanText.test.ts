import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, wordSet } from './cleanText.js';
import { descriptorWords, listedWords } from './descriptorWords.js';

const none = wordSet([]);

describe('a description', () => {
  it.each([
    ['CT CHEST VENOUS DR MILLER 2MM', 'CT CHEST VENOUS 2MM'],
    ['CT PV AX CANARY0008103E01', 'CT PV AX'],
    ['t1_mprage_sag_p2_iso', 't1 mprage sag iso'],
    ['Thorax/Abdomen mit KM, Fr. Müller', 'Thorax Abdomen mit KM'],
    ['Spätphase Leber 1,25mm B30f', 'Spätphase Leber 1,25mm B30f'],
    ['PET WB AC (FDG)', 'PET WB AC FDG'],
    ['MILLER 1961-03-04 12345678', ''],
    ['CT 0301961', 'CT'],
    ['CHEST\\MILLER\\ABDOMEN', 'CHEST\\\\ABDOMEN'],
    ['', ''],
  ])('%s', (text, cleaned) => expect(cleanText(text, none)).toBe(cleaned));

  it('keeps the words of a plan, in any case', () => {
    const words = wordSet(['Zielläsion scan-B', 'x9']);
    expect(cleanText('zielläsion B X9 MILLER', words)).toBe('zielläsion B X9');
  });

  it('knows a letter with its accent in one character and in two', () => {
    expect(cleanText('venös'.normalize('NFD'), none)).toBe('venös');
  });

  it('is clean after cleaning, and has nothing that it had not', () => {
    const word = fc.oneof(
      fc.constantFrom(...listedWords, '2MM', 'B30F'),
      fc.string({ unit: 'grapheme' })
    );
    fc.assert(
      fc.property(fc.array(word), words => {
        const text = words.join(' ');
        const once = cleanText(text, none);
        expect(cleanText(once, none)).toBe(once);
        for (const one of once.split(/[ \\]/)) expect(text.normalize('NFC')).toContain(one);
      })
    );
  });
});

describe('the list', () => {
  it('is upper case, and has no title, month or number alone', () => {
    const forbidden = /^(DR|MRS|MS|MISS|PROF|HERR|FRAU|MED|MAY|MAX|AUGUST|\d+)$/;
    for (const word of listedWords) {
      expect(word).toBe(word.toUpperCase());
      expect(word).not.toMatch(forbidden);
    }
  });

  it('has every word once in its group', () => {
    for (const [group, words] of Object.entries(descriptorWords)) {
      const all = words.trim().split(/\s+/);
      expect([group, all.filter((word, i) => all.indexOf(word) !== i)]).toEqual([group, []]);
    }
  });
});
