import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { TextInput } from '../parts/TextInput.js';
import { auditKey, paths, type Review, type ReviewItem } from './auditData.js';
import { actName, aboutText, momentText, rolesText, whoText } from './auditWords.js';
import { DifferenceTable } from './DifferenceTable.js';

const outcomes = ['inOrder', 'finding', 'notApplicable'] as const;
const severities = ['minor', 'major', 'critical'] as const;

export interface ReviewItemSheetProps {
  chain: string;
  review: Review;
  item: ReviewItem;
  onChanged(): Promise<void>;
  /** To what is still to be reviewed; null where nothing is. */
  onNext: (() => void) | null;
  onClose(): void;
}

function Judge({ chain, review, item, onChanged, onNext }: ReviewItemSheetProps) {
  const { server } = useRoom();
  const [outcome, setOutcome] = useState(item.outcome);
  const [severity, setSeverity] = useState(item.severity);
  const [words, setWords] = useState(item.text ?? '');
  const given = { trial: chain, review: review.id, place: String(item.place) };
  const keep = useMutation({
    mutationFn: (to: typeof outcome) =>
      server.post(paths.item, {
        path: given,
        body: {
          outcome: to,
          ...(to === 'finding' && severity !== null ? { severity } : {}),
          ...(to === null || words.trim() === '' ? {} : { text: words.trim() }),
        },
      }),
    onSuccess: async (_, to) => {
      await onChanged();
      if (to === null) setOutcome(null);
      else onNext?.();
    },
  });
  const isFinding = outcome === 'finding';
  return (
    <ActForm
      act={text('audit.review.keep')}
      reason={null}
      ready={outcome !== null && (!isFinding || (severity !== null && words.trim() !== ''))}
      busy={keep.isPending}
      error={keep.error}
      onAct={() => keep.mutate(outcome)}
    >
      <Choice<(typeof outcomes)[number]>
        legend={text('audit.review.outcome')}
        value={outcome}
        values={outcomes}
        onChange={setOutcome}
        nameOf={one => text(`audit.review.outcome.${one}`)}
      />
      {isFinding ? (
        <Choice<(typeof severities)[number]>
          legend={text('audit.review.severity')}
          value={severity}
          values={severities}
          onChange={setSeverity}
          nameOf={one => text(`audit.review.severity.${one}`)}
        />
      ) : null}
      <TextInput
        label={text(isFinding ? 'audit.review.text' : 'audit.review.remark')}
        value={words}
        onChange={setWords}
        multiline
      />
      {item.outcome === null ? null : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            disabled={keep.isPending}
            onClick={() => keep.mutate(null)}
          >
            {text('audit.review.undo')}
          </button>
        </div>
      )}
    </ActForm>
  );
}

type Response = 'answer' | 'close' | 'reopen';

function Respond({
  kind,
  chain,
  review,
  item,
  onChanged,
  onCancel,
}: Omit<ReviewItemSheetProps, 'onNext' | 'onClose'> & { kind: Response; onCancel(): void }) {
  const { server } = useRoom();
  const respond = useMutation({
    mutationFn: (said: string) =>
      server.post(paths[kind], {
        path: { trial: chain, review: review.id, place: String(item.place) },
        body: { text: said },
      }),
    onSuccess: async () => {
      await onChanged();
      onCancel();
    },
  });
  return (
    <ReasonForm
      act={text(`audit.review.${kind}`)}
      label={text('audit.review.says')}
      busy={respond.isPending}
      error={respond.error}
      onAct={said => respond.mutate(said)}
      onCancel={onCancel}
    />
  );
}

function Responses(props: ReviewItemSheetProps) {
  const room = useRoom();
  const { item, review } = props;
  if (review.state !== 'signed' || item.outcome !== 'finding') return null;
  const auditor = isOne(room, 'auditor');
  const possible: readonly (Response | false)[] = item.closed
    ? [auditor && 'reopen']
    : [isOne(room, 'admin') && 'answer', auditor && 'close'];
  return (
    <>
      {possible.map(kind =>
        kind === false ? null : (
          <OpenAct
            key={kind}
            label={text(`audit.review.${kind}`)}
          >
            {close => (
              <Respond
                {...props}
                kind={kind}
                onCancel={close}
              />
            )}
          </OpenAct>
        )
      )}
    </>
  );
}

/** An entry of a sample: what it says, and what was found. */
export function ReviewItemSheet(props: ReviewItemSheetProps) {
  const { chain, review, item, onNext, onClose } = props;
  const room = useRoom();
  const { entry } = item;
  const number = String(entry.sequence);
  const whole = useQuery({
    queryKey: [...auditKey(chain), 'entry', number],
    queryFn: () => room.server.get(paths.entry, { path: { trial: chain, entry: number } }),
  });
  return (
    <SideSheet
      title={text('audit.review.item', {
        ...{ entry: entry.sequence, place: item.place, items: review.items },
      })}
      onClose={onClose}
    >
      <p>
        <b>{actName(entry.act)}</b> {aboutText(entry)}
      </p>
      <p className="cl-second">
        {momentText(entry.at)}, {whoText(entry)} ({rolesText(entry.roles)})
      </p>
      {whole.isError ? (
        <ErrorLine
          reason={whole.error}
          onRetry={() => void whole.refetch()}
        />
      ) : null}
      {whole.data?.texts.map(({ path, text: said }) =>
        said === null ? null : (
          <p
            key={path}
            className="cl-audit-words"
          >
            {said}
          </p>
        )
      )}
      <DifferenceTable differences={whole.data?.differences ?? []} />
      <p className="cl-uid cl-second">{item.hash}</p>
      {review.state === 'open' && isOne(room, 'auditor') ? (
        <Judge
          {...props}
          key={`${item.outcome} ${review.version}`}
        />
      ) : (
        <p>
          <b>{text(`audit.review.outcome.${item.outcome ?? 'none'}`)}</b>
          {item.severity === null ? '' : `, ${text(`audit.review.severity.${item.severity}`)}`}
          {item.text === null ? '' : `: ${item.text}`}
        </p>
      )}
      {item.responses.map(({ kind, by, at, text: said }) => (
        <p key={`${at} ${kind} ${said}`}>
          {text(`audit.review.response.${kind}`, { by, at: momentText(at), text: said })}
        </p>
      ))}
      <Responses {...props} />
      {onNext === null ? null : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={onNext}
          >
            {text('audit.review.next')}
          </button>
        </div>
      )}
    </SideSheet>
  );
}
