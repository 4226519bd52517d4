import { measuredAfter } from './measureWords.js';
import { end, start, whole, type IdentityRule } from './rule.js';

/** Ways to reach somebody, and addresses of systems. */
export const contactRules: readonly IdentityRule[] = [
  {
    kind: 'email',
    example: 'jane.doe@hospital.org',
    pattern: new RegExp(
      String.raw`[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?\[dot\]\s?|\s?\(dot\)\s?)[\p{L}\p{N}-]{1,63}){1,8}`,
      'dgiu'
    ),
  },
  {
    kind: 'webAddress',
    example: 'https://pacs.example.org/study/1, www.example.org',
    pattern: /(?:\b(?:https?|ftp|dicom|file):\/\/|\bwww\.)[^\s<>"']*[^\s<>"'.,;:)]/dgiu,
  },
  {
    kind: 'webAddress',
    example: 'example-hospital.org',
    pattern: new RegExp(
      String.raw`${start}[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,63}){0,4}\.(?:com|org|net|edu|gov|info|de|eu)(?:\/[^\s<>"']*)?${end}`,
      'dgu'
    ),
    // A sentence that ends without a space behind its stop: "nodule.de novo".
    unless: (match, _before, after) => /\.de$/.test(match[0]) && /^\s+novo/.test(after),
  },
  {
    kind: 'uid',
    example: '1.2.840.113619.2.55',
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}.])\d+(?:\.\d+){3,}(?![\p{N}])`, 'dgu'),
  },
  {
    kind: 'phone',
    example: '+49 30 1234567, 0049 (0)30 1234567',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(?:\+|00)[1-9](?:[\s()/.-]{0,3}\d){7,14}${end}`,
      'dgu'
    ),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'phone',
    example: '(617) 555-0123, 617-555-0123',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.\s]\d{4}${end}`,
      'dgu'
    ),
  },
  {
    kind: 'phone',
    example: '030 / 1234567, 0171-2345678',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,])\(?0[1-9]\d{1,4}\)?\s?[-/\s]\s?\d{3,}(?:[-/\s]\d{1,6}){0,3}${end}`,
      'dgu'
    ),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
  {
    kind: 'phone',
    example: 'Tel. 4711, call ext. 2345',
    pattern: whole(
      String.raw`(?:tel|telephone|phone|telefon|telefax|fax|mobile|mobil|handy|pager|beeper|durchwahl|ext|extension)(?:\s?\.|\s?:|\s+(?:no|nr|number|is)\b\.?)*\s*(?<found>\+?\d(?:[\s()/-]{0,2}\d){3,14})`,
      'i'
    ),
    unless: (_match, _before, after) => measuredAfter.test(after),
  },
];
