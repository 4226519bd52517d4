import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { OpenImages } from '../images/OpenImages.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { ExamContents, type ExamContentsProps } from './ExamContents.js';
import { checks } from './qcPlace.js';
import { examTitle, useExam } from './useExam.js';

export interface ExamSheetProps extends Omit<ExamContentsProps, 'exam'> {
  id: string;
  onClose(): void;
}

/** One exam beside the list, and the way to its images. */
export function ExamSheet({ id, onNext, onGo, onClose }: ExamSheetProps) {
  const room = useTrialRoom();
  const exam = useExam(id);
  const { data } = exam;
  return (
    <SideSheet
      title={data === undefined ? text('room.loading') : examTitle(data)}
      onClose={onClose}
    >
      {exam.isError ? (
        <ErrorLine
          reason={exam.error}
          onRetry={() => void exam.refetch()}
        />
      ) : null}
      {data !== undefined && checks(room) ? <OpenImages exam={data.id} /> : null}
      {data === undefined ? null : (
        <ExamContents
          exam={data}
          onNext={onNext}
          onGo={onGo}
        />
      )}
    </SideSheet>
  );
}
