import { formatChange, formatMm, formatNumber, formatPercentChange } from './numbers.js';
import { text } from './text.js';

export interface ResponseView {
  timepoint: string;
  /** Millimetres. */
  sum: number;
  baseline: { value: number; changePct: number | null } | null;
  nadir: {
    value: number;
    timepoint: string;
    changePct: number | null;
    changeMm: number | null;
  } | null;
  target: string | null;
  nonTarget: string | null;
  newLesions: boolean | null;
  overall: string | null;
}

/** What the header may say, by the charter's `showDerived` and what is there. */
export type ResponseHeaderState =
  | { kind: 'response'; response: ResponseView }
  | { kind: 'soFar'; sum: number | null; done: number; of: number; overall: string | null }
  | { kind: 'afterLesions'; done: number; of: number }
  | { kind: 'afterSigning' }
  | { kind: 'notComputable'; reason: string };

const join = (...parts: (string | null)[]): string =>
  parts.filter(part => part !== null && part !== '').join('  ');

interface HeaderPart {
  /** Where there are several: which one the response is by. */
  criterion?: string;
  onHow(): void;
}

function Changes({ response }: { response: ResponseView }) {
  const { baseline, nadir } = response;
  return (
    <>
      {baseline === null ? null : (
        <p className="cl-second cl-numbers">
          {join(
            text('response.baseline', { value: formatNumber(baseline.value) }),
            baseline.changePct === null ? null : formatPercentChange(baseline.changePct)
          )}
        </p>
      )}
      {nadir === null ? null : (
        <p className="cl-second cl-numbers">
          {join(
            text('response.nadir', { value: formatNumber(nadir.value) }),
            nadir.timepoint,
            nadir.changePct === null ? null : formatPercentChange(nadir.changePct),
            nadir.changeMm === null ? null : `${formatChange(nadir.changeMm)}\u00a0mm`
          )}
        </p>
      )}
    </>
  );
}

function Components({ response }: { response: ResponseView }) {
  const newWord = response.newLesions === true ? text('response.newYes') : text('response.newNone');
  const parts: [string, string][] = [
    [text('response.target'), response.target ?? text('response.none')],
    [text('response.nonTarget'), response.nonTarget ?? text('response.none')],
    [text('response.new'), newWord],
  ];
  return (
    <p className="cl-row cl-wrap">
      {parts.map(([label, value]) => (
        <span key={label}>
          <span className="cl-second">{label}</span> <b>{value}</b>
        </span>
      ))}
    </p>
  );
}

function Complete({ response, criterion, onHow }: HeaderPart & { response: ResponseView }) {
  return (
    <>
      <div className="cl-row">
        <h2 className="cl-caption cl-grow">{text('response.title')}</h2>
        <button
          type="button"
          className="cl-number-button cl-big"
          data-sum={response.sum}
          aria-label={text('response.sum', { timepoint: response.timepoint })}
          onClick={onHow}
        >
          {formatMm(response.sum)}
        </button>
      </div>
      <Changes response={response} />
      {response.overall === null ? null : (
        <>
          <Components response={response} />
          <p className="cl-row">
            <span className="cl-caption">{text('response.overall')}</span>
            <b
              className="cl-big"
              data-overall={response.overall}
            >
              {response.overall}
            </b>
            <span className="cl-second">
              {criterion === undefined
                ? text('response.calculated')
                : text('response.calculatedBy', { criterion })}
            </span>
          </p>
        </>
      )}
    </>
  );
}

function sentence(state: Exclude<ResponseHeaderState, { kind: 'response' }>): string {
  switch (state.kind) {
    case 'soFar':
      return state.sum === null
        ? text('response.soFarNothing')
        : text('response.soFar', {
            value: formatNumber(state.sum),
            done: state.done,
            of: state.of,
          });
    case 'afterLesions':
      return text('response.afterLesions', { done: state.done, of: state.of });
    case 'afterSigning':
      return text('response.afterSigning');
    case 'notComputable':
      return text('response.notComputable', { reason: state.reason });
  }
}

/** Sum, changes, components and overall, or the sentence that says why not; nothing between. */
export function ResponseHeader({
  state,
  criterion,
  onHow,
}: HeaderPart & { state: ResponseHeaderState }) {
  return (
    <section
      className="cl-response"
      aria-label={text('response.title')}
      data-response={state.kind}
    >
      <div className="cl-grow">
        {state.kind === 'response' ? (
          <Complete
            response={state.response}
            {...(criterion === undefined ? {} : { criterion })}
            onHow={onHow}
          />
        ) : (
          <p className="cl-numbers">{sentence(state)}</p>
        )}
        {state.kind === 'soFar' && state.overall !== null ? (
          <p className="cl-row">
            <span className="cl-caption">{text('response.overall')}</span>
            <b data-overall={state.overall}>{state.overall}</b>
          </p>
        ) : null}
      </div>
      {state.kind === 'afterSigning' || state.kind === 'afterLesions' ? null : (
        <button
          type="button"
          className="cl-button cl-button-quiet cl-top"
          onClick={onHow}
        >
          {text('response.how')} <kbd className="cl-key">{text('response.howKey')}</kbd>
        </button>
      )}
    </section>
  );
}
