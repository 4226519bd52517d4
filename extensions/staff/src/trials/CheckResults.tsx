import { useMemo } from 'react';
import { StateIcon, text } from '@corelab/ui';
import type { EditorProblem } from './CharterEditor.js';
import type { LiveCheck } from './liveCheck.js';
import { pathPosition } from './pathPosition.js';
import { ProblemList } from './ProblemList.js';
import type { Check } from './versions.js';

/** The server's word on a text. */
export interface ServerCheck {
  readonly of: string;
  readonly unsupported: Check['unsupported'];
  readonly errors: Check['errors'];
}

/** What is wrong with a text, and what is to be known of it, as marks beside its lines. */
export function problemsOf(
  { errors, findings }: LiveCheck,
  server: ServerCheck | null
): EditorProblem[] {
  const placed = (server?.unsupported ?? []).flatMap(({ path, message }): EditorProblem[] => {
    const position = server === null ? null : pathPosition(server.of, path);
    const said = text('trials.notActedOn', { path, message });
    return [{ ...(position ?? { line: 1, column: 1 }), message: said, severity: 'warning' }];
  });
  const all = [
    ...errors.map(error => ({ ...error, severity: 'error' as const })),
    ...findings.map(finding => ({ ...finding, severity: 'warning' as const })),
    ...placed,
  ];
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}

export interface CheckResultsProps {
  source: string;
  live: LiveCheck;
  server: ServerCheck | null;
  problems: readonly EditorProblem[];
  onGo(line: number, column: number): void;
}

/** The same as a list, with what the server has said of the text. */
export function CheckResults({ source, live, server, problems, onGo }: CheckResultsProps) {
  const { errors } = live;
  const said = useMemo(() => {
    if (errors.length > 0) return text('trials.errors', { count: errors.length });
    if (server === null) return text('trials.valid');
    if (server.of !== source) return text('trials.checkedBefore');
    return server.unsupported.length === 0
      ? text('trials.runs')
      : text('trials.unsupported', { count: server.unsupported.length });
  }, [errors, server, source]);
  const calm = errors.length === 0 && (server?.unsupported.length ?? 0) === 0;
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('trials.check')}</h3>
      <p
        role="status"
        className="cl-row"
      >
        <StateIcon icon={errors.length > 0 ? 'blocked' : calm ? 'done' : 'warning'} />
        <span>{said}</span>
      </p>
      <ProblemList
        name={text('trials.problems')}
        problems={problems}
        onGo={onGo}
      />
    </section>
  );
}
