import type { AnnotationStyle, CornerstoneTools } from '@corelab/host';
import { text } from '@corelab/ui';

/** How marks differ: those of this read by selection, those of the compared timepoint always thin. */
export type MarkKind = 'selected' | 'current' | 'earlier';

interface Look {
  color: string;
  lineWidth: string;
  lineDash: string;
}

/** Colours are the tokens ok, info and quiet of platform/ui; annotations take no CSS variables. */
const looks: Record<MarkKind, Look> = {
  selected: { color: '#8cc8ff', lineWidth: '2.5', lineDash: '' },
  current: { color: '#5fd39a', lineWidth: '1.5', lineDash: '' },
  earlier: { color: '#b8c2d0', lineWidth: '1', lineDash: '' },
};

/** Dark behind the letters, so that they are read on bone and metal too. */
const textBackground = 'rgba(0, 0, 0, 0.6)';

function styleOf(kind: MarkKind): AnnotationStyle {
  const { color, lineWidth, lineDash } = looks[kind];
  return {
    color,
    colorHighlighted: color,
    colorSelected: color,
    colorLocked: color,
    lineWidth,
    lineDash,
    textBoxColor: color,
    textBoxColorHighlighted: color,
    textBoxColorSelected: color,
    textBoxColorLocked: color,
    textBoxBackground: textBackground,
    textBoxFontSize: kind === 'earlier' ? '13px' : '14px',
  };
}

/** Gives marks their look; remembers it, since the host must draw again only where something changed. */
export class MarkStyles {
  readonly #tools: CornerstoneTools;
  readonly #given = new Map<string, MarkKind>();

  constructor(tools: CornerstoneTools) {
    this.#tools = tools;
  }

  /** Answers whether the mark looks different now. */
  give(uid: string, kind: MarkKind): boolean {
    if (this.#given.get(uid) === kind) {
      return false;
    }
    this.#given.set(uid, kind);
    this.#tools.annotation.config.style.setAnnotationStyles(uid, styleOf(kind));
    return true;
  }
}

interface MarkData {
  label?: string;
  cachedStats?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

const decimals = 1;

function number(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? value.toFixed(decimals) : null;
}

/**
 * What stands at a mark: its lesion and the diameter that counts; both diameters while it has no lesion yet. `isNode`
 * tells by the lesion's id whether the short axis counts.
 */
export function markText(
  isNode: (lesion: string) => boolean
): (data: MarkData, target: string) => string[] {
  return ({ label, cachedStats }, target) => {
    const stats = cachedStats?.[target];
    const longest = number(stats?.['length']);
    const across = number(stats?.['width']);
    const unit = typeof stats?.['unit'] === 'string' ? stats['unit'] : '';
    if (label === undefined || label === '') {
      return longest === null || across === null
        ? []
        : [text('mark.drawing', { longest, across, unit })];
    }
    const value = isNode(label) ? across : longest;
    return [value === null ? label : text('mark.value', { lesion: label, value, unit })];
  };
}
