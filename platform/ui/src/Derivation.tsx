import { text } from './text.js';

export interface DerivationStep {
  rule: string;
  text: string;
  source: string;
}

/** The engine's steps in its order, in place of the lists. */
export function Derivation({
  criterion,
  steps,
  onBack,
}: {
  /** Where there are several: which one it is. */
  criterion?: string;
  steps: readonly DerivationStep[];
  onBack(): void;
}) {
  const title =
    criterion === undefined ? text('derivation.title') : text('derivation.titleBy', { criterion });
  return (
    <section
      className="cl-section"
      aria-label={title}
    >
      <div className="cl-row">
        <h2 className="cl-heading cl-grow">{title}</h2>
        <button
          type="button"
          className="cl-button"
          onClick={onBack}
        >
          {text('derivation.back')} <kbd className="cl-key">Esc</kbd>
        </button>
      </div>
      {steps.length === 0 ? <p>{text('derivation.empty')}</p> : null}
      <ol className="cl-steps">
        {steps.map((step, index) => (
          <li key={`${step.rule}-${index}`}>
            <p className="cl-numbers">{step.text}</p>
            <p className="cl-second">
              {text('derivation.rule', { rule: step.rule })} · {step.source}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
