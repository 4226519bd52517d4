import type { AnswerOf } from '@corelab/client';

/** What opening the images of an exam answers. */
export type OpenedExam = AnswerOf<'/api/admin/trials/{trial}/exams/{exam}/images', 'post'>;

/** The exam that an address of the viewer names. */
export interface ExamPlace {
  readonly trial: string;
  readonly exam: string;
  /** The study whose images the viewer asks for. */
  readonly study: string;
  /** How many series it has. */
  readonly series: number;
}

const path = '/exam-qc';

/** Where the viewer shows the images of an exam. */
export function imagesAddress(
  trial: string,
  exam: string,
  { studyInstanceUid, series }: OpenedExam
): string {
  const query = new URLSearchParams({
    ...{ StudyInstanceUIDs: studyInstanceUid, trial, exam },
    series: String(series.length),
  });
  return `${path}?${query.toString()}`;
}

/** What a viewer's address names; null where it names no exam. */
export function examPlaceOf(search: string): ExamPlace | null {
  const query = new URLSearchParams(search);
  const [trial, exam, study] = ['trial', 'exam', 'StudyInstanceUIDs'].map(
    name => query.get(name) ?? ''
  );
  const series = Number(query.get('series') ?? '');
  if (!trial || !exam || !study) return null;
  return { trial, exam, study, series: Number.isInteger(series) && series > 0 ? series : 1 };
}
