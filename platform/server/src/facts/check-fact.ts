import { namesArm, type FactKind } from '@corelab/charter';
import { asTold, identityIn, type KnownIdentifiers } from '@corelab/identity';
import { factForms, isFactKind, type FactForm } from './fact-forms.js';
import { findingOf, type FactFinding, type FindingCode } from './finding.js';
import { dateProblem } from './partial-date.js';

/** A fact as it was written, each part a text without spaces around it, empty where there is none. */
export interface GivenFact {
  /** Of the file; 0 where it was entered by hand. */
  readonly line: number;
  readonly subject: string;
  readonly kind: string;
  readonly date: string;
  readonly value: string;
  readonly unit: string;
  readonly name: string;
}

/** What a fact says. */
export interface FactContent {
  readonly date: string | null;
  readonly value: string | null;
  readonly unit: string | null;
}

/** By which a fact is told from others. */
export interface FactKey {
  readonly subjectId: string;
  readonly kind: FactKind;
  /** Empty for what a subject has one of. */
  readonly keyDate: string;
  readonly name: string;
}

export interface CheckedFact extends FactKey {
  readonly line: number;
  readonly subject: string;
  readonly content: FactContent;
}

/** What facts are checked against. */
export interface FactRules {
  /** Full date. */
  readonly today: string;
  /** Ids by identifier. */
  readonly subjects: ReadonlyMap<string, string>;
  /** What the charter in force keeps. */
  readonly kept: ReadonlySet<string>;
  /** Those of them that whoever brings facts in may see. */
  readonly seen: ReadonlySet<string>;
  readonly known: KnownIdentifiers;
}

const longestText = 500;
const longestWord = 60;
const number = /^-?\d+(\.\d+)?$/;
const measured = /^(<|<=|>|>=)?\s*-?\d+(\.\d+)?$/;

export type Checked =
  | { readonly ok: true; readonly fact: CheckedFact }
  | { readonly ok: false; readonly findings: readonly FactFinding[] };

/** Reads one fact; what is wrong with it is said of every part. */
export const checkFact = (given: GivenFact, rules: FactRules): Checked => {
  const findings: FactFinding[] = [];
  const say = (
    column: string,
    code: FindingCode,
    values: Readonly<Record<string, string>> = {}
  ): void => void findings.push(findingOf(given.line, column, code, values));
  const { kind } = given;
  const subjectId = rules.subjects.get(given.subject);
  if (given.subject === '') say('subject', 'subjectMissing');
  else if (subjectId === undefined) say('subject', 'subjectUnknown', { value: given.subject });
  const problem = kindProblem(kind, rules);
  if (problem !== null) say('kind', problem, { value: kind });
  if (!isFactKind(kind) || problem !== null) return { ok: false, findings };
  const form = factForms[kind];
  checkDate(given, form, rules.today, say);
  const value = checkValue(given, form, say);
  checkNames(given, form, rules, say);
  if (subjectId === undefined || findings.length > 0) return { ok: false, findings };
  const unit = form.value.type === 'measured' ? given.unit : unitOf(form);
  return {
    ok: true,
    fact: {
      ...{ line: given.line, subject: given.subject, subjectId, kind, name: given.name },
      keyDate: form.per === 'date' ? given.date : '',
      content: { date: given.date || null, value: value || null, unit: unit || null },
    },
  };
};

type Say = (column: string, code: FindingCode, values?: Readonly<Record<string, string>>) => void;

const unitOf = ({ value }: FactForm): string => (value.type === 'number' ? value.unit : '');

const kindProblem = (kind: string, { kept, seen }: FactRules): FindingCode | null => {
  if (kind === '') return 'kindMissing';
  if (namesArm(kind)) return 'kindArm';
  if (!isFactKind(kind)) return 'kindUnknown';
  if (!kept.has(kind)) return 'kindNotKept';
  return seen.has(kind) ? null : 'kindNotYours';
};

const checkDate = ({ kind, date }: GivenFact, form: FactForm, today: string, say: Say): void => {
  if (date === '') {
    if (form.date === 'required') say('date', 'dateMissing', { kind });
    return;
  }
  if (form.date === 'none') return say('date', 'dateNotTaken', { kind });
  const problem = dateProblem(date, today);
  if (problem !== null) say('date', problem, { value: date });
};

/** The value as it is kept, and what is wrong with it or its unit. */
const checkValue = (given: GivenFact, { value: form }: FactForm, say: Say): string => {
  const { kind, value, unit } = given;
  if (unit !== '' && (form.type === 'none' || form.type === 'text' || form.type === 'choice'))
    say('unit', 'unitNotTaken', { kind });
  if (form.type === 'none') {
    if (value !== '') say('value', 'valueNotTaken', { kind });
    return '';
  }
  if (value === '') {
    if (form.type !== 'text' || form.required) say('value', 'valueMissing', { kind });
    return '';
  }
  switch (form.type) {
    case 'text':
      if (value.length > longestText) say('value', 'valueLong', { most: String(longestText) });
      return value;
    case 'choice':
      if (!form.choices.includes(value))
        say('value', 'valueChoice', { value, choices: form.choices.join(', ') });
      return value;
    case 'number': {
      if (!number.test(value)) {
        say('value', 'valueNumber', { value });
      } else if (Number(value) < form.least || Number(value) > form.most) {
        const [least, most] = [String(form.least), String(form.most)];
        say('value', 'valueRange', { value, least, most, unit: form.unit });
      }
      if (unit === '') say('unit', 'unitMissing', { unit: form.unit });
      else if (unit !== form.unit) say('unit', 'unitOther', { value: unit, unit: form.unit });
      // 70.50 and 70.5 are one weight.
      return number.test(value) ? String(Number(value)) : value;
    }
    case 'measured':
      if (!measured.test(value)) say('value', 'valueNumber', { value });
      if (unit === '') say('unit', 'unitMissing', { unit: '1 where there is none' });
      else if (unit.length > longestWord) say('unit', 'valueLong', { most: String(longestWord) });
      return value.replaceAll(/\s/g, '');
  }
};

/** Names, and what in a text looks like identity. */
const checkNames = (given: GivenFact, form: FactForm, { known }: FactRules, say: Say): void => {
  const { kind, name, value, unit } = given;
  if (form.named) {
    if (name === '') say('name', 'nameMissing');
    else if (namesArm(name)) say('name', 'nameArm', { value: name });
    else if (name.length > longestWord) say('name', 'valueLong', { most: String(longestWord) });
  } else if (name !== '') {
    say('name', 'nameNotTaken', { kind });
  }
  const texts = {
    ...(form.value.type === 'text' ? { value } : {}),
    ...(form.named ? { name, unit } : {}),
  };
  for (const [column, text] of Object.entries(texts)) {
    const found = identityIn(text, known).map(one => asTold(one).kind);
    if (found.length > 0) say(column, 'identifies', { kinds: [...new Set(found)].join(', ') });
  }
};
