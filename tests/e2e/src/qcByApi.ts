import { get, post, type ApiPerson } from './apiPerson.js';

export interface ListedExam {
  readonly id: string;
  readonly state: string;
  readonly subject: string;
  readonly timepoints: readonly string[];
}

interface Exam extends ListedExam {
  readonly seriesList: readonly { readonly id: string; readonly role: string | null }[];
}

/** The exams of the trial that wait for QC. */
export async function examsInQc(person: ApiPerson, trial: string): Promise<readonly ListedExam[]> {
  const root = `/api/admin/trials/${trial}/exams`;
  return (await get<{ exams: ListedExam[] }>(person, `${root}?state=waiting&limit=100`)).exams;
}

/**
 * Checks an exam as a QC technologist does: takes it, confirms the role of every series, lets it pass.
 * @param deviation what deviates of its first series, where something does
 */
export async function passExam(
  person: ApiPerson,
  trial: string,
  exam: string,
  deviation: string | null = null
): Promise<void> {
  const root = `/api/admin/trials/${trial}/exams/${exam}`;
  await post(person, `${root}/claim`, {});
  const { seriesList } = await get<Exam>(person, root);
  const usable = [{ purpose: 'read', usable: 'yes', reason: null }];
  await post(person, `${root}/series`, {
    series: seriesList.map(({ id, role }) => ({ series: id, role, usable })),
  });
  const deviations = seriesList
    .slice(0, 1)
    .flatMap(({ id }) =>
      deviation === null ? [] : [{ series: id, purpose: 'read', text: deviation }]
    );
  await post(
    person,
    `${root}/decide`,
    deviation === null
      ? { act: 'pass' }
      : { act: 'passWithDeviation', reason: deviation, deviations }
  );
}

/**
 * Checks every exam that waits, and answers of what they are (`101-001 BL`).
 * @param deviation the exam that passes with a deviation, and what deviates
 */
export async function passAllExams(
  person: ApiPerson,
  trial: string,
  deviation: { readonly exam: string; readonly text: string } | null = null
): Promise<string[]> {
  const passed: string[] = [];
  for (const { id, subject, timepoints } of await examsInQc(person, trial)) {
    const exam = `${subject} ${timepoints.join()}`;
    await passExam(person, trial, id, deviation?.exam === exam ? deviation.text : null);
    passed.push(exam);
  }
  return passed;
}
