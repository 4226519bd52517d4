import { useMemo, useState } from 'react';
import { text } from '@corelab/ui';
import { outlineOf, type OutlineNode } from './charterOutline.js';

interface LinesProps {
  nodes: readonly OutlineNode[];
  /** Whether its author wrote what they are in: else all of them are defaults, and that is said once. */
  inWritten: boolean;
  meanings: boolean;
}

function Lines({ nodes, inWritten, meanings }: LinesProps) {
  return (
    <ul className="cl-outline">
      {nodes.map(({ path, name, value, meaning, written, children }) => (
        <li key={path}>
          <div className="cl-outline-line">
            <span className="cl-medium">{name}</span>
            {value === null ? null : <span className="cl-outline-value">{value}</span>}
            {written || !inWritten ? null : (
              <span className="cl-second">{text('trials.byDefault')}</span>
            )}
          </div>
          {meanings && meaning !== null ? <p className="cl-second">{meaning}</p> : null}
          {children.length === 0 ? null : (
            <Lines
              nodes={children}
              inWritten={written}
              meanings={meanings}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The resolved charter to read, section by section: what is in force once it is approved, defaults and all. */
export function Outline({ resolved, source }: { resolved: unknown; source: string }) {
  const [meanings, setMeanings] = useState(false);
  const nodes = useMemo(() => outlineOf(resolved, source), [resolved, source]);
  if (nodes.length === 0) return <p>{text('trials.noOutline')}</p>;
  return (
    <div className="cl-form">
      <label className="cl-choice">
        <input
          type="checkbox"
          checked={meanings}
          onChange={event => setMeanings(event.target.checked)}
        />
        {text('trials.showMeanings')}
      </label>
      {nodes.map(({ path, name, value, meaning, written, children }) => (
        <section
          key={path}
          className="cl-changes"
        >
          <h3 className="cl-heading cl-outline-line">
            <span>{name}</span>
            {written ? null : <span className="cl-second">{text('trials.byDefault')}</span>}
          </h3>
          {meanings && meaning !== null ? <p className="cl-second">{meaning}</p> : null}
          {value === null ? (
            <Lines
              nodes={children}
              inWritten={written}
              meanings={meanings}
            />
          ) : (
            <p className="cl-outline-value">{value}</p>
          )}
        </section>
      ))}
    </div>
  );
}
