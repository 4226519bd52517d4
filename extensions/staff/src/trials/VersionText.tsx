import { useMemo, useRef } from 'react';
import { text } from '@corelab/ui';
import { CharterEditor, type EditorHandle } from './CharterEditor.js';
import { problemsOf } from './CheckResults.js';
import { ProblemList } from './ProblemList.js';
import type { VersionView } from './versions.js';

/** A version's text as it was saved, with what the server says of it. */
export function VersionText({ version: shown }: { version: VersionView }) {
  const { version, source, errors, findings, unsupported } = shown;
  const editor = useRef<EditorHandle>(null);
  const problems = useMemo(
    () =>
      problemsOf(
        { of: source, errors, findings, trial: null },
        { of: source, errors, unsupported }
      ),
    [source, errors, findings, unsupported]
  );
  return (
    <div className="cl-form cl-fill">
      {problems.length === 0 ? null : (
        <ProblemList
          name={text('trials.problems')}
          problems={problems}
          onGo={(line, column) => editor.current?.goTo(line, column)}
        />
      )}
      <CharterEditor
        name={text('trials.textName', { version })}
        initial={source}
        readOnly
        problems={problems}
        handle={editor}
      />
    </div>
  );
}
