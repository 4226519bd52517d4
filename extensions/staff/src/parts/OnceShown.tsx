import { useState } from 'react';
import { text } from '@corelab/ui';

export interface OnceShownProps {
  /** What it is, with or without the secret in it. */
  title: string;
  secret: string;
  hint: string;
  /** Whether the title has the secret already. */
  inTitle?: boolean;
}

type Copied = 'not' | 'copied' | 'refused';

const said: Readonly<Record<Copied, '' | 'people.copied' | 'people.copyFailed'>> = {
  not: '',
  copied: 'people.copied',
  refused: 'people.copyFailed',
};

/** A secret that is shown this once, with a button that copies it. */
export function OnceShown({ title, secret, hint, inTitle = false }: OnceShownProps) {
  const [copied, setCopied] = useState<Copied>('not');
  const copy = async (): Promise<void> => {
    // Outside https and localhost browsers have no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) {
      setCopied('refused');
      return;
    }
    await clipboard.writeText(secret).then(
      () => setCopied('copied'),
      () => setCopied('refused')
    );
  };
  const word = said[copied];
  return (
    <section className="cl-leaving">
      <div
        className="cl-form"
        role="alert"
      >
        <p className="cl-medium">{title}</p>
        {inTitle ? null : <code className="cl-secret">{secret}</code>}
        <p className="cl-second">{hint}</p>
      </div>
      <div className="cl-row">
        <button
          type="button"
          className="cl-button"
          onClick={() => void copy()}
        >
          {text('people.copy')}
        </button>
        <span role="status">{word === '' ? '' : text(word)}</span>
      </div>
    </section>
  );
}
