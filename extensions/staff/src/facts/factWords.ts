import type { AnswerOf } from '@corelab/client';
import { clinicalFactKind, clinicalFactValue, text, type TextKey } from '@corelab/ui';

export type FactList = AnswerOf<'/api/admin/trials/{trial}/facts', 'get'>;
export type Fact = FactList['facts'][number];
export type Kind = FactList['kinds'][number];
export type SubjectFacts = AnswerOf<
  '/api/admin/trials/{trial}/facts/subjects/{subject}',
  'get'
>['facts'];
export type Version = SubjectFacts[number]['versions'][number];
export type Plan = AnswerOf<'/api/admin/trials/{trial}/facts/import', 'post'>;
export type Finding = Plan['findings'][number];
export type FactImport = AnswerOf<
  '/api/admin/trials/{trial}/facts/imports',
  'get'
>['imports'][number];

/** A fact's kind, with what was measured. */
export const factName = ({ kind, name }: Pick<Fact, 'kind' | 'name'>): string =>
  name === null
    ? clinicalFactKind(kind)
    : text('clinical.named', { kind: clinicalFactKind(kind), name });

/** What a fact says, with its unit. */
export const valueText = (kind: string, { value, unit }: Pick<Fact, 'value' | 'unit'>): string =>
  value === null ? text('clinical.noValue') : clinicalFactValue(kind, value, unit);

/** What a fact says and of when. */
export const contentText = (kind: string, content: Pick<Fact, 'value' | 'unit' | 'date'>): string =>
  [
    ...(content.date === null ? [] : [content.date]),
    ...(content.value === null ? [] : [valueText(kind, content)]),
  ].join(', ');

const findings = {
  encoding: 'clinical.finding.encoding',
  csv: 'clinical.finding.csv',
  headerMissing: 'clinical.finding.headerMissing',
  semicolons: 'clinical.finding.semicolons',
  columnMissing: 'clinical.finding.columnMissing',
  columnTwice: 'clinical.finding.columnTwice',
  columnUnknown: 'clinical.finding.columnUnknown',
  columnArm: 'clinical.finding.columnArm',
  tooManyLines: 'clinical.finding.tooManyLines',
  fieldCount: 'clinical.finding.fieldCount',
  subjectMissing: 'clinical.finding.subjectMissing',
  subjectUnknown: 'clinical.finding.subjectUnknown',
  kindMissing: 'clinical.finding.kindMissing',
  kindUnknown: 'clinical.finding.kindUnknown',
  kindArm: 'clinical.finding.kindArm',
  kindNotKept: 'clinical.finding.kindNotKept',
  kindNotYours: 'clinical.finding.kindNotYours',
  dateMissing: 'clinical.finding.dateMissing',
  dateNotTaken: 'clinical.finding.dateNotTaken',
  dateForm: 'clinical.finding.dateForm',
  dateNoDay: 'clinical.finding.dateNoDay',
  dateEarly: 'clinical.finding.dateEarly',
  dateFuture: 'clinical.finding.dateFuture',
  valueMissing: 'clinical.finding.valueMissing',
  valueNotTaken: 'clinical.finding.valueNotTaken',
  valueChoice: 'clinical.finding.valueChoice',
  valueNumber: 'clinical.finding.valueNumber',
  valueRange: 'clinical.finding.valueRange',
  valueLong: 'clinical.finding.valueLong',
  unitMissing: 'clinical.finding.unitMissing',
  unitOther: 'clinical.finding.unitOther',
  unitNotTaken: 'clinical.finding.unitNotTaken',
  nameMissing: 'clinical.finding.nameMissing',
  nameNotTaken: 'clinical.finding.nameNotTaken',
  nameArm: 'clinical.finding.nameArm',
  identifies: 'clinical.finding.identifies',
  twice: 'clinical.finding.twice',
} as const satisfies Readonly<Record<string, TextKey>>;

/** What is wrong, in the person's language; a code that this build does not know is told in the server's words. */
export function findingText({ code, values, message }: Finding): string {
  const key = Object.hasOwn(findings, code) ? findings[code as keyof typeof findings] : undefined;
  return key === undefined ? message : text(key, values);
}
