import type { AnswerOf } from '@corelab/client';

type Exams = AnswerOf<'/api/admin/trials/{trial}/exams', 'get'>;
export type ExamItem = Exams['exams'][number];
export type ExamState = ExamItem['state'];
export type WaitingReason = ExamItem['reasons'][number];
export type Exam = AnswerOf<'/api/admin/trials/{trial}/exams/{exam}', 'get'>;
export type Series = Exam['seriesList'][number];
export type ImageProblem = Series['problems'][number];
export type Usability = Series['usable']['read'];
export type Protocol = NonNullable<Exam['protocol']>;
export type RoleAsked = Protocol['roles'][number];
export type QcRead = Exam['reads'][number];
export type Acquisition = AnswerOf<
  '/api/admin/trials/{trial}/exams/{exam}/acquisition',
  'get'
>['series'][number];

export type DeidentificationReport = AnswerOf<
  '/api/admin/trials/{trial}/exams/{exam}/deidentification',
  'get'
>['reports'][number];
export type ReportEntry = DeidentificationReport['entries'][number];

export type QueryItem = AnswerOf<'/api/admin/trials/{trial}/queries', 'get'>['queries'][number];
export type QueryState = QueryItem['state'];
export type Query = AnswerOf<'/api/admin/trials/{trial}/queries/{query}', 'get'>;

export type Impact = AnswerOf<'/api/admin/trials/{trial}/impacts', 'get'>['impacts'][number];
export type ImpactDecision = NonNullable<Impact['decision']>;
export type ReturnedRead = AnswerOf<
  '/api/admin/trials/{trial}/reads/returned',
  'get'
>['reads'][number];

/** What was asked about QC begins with this: after an act all of it is asked anew. */
export const qcKey = (trial: string): readonly [string, string] => ['qc', trial];
