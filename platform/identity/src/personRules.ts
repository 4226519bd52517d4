import { afterTitle, clinicalWords, eponymNouns, roleWords } from './clinicalWords.js';
import { end, start, type IdentityRule } from './rule.js';

/** A name as it is written: a capital, then letters; double names; all in capitals too. */
const name = String.raw`\p{Lu}[\p{L}'’]+(?:-\p{Lu}?[\p{L}'’]+)*`;
const initial = String.raw`\p{Lu}\.`;
const particles = String.raw`(?:(?:von|van|vom|de|der|den|zu|zur|la|le|di|da|del|al|el|bin|ibn)\s+)*`;
const names = String.raw`(?:\p{Lu}(?:\.\s?-?\s?|\s+)){0,3}${particles}${name}(?:\s+${particles}${name})?`;

/** "MR" is magnetic resonance, "DR" digital radiography, "MRS" spectroscopy, "MS" a disease: capitals are no titles. */
const titles = [
  ...['Dr', 'Dres', 'Prof', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mister', 'Doctor', 'Professor', 'Nurse'],
  ...[
    'Herrn?',
    'Hr',
    'Frau',
    'Doktor',
    'Schwester',
    'Oberarzt',
    'Oberärztin',
    'Chefarzt',
    'Chefärztin',
  ],
].join('|');
const degrees = String.raw`(?:(?:med|dent|rer|nat|univ|h\.\s?c|Dr|Prof|Priv|Doz|PD)\.?[\s-]*)*`;

const patients = String.raw`(?:[Pp]atient(?:in|en)?|PATIENT|[Pp]at\.|[Pp]t\.?|PT\.|[Pp]roband(?:in|en)?|[Ss]ubject)`;

const firstWord = (text: string): string => (/[\p{L}'’-]+/u.exec(text)?.[0] ?? '').toLowerCase();
const found = (match: RegExpExecArray): string => match.groups?.['found'] ?? match[0];

/** Names of people: by a title, by what stands before them, and in the form of DICOM. */
export const personRules: readonly IdentityRule[] = [
  {
    kind: 'person',
    example: 'Dr. Smith, Prof. Dr. med. von Müller, Frau A. Schmidt',
    pattern: new RegExp(String.raw`${start}(?:${titles})(?:\.\s?|\s+)${degrees}${names}`, 'dgu'),
  },
  {
    kind: 'person',
    example: 'Fr. Meier',
    // Behind a number it is the French of catheters.
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}]|\d\s?)Fr\.\s?${names}`, 'dgu'),
  },
  {
    kind: 'person',
    example: 'dr. smith, mr jones',
    pattern: new RegExp(
      String.raw`${start}(?:dr|mr|mrs|prof|herr|frau)(?:\.\s?|\s+)(?<found>\p{Ll}{3,})${end}`,
      'dgu'
    ),
    unless: match => afterTitle.has(found(match)),
  },
  {
    kind: 'person',
    example: 'pt. Smith, Patientin Müller, patient J. Smith',
    pattern: new RegExp(String.raw`${start}${patients}:?\s+(?<found>${names})`, 'dgu'),
    unless: match => {
      const word = firstWord(found(match));
      return clinicalWords.has(word) || roleWords.has(word) || word.includes('artefakt');
    },
  },
  {
    kind: 'person',
    example: 'patient is called Smith, Patient namens Müller',
    pattern: new RegExp(
      String.raw`${start}(?:named|namens|(?:${patients}|man|woman|lady|Mann)\s+(?:is\s+|was\s+|ist\s+)?(?:called|genannt|heißt|heisst))\s+["“„']?(?<found>${names})`,
      'dgu'
    ),
    unless: (_match, _before, after) => eponymNouns.test(after),
  },
  {
    kind: 'person',
    example: 'Name: Smith, burned-in name SMITH JOHN',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|(?:series|file|protocol|lesion|study|trial|location|station|role)[\s-])(?:\p{L}{0,8}[Nn]ame|NAME)(?:\s*[:=]|\s+(?:is|was|reads|ist|lautet|of))?\s*["“„'(]?(?<found>${names}(?:[\s,^]+${name})?)`,
      'dgu'
    ),
    unless: match => clinicalWords.has(firstWord(found(match))),
  },
  {
    kind: 'person',
    example: 'DOE^JANE',
    pattern: new RegExp(String.raw`[\p{L}'’-]{2,}\^[\p{L}'’-]+(?:\^[\p{L}'’-]*)*`, 'dgu'),
  },
  {
    kind: 'person',
    example: 'reported by Smith, befundet von Meier',
    pattern: new RegExp(
      String.raw`${start}(?:[Rr]eported|[Ss]igned|[Rr]ead|[Rr]eviewed|[Dd]ictated|[Bb]efundet|[Dd]iktiert|[Uu]nterschrieben)\s+(?:by|von|durch)\s+(?<found>(?:${initial}\s?)*\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?)`,
      'dgu'
    ),
    unless: match => roleWords.has(firstWord(found(match))),
  },
];
