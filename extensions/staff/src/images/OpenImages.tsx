import { useEffect } from 'react';
import { useMutation } from '@tanstack/react-query';
import { startKeyDispatcher, type KeyBinding } from '@corelab/host';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { imagesAddress } from './examAddress.js';
import { forgetOpenedExam, openExam } from './openedExams.js';

/** Keys of the exam that is open on the QC page. */
export const examKeys: readonly KeyBinding[] = [
  { chord: 'i', scopes: ['exam'], action: 'openImages' },
];

/** The way from an exam on the QC page to its images. */
export function OpenImages({ exam }: { exam: string }) {
  const { server, trial, go } = useTrialRoom();
  const open = useMutation({
    mutationFn: () => {
      forgetOpenedExam();
      return openExam(server, trial.id, exam);
    },
    onSuccess: opened => {
      if (opened.series.length > 0) go(imagesAddress(trial.id, exam, opened));
    },
  });
  const { mutate, isPending } = open;
  useEffect(
    () =>
      startKeyDispatcher({
        ...{ window, bindings: examKeys, scopes: () => ['exam'] },
        run: () => {
          if (!isPending) mutate();
          return true;
        },
      }),
    [mutate, isPending]
  );
  return (
    <div className="cl-form cl-tight">
      {open.isError ? <ErrorLine reason={open.error} /> : null}
      {open.data?.series.length === 0 ? (
        <p
          role="status"
          className="cl-attention"
        >
          {text('qc.images.none')}
        </p>
      ) : null}
      <div className="cl-row cl-wrap">
        <button
          type="button"
          className="cl-button cl-button-primary"
          aria-keyshortcuts="I"
          data-open-images
          disabled={isPending}
          onClick={() => mutate()}
        >
          {text('qc.images.open')}
        </button>
        {isPending ? (
          <span
            role="status"
            className="cl-second"
          >
            {text('qc.images.opening')}
          </span>
        ) : (
          <span className="cl-second">{text('qc.images.hint')}</span>
        )}
      </div>
    </div>
  );
}
