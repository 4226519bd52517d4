import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { AskForm } from './AskForm.js';
import { DeviationForm, type Deviation } from './DeviationForm.js';
import { qcKey, type Exam, type ExamState } from './qcData.js';
import { examStateName } from './qcWords.js';

type ReasonedAct = 'refuse' | 'withdraw' | 'supersede' | 'reopenQc' | 'quarantine' | 'release';
type Act = 'pass' | 'passWithDeviation' | ReasonedAct;

interface ReasonedTexts {
  readonly name: TextKey;
  readonly button: TextKey;
  readonly effect: TextKey;
}

const reasoned: Readonly<Record<ReasonedAct, ReasonedTexts>> = {
  refuse: {
    name: 'qc.decide.refuse',
    button: 'qc.decide.refuseButton',
    effect: 'qc.decide.refuseEffect',
  },
  reopenQc: {
    name: 'qc.decide.reopenQc',
    button: 'qc.decide.reopenQcButton',
    effect: 'qc.decide.reopenQcEffect',
  },
  quarantine: {
    name: 'qc.decide.quarantine',
    button: 'qc.decide.quarantineButton',
    effect: 'qc.decide.quarantineEffect',
  },
  release: {
    name: 'qc.decide.release',
    button: 'qc.decide.releaseButton',
    effect: 'qc.decide.releaseEffect',
  },
  supersede: {
    name: 'qc.decide.supersede',
    button: 'qc.decide.supersedeButton',
    effect: 'qc.decide.supersedeEffect',
  },
  withdraw: {
    name: 'qc.decide.withdraw',
    button: 'qc.decide.withdrawButton',
    effect: 'qc.decide.withdrawEffect',
  },
};

/** The rest is a data manager's. */
const ofTechnologists: readonly ReasonedAct[] = ['refuse', 'reopenQc', 'quarantine'];

const ended: readonly ExamState[] = ['superseded', 'withdrawn'];

/** From which states the server lets an act be done; it says so itself where that has changed meanwhile. */
const possible: Readonly<Record<ReasonedAct, (state: ExamState) => boolean>> = {
  refuse: state => ['received', 'quarantined', 'matched', 'inQc', 'queried'].includes(state),
  reopenQc: state => ['passed', 'passedWithDeviation', 'refused'].includes(state),
  quarantine: state =>
    ['received', 'matched', 'inQc', 'passed', 'passedWithDeviation', 'queried'].includes(state),
  release: state => state === 'quarantined',
  supersede: state => !ended.includes(state),
  withdraw: state => !ended.includes(state),
};

export interface DecidePartProps {
  exam: Exam;
  /** The person has taken the check of it. */
  isMine: boolean;
  onNext: (() => void) | null;
}

function Done({ state, onNext }: { state: ExamState; onNext: (() => void) | null }) {
  return (
    <div className="cl-row cl-wrap">
      <p
        role="status"
        className="cl-ok cl-grow"
      >
        {text('qc.decide.done', { state: examStateName(state) })}
      </p>
      {onNext === null ? (
        <span className="cl-second">{text('qc.decide.noNext')}</span>
      ) : (
        <button
          type="button"
          className="cl-button cl-button-primary"
          onClick={onNext}
        >
          {text('qc.decide.next')}
        </button>
      )}
    </div>
  );
}

/** What can be decided of an exam by who looks at it. */
export function DecidePart({ exam, isMine, onNext }: DecidePartProps) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const queries = useQueryClient();
  const [doing, setDoing] = useState<ReasonedAct | 'deviation' | 'ask' | null>(null);
  const [asked, setAsked] = useState(false);
  const decide = useMutation({
    mutationFn: (body: { act: Act; reason?: string; deviations?: Deviation[] }) =>
      server.post('/api/admin/trials/{trial}/exams/{exam}/decide', {
        path: { trial: trial.id, exam: exam.id },
        body,
      }),
    onSuccess: async () => {
      setDoing(null);
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  const begin = (act: typeof doing): void => {
    decide.reset();
    setDoing(act);
  };
  const isManager = isOne(room, 'dataManager');
  const offered = (Object.keys(reasoned) as ReasonedAct[]).filter(
    act => possible[act](exam.state) && (isManager || ofTechnologists.includes(act))
  );
  const allJudged = exam.seriesList.every(({ judged }) => judged);
  const form =
    doing === null ? null : doing === 'ask' ? (
      <AskForm
        exam={exam}
        onDone={() => {
          setDoing(null);
          setAsked(true);
        }}
        onCancel={() => setDoing(null)}
      />
    ) : doing === 'deviation' ? (
      <DeviationForm
        exam={exam}
        busy={decide.isPending}
        error={decide.error}
        onAct={(reason, deviations) =>
          decide.mutate({ act: 'passWithDeviation', reason, deviations })
        }
        onCancel={() => setDoing(null)}
      />
    ) : (
      <>
        <p>{text(reasoned[doing].effect)}</p>
        <ReasonForm
          act={text(reasoned[doing].button)}
          busy={decide.isPending}
          error={decide.error}
          onAct={reason => decide.mutate({ act: doing, reason })}
          onCancel={() => setDoing(null)}
        />
      </>
    );
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('qc.decide')}</h3>
      {decide.isSuccess && decide.data.state === exam.state ? (
        <Done
          state={exam.state}
          onNext={onNext}
        />
      ) : null}
      {asked ? (
        <p
          role="status"
          className="cl-ok"
        >
          {text('qc.ask.sent')}
        </p>
      ) : null}
      {form ?? (
        <>
          {decide.isError ? <ErrorLine reason={decide.error} /> : null}
          <div className="cl-row cl-wrap">
            {isMine ? (
              <>
                <button
                  type="button"
                  className="cl-button cl-button-primary"
                  disabled={!allJudged || decide.isPending}
                  onClick={() => decide.mutate({ act: 'pass' })}
                >
                  {text('qc.decide.pass')}
                </button>
                <button
                  type="button"
                  className="cl-button"
                  disabled={!allJudged || decide.isPending}
                  onClick={() => begin('deviation')}
                >
                  {text('qc.decide.passDeviation')}
                </button>
              </>
            ) : null}
            {ended.includes(exam.state) ? null : (
              <button
                type="button"
                className="cl-button"
                onClick={() => begin('ask')}
              >
                {text('qc.decide.ask')}
              </button>
            )}
            {offered.map(act => (
              <button
                key={act}
                type="button"
                className="cl-button"
                onClick={() => begin(act)}
              >
                {text(reasoned[act].name)}
              </button>
            ))}
          </div>
          {isMine && !allJudged ? <p className="cl-second">{text('qc.decide.passHint')}</p> : null}
        </>
      )}
    </section>
  );
}
