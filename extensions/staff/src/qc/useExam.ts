import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { qcKey, type Exam } from './qcData.js';

/** One exam with its series and what was decided of it. */
export function useExam(id: string) {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: [...qcKey(trial.id), 'exam', id],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/exams/{exam}', {
        path: { trial: trial.id, exam: id },
      }),
  });
}

/** Whose exam, and of which timepoint. */
export const examTitle = ({ subject, timepoints }: Pick<Exam, 'subject' | 'timepoints'>): string =>
  text('qc.exam.title', {
    subject,
    timepoint: timepoints.join(', ') || text('qc.exam.noTimepoint'),
  });
