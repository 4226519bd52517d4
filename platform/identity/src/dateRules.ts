import {
  countedBefore,
  measured,
  measuredAfter,
  measuredOrCounted,
  measuredOrCountedAfter,
} from './measureWords.js';
import { afterVerb, longMonth, monthBesideYear, monthWord } from './months.js';
import { end, start, whole, type IdentityRule } from './rule.js';

export const year = String.raw`(?:19|20)\d{2}`;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?:0?[1-9]|1[0-2])`;
/** With the year behind it, in two digits only where they measure nothing. */
const yearBehind = String.raw`(?:${year}|['’]?\d{2}(?!\d|[.,]\d|${measuredOrCounted}))`;
/** Day and month in either order: both are in use. */
const dayAndMonth = (separator: string): string =>
  `(?:${day}${separator}${month}|${month}${separator}${day})`;

/** Day, month and year in digits, in any order and with any separator. */
export const numericDate = [
  String.raw`${year}\s?[-./]\s?${month}\s?[-./]\s?${day}`,
  String.raw`${dayAndMonth(String.raw`\s?[-./]\s?`)}\s?[-./]\s?(?:${year}|\d{2})`,
].join('|');

const isVerb = (match: RegExpExecArray, after: string): boolean =>
  /^may$/i.test(match.groups?.['month'] ?? '') && afterVerb.test(after);

/** Dates, English and German. Relative words ("last visit", "eight weeks ago") and years alone are none. */
export const dateRules: readonly IdentityRule[] = [
  {
    kind: 'date',
    example: '2019-03-12',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\d[.])${year}(?<sign>[-./])${month}\k<sign>${day}(?!\d|[.]\d)`,
      'dgu'
    ),
  },
  {
    kind: 'date',
    example: '20190312',
    pattern: whole(String.raw`${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'date',
    example: '12.03.2019, 3/12/19, 12-3-19',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\d[.,])${dayAndMonth(String.raw`\s?[-./]\s?`)}\s?[-./]\s?(?:${year}|\d{2})(?![\p{L}\d]|[.,]\d)`,
      'dgu'
    ),
    unless: (match, before, after) => {
      const signs = new Set(match[0].replace(/[\d\s]/g, ''));
      if (signs.size > 1) return true;
      const inFull = /\d{4}$/.test(match[0]);
      if (inFull) return measuredAfter.test(after);
      return measuredOrCountedAfter.test(after) || countedBefore.test(before);
    },
  },
  {
    kind: 'date',
    example: 'am 12.3.',
    pattern: new RegExp(
      String.raw`${start}(?:am|vom|zum|bis|seit|dem|den|ab)\s+(?<found>${day}\.\s?${month}\.)(?!\s?\d)`,
      'dgiu'
    ),
    unless: (_match, _before, after) => measuredOrCountedAfter.test(after),
  },
  {
    kind: 'date',
    example: 'scan from 3/12',
    pattern: new RegExp(
      String.raw`${start}(?:on|dated|from|since|until)\s+(?<found>${dayAndMonth('/')})(?![\p{L}\d/]|[.,]\d)`,
      'dgiu'
    ),
    unless: (_match, _before, after) => measuredOrCountedAfter.test(after),
  },
  {
    kind: 'date',
    example: '03/2019, 2019-03',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|\d[-./,])(?:${month}[-/.]${year}|${year}[-/](?:0[1-9]|1[0-2]))(?![\p{L}\d]|[-./,]\d)`,
      'dgu'
    ),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'date',
    example: '12 March 2019, 12. März, 12-Mar-19',
    pattern: new RegExp(
      String.raw`${start}${day}(?:st|nd|rd|th|\.)?[\s/-]*(?:of\s+)?(?<month>${monthWord})${end}\.?(?:[-/,\s]*${yearBehind})?`,
      'dgu'
    ),
    unless: (match, _before, after) => isVerb(match, after),
  },
  {
    kind: 'date',
    example: 'March 12th, 2019',
    pattern: new RegExp(
      String.raw`${start}(?<month>${monthWord})${end}\.?\s+${day}(?:st|nd|rd|th)?(?![\p{L}\d]|[.,/]\d|${measuredOrCounted})(?:,?\s+${year})?`,
      'dgu'
    ),
  },
  {
    kind: 'date',
    example: '12 mar 2019, Mar 2019, März ’19',
    pattern: new RegExp(
      String.raw`${start}(?:${day}\.?[\s/-]*)?${monthBesideYear}${end}\.?[\s,/-]*(?:${year}(?!\d)|['’]\d{2}(?!\d|${measured}))`,
      'dgu'
    ),
  },
  {
    kind: 'date',
    example: 'since March, im Mai',
    pattern: new RegExp(
      String.raw`${start}(?:in|since|from|until|till|last|early|late|mid|of|im|seit|ab|bis|Anfang|Mitte|Ende|vom|letzten)[\s-]+(?<found>(?<month>${longMonth}))${end}(?![-–]\p{L})`,
      'dgu'
    ),
    unless: (match, _before, after) => isVerb(match, after),
  },
  {
    kind: 'date',
    example: 'Q1 2019',
    pattern: whole(String.raw`Q[1-4][\s/]?${year}`),
  },
];

const birthWords = [
  ...['DOB', String.raw`D\.\s?O\.\s?B\.?`, 'date of birth', 'birth ?date', 'birthday', 'born'],
  ...['year of birth', String.raw`geb\.?`, 'geboren(?:e[nr]?)?', 'Geburtsdatum', 'Geburtstag'],
  ...['Geburtsjahr', 'Jahrgang'],
].join('|');
const birthDate = String.raw`(?:${numericDate}|\d{8}|${day}\.?\s*${monthBesideYear}\.?\s*,?\s*${year}|${monthBesideYear}\.?\s+(?:${day},?\s+)?${year}|${year})`;

/** When somebody was born: there a year alone is enough. */
export const birthRules: readonly IdentityRule[] = [
  {
    kind: 'birth',
    example: 'DOB 12.03.1956, geb. 1956',
    pattern: new RegExp(
      String.raw`${start}(?:${birthWords})(?:\s*[:=(]|\s+(?:is|was|on|in|am|im))*\s*${birthDate}${end}`,
      'dgiu'
    ),
  },
  {
    kind: 'birth',
    example: '*12.03.1956',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]\s?)\*\s?(?:${numericDate}|${year})${end}`,
      'dgu'
    ),
  },
  {
    kind: 'birth',
    example: 'J.S. 12.03.1956, JS *1956',
    pattern: new RegExp(
      String.raw`${start}(?:\p{Lu}\.\s?-?\s?\p{Lu}\.|\p{Lu}{2}(?=\s*(?:\*|born|geb|DOB)))[\s,(]*(?:\*|born|geb\.?|DOB)?[\s:]*(?:${numericDate}|${year})${end}`,
      'dgu'
    ),
  },
];
