import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { StateIcon, text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { sinceText } from './ageText.js';
import { DecidePart } from './DecidePart.js';
import { DeidentificationPart } from './DeidentificationPart.js';
import { DecisionList } from './DecisionList.js';
import { ExamQueries } from './ExamQueries.js';
import { qcKey, type Exam } from './qcData.js';
import { checks, type Tab } from './qcPlace.js';
import { examStateName, reasonText, regionName } from './qcWords.js';
import { ReadEntry } from './ReadEntry.js';
import { SeriesPart } from './SeriesPart.js';

function Facts({ exam }: { exam: Exam }) {
  const { site, date, arrivedAt, state, version } = exam;
  const facts: readonly (readonly [TextKey, string])[] = [
    ['qc.state', examStateName(state)],
    ['qc.site', site ?? text('qc.exam.noSite')],
    ['qc.exam.date', date ?? text('qc.unknown')],
    ['qc.exam.arrived', sinceText(arrivedAt, new Date())],
    ...(version === 1 ? [] : [['qc.exam.version', String(version)] as const]),
  ];
  return (
    <dl className="cl-facts-wide">
      {facts.map(([name, value]) => (
        <div
          key={name}
          className="cl-fact"
        >
          <dt>{text(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Reasons({ exam }: { exam: Exam }) {
  if (exam.reasons.length === 0) return null;
  return (
    <ul
      className="cl-list cl-why"
      aria-label={text('qc.exam.why')}
    >
      {exam.reasons.map(reason => (
        <li key={reason}>{reasonText(reason, exam)}</li>
      ))}
    </ul>
  );
}

/** What the charter asks of the exam's timepoints, and what of it is there. */
function Asked({ exam }: { exam: Exam }) {
  const { protocol } = exam;
  return (
    <section className="cl-form cl-tight">
      <h3 className="cl-caption">{text('qc.protocol')}</h3>
      {protocol === null ? <p>{text('qc.protocol.none')}</p> : null}
      {protocol?.timepoints.map(({ timepoint, label, roles }) => (
        <div
          key={timepoint}
          className="cl-row cl-wrap"
        >
          <span className="cl-second">{text('qc.protocol.timepoint', { timepoint: label })}</span>
          {roles.map(({ role, there }) => (
            <span
              key={role}
              className={there ? 'cl-ok' : 'cl-attention'}
            >
              <StateIcon icon={there ? 'done' : 'toDo'} />{' '}
              {text(there ? 'qc.protocol.there' : 'qc.protocol.missing', { role })}
            </span>
          ))}
        </div>
      ))}
      {protocol === null ? null : (
        <p className="cl-second">
          {text('qc.protocol.regions', {
            regions: protocol.regions.map(regionName).join(', '),
          })}
        </p>
      )}
    </section>
  );
}

/** Who checks it, and the way to be that one. */
function Claim({ exam }: { exam: Exam }) {
  const { server, trial, session } = useTrialRoom();
  const queries = useQueryClient();
  const [takingOver, setTakingOver] = useState(false);
  const { id, claimedBy } = exam;
  const claim = useMutation({
    mutationFn: (takeOver: string | null) =>
      server.post('/api/admin/trials/{trial}/exams/{exam}/claim', {
        path: { trial: trial.id, exam: id },
        body: takeOver === null ? {} : { takeOver },
      }),
    onSuccess: async () => {
      setTakingOver(false);
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  if (claimedBy === session.user) return <p className="cl-ok">{text('qc.claim.mine')}</p>;
  if (claimedBy === null) {
    return (
      <div className="cl-form cl-tight">
        <p className="cl-second">{text('qc.claim.hint')}</p>
        {claim.isError ? <ErrorLine reason={claim.error} /> : null}
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={claim.isPending}
            onClick={() => claim.mutate(null)}
          >
            {text('qc.claim')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="cl-form cl-tight">
      <p className="cl-attention">{text('qc.claim.other', { user: claimedBy })}</p>
      {takingOver ? (
        <ReasonForm
          act={text('qc.claim.takeOverButton', { user: claimedBy })}
          busy={claim.isPending}
          error={claim.error}
          onAct={reason => claim.mutate(reason)}
          onCancel={() => setTakingOver(false)}
        />
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={() => setTakingOver(true)}
          >
            {text('qc.claim.takeOver')}
          </button>
        </div>
      )}
    </div>
  );
}

export interface ExamContentsProps {
  exam: Exam;
  /** Opens the next exam that waits; null where none does. */
  onNext: (() => void) | null;
  onGo(tab: Tab, open: string): void;
}

/** What is asked of an exam, its series and what they are used for, and what is decided of it. */
export function ExamContents({ exam, onNext, onGo }: ExamContentsProps) {
  const room = useTrialRoom();
  const mayCheck = checks(room);
  const inQc = exam.state === 'matched' || exam.state === 'inQc';
  const isMine = mayCheck && exam.claimedBy === room.session.user && exam.state === 'inQc';
  return (
    <>
      <Facts exam={exam} />
      <Reasons exam={exam} />
      <Asked exam={exam} />
      {mayCheck && inQc ? <Claim exam={exam} /> : null}
      <SeriesPart
        exam={exam}
        editable={isMine}
      />
      {mayCheck ? (
        <DecidePart
          exam={exam}
          isMine={isMine}
          onNext={onNext}
        />
      ) : null}
      <ExamQueries
        exam={exam.id}
        onOpen={query => onGo('queries', query)}
      />
      <section className="cl-form cl-tight">
        <h3 className="cl-caption">{text('qc.reads')}</h3>
        {exam.reads.length === 0 ? <p className="cl-second">{text('qc.reads.none')}</p> : null}
        <ul className="cl-list cl-form cl-tight">
          {exam.reads.map(read => (
            <ReadEntry
              key={read.readId}
              read={read}
              onReturned={() => onGo('returned', read.readId)}
            />
          ))}
        </ul>
      </section>
      <DeidentificationPart exam={exam.id} />
      <DecisionList exam={exam} />
    </>
  );
}
