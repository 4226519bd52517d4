import { countedBefore, measured, measuredAfter } from './measureWords.js';
import { end, start, type IdentityRule } from './rule.js';

const numberWord = String.raw`(?:no|nr|number|num|nummer|id|code)`;

/** Numbers that stand for somebody or for one study: record, accession, case, insurance. Measurements are none. */
export const numberRules: readonly IdentityRule[] = [
  {
    kind: 'number',
    example: '4711234',
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}]|\d[.,])\d{6,}(?![\p{L}\d]|[.,]\d)`, 'dgu'),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'number',
    example: 'A4711234, MRN-0012345',
    pattern: new RegExp(String.raw`${start}\p{L}{1,5}[-_\s]?\d{6,}${end}`, 'dgu'),
    // "about 100000 HU": a word, then a measurement.
    unless: (match, _before, after) => /^\p{L}+\s/u.test(match[0]) || measuredAfter.test(after),
  },
  {
    kind: 'number',
    example: '123-45-6789, 12-3456-78',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,-])\d{2,}(?:-\d{2,}){2,}(?![\p{L}\d]|[.,-]\d)`,
      'dgu'
    ),
    unless: (match, before, after) =>
      match[0].replace(/\D/g, '').length < 7 ||
      measuredAfter.test(after) ||
      countedBefore.test(before),
  },
  {
    kind: 'number',
    example: '1234-56789',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,-])(?:\d{2,}-\d{5,}|\d{5,}-\d{2,})(?![\p{L}\d]|[.,-]\d)`,
      'dgu'
    ),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'number',
    example: 'MRN 12345, accession no. CT-4711, Fallnummer 815',
    pattern: new RegExp(
      String.raw`${start}(?:MRN|accession|acc(?=\.|\s+(?:no|nr))|medical record|record|hospital|chart|case|insurance|passport|SSN|NHS|Fall|Patienten|Pat\.?|Versicherten|Kranken|Auftrags|Akten)[\s-]*(?:${numberWord}\b[.:#]*|[:#])?\s*(?<found>[A-Z]{0,4}[-/]?\d[\dA-Z/-]{2,})${end}`,
      'dgiu'
    ),
    unless: (match, _before, after) =>
      /\d/.exec(match.groups?.['found'] ?? '') === null || measuredAfter.test(after),
  },
  {
    kind: 'number',
    example: 'subject 1001, patient no. 12, Proband #7',
    pattern: new RegExp(
      String.raw`${start}(?:subject|patient|pat|pt|proband(?:in|en)?|patientin|screening|randomi[sz]ation|randomi[sz]ed|randomisierung)\.?[\s-]*(?:(?:${numberWord}\b[\s.:#]*(?:(?:is|ist|lautet)\s+)?|[:#]\s*)+(?<named>[A-Z]{0,6}-?\d[\dA-Z-]*)|(?<found>\d{3,}|[A-Z]{1,6}[-_]?\d[\dA-Z_-]+))${end}(?![.,]\d|${measured})`,
      'dgiu'
    ),
    // "patient T01": a lesion, a timepoint.
    unless: match =>
      /^(?:[A-Z]{1,2}\d{1,2}[a-z]?|NT\d+[a-z]?|T\d+[a-z]?)$/i.test(match.groups?.['found'] ?? ''),
  },
  {
    kind: 'number',
    example: 'ID 4711, ID: A-12',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}-]|(?:[Ll]esion|[Ss]eries|[Ii]mage|[Tt]arget|[Rr]egion|ROI)\s)ID[\s.:#]+(?<found>[A-Z]{0,4}-?\d{3,}[\dA-Z-]*)${end}`,
      'dgu'
    ),
  },
];
