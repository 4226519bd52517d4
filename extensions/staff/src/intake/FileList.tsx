import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { outcomeName } from './intakeWords.js';
import { fileReasonText } from './reasonText.js';

const pageFiles = 100;

interface FileListProps {
  receipt: string;
  /** Of one study, or of one series, alone. */
  study?: string;
  series?: string;
}

function Files({ receipt, study, series }: FileListProps) {
  const { server, trial } = useTrialRoom();
  const list = useInfiniteQuery({
    queryKey: ['intake', trial.id, 'files', receipt, study, series],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      server.get('/api/admin/trials/{trial}/deliveries/{id}/files', {
        path: { trial: trial.id, id: receipt },
        query: {
          ...{ after: pageParam, limit: pageFiles },
          ...(study === undefined ? {} : { study }),
          ...(series === undefined ? {} : { series }),
        },
      }),
    getNextPageParam: ({ files }) =>
      files.length < pageFiles ? null : (files.at(-1)?.ordinal ?? null),
    // A receipt never changes.
    staleTime: Infinity,
  });
  const files = (list.data?.pages ?? []).flatMap(page => page.files);
  return (
    <>
      {list.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {list.isError ? (
        <ErrorLine
          reason={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      <ol className="cl-list cl-intake-files">
        {files.map(({ ordinal, outcome, reason, sha256 }) => (
          <li key={ordinal}>
            <div>
              {text('intake.sheet.file', { number: ordinal, outcome: outcomeName(outcome) })}
            </div>
            {reason === null ? null : <div>{fileReasonText(reason)}</div>}
            <code className="cl-second cl-uid">{sha256}</code>
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <div>
          <button
            type="button"
            className="cl-button"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {text('intake.sheet.moreFiles')}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** The files of a delivery with their hashes, when somebody asks for them. */
export function FileList(props: FileListProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div>
        <button
          type="button"
          className="cl-button cl-button-quiet"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {text(open ? 'intake.sheet.hideHashes' : 'intake.sheet.hashes')}
        </button>
      </div>
      {open ? <Files {...props} /> : null}
    </>
  );
}
