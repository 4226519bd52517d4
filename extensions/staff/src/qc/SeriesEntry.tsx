import { useContext } from 'react';
import { StateIcon, text } from '@corelab/ui';
import { ShownSeriesContext } from '../images/shownSeries.js';
import { AcquisitionFacts } from './AcquisitionFacts.js';
import { JudgementForm } from './JudgementForm.js';
import { limitsOf } from './protocolText.js';
import { problemText } from './problemText.js';
import { hasReasons, hasRoleSaid, type Judgement } from './judgement.js';
import type { Acquisition, Protocol, Series } from './qcData.js';
import { purposeName, usabilityName } from './qcWords.js';

/** Problems that are still there: one without a role has none any more once it has been given one. */
const problemsOf = ({ problems }: Series, { role }: Judgement): Series['problems'] =>
  problems.filter(({ code }) => code !== 'noRole' || role === null);

function Problems({ problems }: { problems: Series['problems'] }) {
  if (problems.length === 0) {
    return (
      <p className="cl-second">
        <StateIcon icon="done" /> {text('qc.series.noProblem')}
      </p>
    );
  }
  return (
    <ul className="cl-list">
      {problems.map(problem => (
        <li
          key={problem.code}
          className="cl-attention"
        >
          <StateIcon icon="warning" /> {problemText(problem)}
        </li>
      ))}
    </ul>
  );
}

/** What the protocol asks of the role it has. */
function Limits({ protocol, role }: { protocol: Protocol | null; role: string | null }) {
  const asked = protocol?.roles.find(one => one.role === role);
  if (asked === undefined) return null;
  const limits = limitsOf(asked);
  return (
    <p>
      {limits.length === 0
        ? text('qc.protocol.noLimits', { role: asked.role })
        : text('qc.protocol.limits', { role: asked.role, limits: limits.join(', ') })}
    </p>
  );
}

/** What it may be used for, in words. */
function Uses({ judgement }: { judgement: Judgement }) {
  const uses = [['read', judgement.read] as const, ...Object.entries(judgement.purposes)];
  return (
    <ul className="cl-list">
      {uses.map(([purpose, { usable, reason }]) => (
        <li key={purpose}>
          {text(reason === '' ? 'qc.series.usable' : 'qc.series.usableWhy', {
            ...{ purpose: purposeName(purpose), usable: usabilityName(usable), reason },
          })}
        </li>
      ))}
    </ul>
  );
}

function Needs({ judgement }: { judgement: Judgement }) {
  if (!hasRoleSaid(judgement)) {
    return <p className="cl-attention">{text('qc.series.needsRole')}</p>;
  }
  return hasReasons(judgement) ? null : (
    <p className="cl-attention">{text('qc.series.needsReason')}</p>
  );
}

/** Beside its images: brings the series into the active pane. */
function Show({ name, series }: { name: string; series: string }) {
  const shown = useContext(ShownSeriesContext);
  if (shown === null) return null;
  if (!shown.offered.includes(series)) {
    return <p className="cl-attention">{text('qc.images.notShown')}</p>;
  }
  return (
    <div className="cl-row">
      <button
        type="button"
        className="cl-button"
        aria-label={text('qc.images.showSeries', { name })}
        onClick={() => shown.show(series)}
      >
        {text('qc.images.show')}
      </button>
      {shown.inPane.includes(series) ? (
        <span className="cl-second">{text('qc.images.inPane')}</span>
      ) : null}
    </div>
  );
}

export interface SeriesEntryProps {
  name: string;
  series: Series;
  /** Null while the archive has not answered. */
  acquisition: Acquisition | null;
  protocol: Protocol | null;
  judgement: Judgement;
  /** It is not confirmed as it is shown. */
  isOpen: boolean;
  /** Null for who does not check the exam. */
  onJudge: ((judgement: Judgement) => void) | null;
}

/** One series: how it was acquired, what is wrong with it, its role and what it may be used for. */
export function SeriesEntry(props: SeriesEntryProps) {
  const { name, series, acquisition, protocol, judgement, isOpen, onJudge } = props;
  const said = !isOpen
    ? text('qc.series.judged')
    : series.judged
      ? text('qc.series.changed')
      : series.role === null
        ? text('qc.series.noRole')
        : text('qc.series.proposed');
  return (
    <li
      className="cl-qc-series"
      aria-label={name}
    >
      <div className="cl-row">
        <span className="cl-medium">{name}</span>
        {judgement.role === null ? null : <b>{judgement.role}</b>}
        <span className="cl-grow" />
        <span className={isOpen ? 'cl-attention' : 'cl-ok'}>
          <StateIcon icon={isOpen ? 'toDo' : 'done'} /> {said}
        </span>
      </div>
      <Show
        name={name}
        series={series.id}
      />
      <AcquisitionFacts
        series={series}
        acquisition={acquisition}
      />
      <Limits
        protocol={protocol}
        role={judgement.role}
      />
      <Problems problems={problemsOf(series, judgement)} />
      {onJudge === null || protocol === null ? (
        <Uses judgement={judgement} />
      ) : (
        <>
          <JudgementForm
            name={name}
            modality={series.modality}
            protocol={protocol}
            judgement={judgement}
            onJudge={onJudge}
          />
          <Needs judgement={judgement} />
        </>
      )}
    </li>
  );
}
