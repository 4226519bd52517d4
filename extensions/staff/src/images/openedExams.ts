import type { StaffServer } from '../frame/server.js';
import type { OpenedExam } from './examAddress.js';

/** The exam whose images were opened last. Opening is an entry of the audit trail: once for each time it is looked at. */
let last: { readonly key: string; readonly answer: Promise<OpenedExam> } | null = null;

/** Opens the images of an exam; while they are open, what the server answered then. */
export function openExam(
  server: Pick<StaffServer, 'post'>,
  trial: string,
  exam: string
): Promise<OpenedExam> {
  const key = `${trial} ${exam}`;
  if (last?.key === key) return last.answer;
  const answer = server.post('/api/admin/trials/{trial}/exams/{exam}/images', {
    path: { trial, exam },
  });
  const opened = { key, answer };
  last = opened;
  answer.catch(() => {
    if (last === opened) last = null;
  });
  return answer;
}

/** They are not looked at any more. */
export function forgetOpenedExam(): void {
  last = null;
}
