import { clinicalFactKind, clinicalFactValue } from './clinicalFactText.js';
import { text } from './text.js';

/** A fact as the server tells it to who reads or decides. */
export interface ShownFact {
  readonly kind: string;
  readonly name: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** Empty where none is told. */
  readonly date: string;
  readonly day: number | null;
}

const whenOf = ({ date, day }: ShownFact): string =>
  [...(date === '' ? [] : [date]), ...(day === null ? [] : [text('clinical.day', { day })])].join(
    ', '
  );

/** What is known of a subject beside the images; nothing where nothing may be seen. */
export function ClinicalFacts({ facts }: { facts: readonly ShownFact[] }) {
  if (facts.length === 0) return null;
  return (
    <section
      className="cl-section"
      aria-label={text('clinical.title')}
    >
      <h2 className="cl-heading">{text('clinical.title')}</h2>
      <dl className="cl-clinical-facts">
        {facts.map((fact, place) => (
          <div
            key={place}
            className="cl-clinical-fact"
            data-fact-kind={fact.kind}
          >
            <dt className="cl-second">{fact.name ?? clinicalFactKind(fact.kind)}</dt>
            <dd>
              <span>
                {fact.value === null ? '' : clinicalFactValue(fact.kind, fact.value, fact.unit)}
              </span>{' '}
              <span className="cl-second">{whenOf(fact)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
