import { text } from '@corelab/ui';
import { readNames, type ReadKey } from './comparedReads.js';
import { LineSample } from './LineSample.js';

export interface ReadToggleProps {
  side: ReadKey;
  /** Its marks are drawn. */
  shown: boolean;
  onToggle(): void;
}

/** Shows or hides the marks of a read, and says how they look and with which key. */
export function ReadToggle({ side, shown, onToggle }: ReadToggleProps) {
  const read = readNames[side];
  return (
    <button
      type="button"
      className="cl-button cl-side-button"
      aria-pressed={shown}
      title={text(shown ? 'adj.hide' : 'adj.show', { read })}
      data-side={side}
      onClick={onToggle}
    >
      <LineSample side={side} />
      <span className={`cl-read-${side}-text`}>{text('adj.read', { read })}</span>
      <kbd className="cl-key">{read}</kbd>
    </button>
  );
}
