import { applyToValue, type ValueContext } from './applyToValue.js';
import { type CharacterRepertoire, defaultRepertoire } from './characterSets.js';
import { type Decision, decide } from './decide.js';
import type { OptionRow } from './options.js';
import {
  type DataElement,
  type Dataset,
  elementOf,
  pixelDataTag,
  sequence,
  value,
} from './part10/element.js';
import { repertoireIn } from './part10/repertoire.js';
import { datasetPieces, joined } from './part10/writeDataset.js';
import { isPrivate, safePrivate } from './privateBlocks.js';
import type { Rule } from './report.js';
import type { ReportOfFile } from './reportOfFile.js';
import { asciiBytes, asciiOf, hexOf } from './valueRepresentations.js';

/** What is the same for all datasets of a file. */
export interface DatasetContext extends ValueContext {
  readonly options: readonly OptionRow[];
  readonly report: ReportOfFile;
  /** Values that take the place of others wherever their tags are: name and identifier of the patient. */
  readonly identity: ReadonlyMap<number, Uint8Array>;
}

/** Where a dataset is. */
interface Place {
  /** Tags down to it, '' for the file's own. */
  readonly path: string;
  readonly repertoire: CharacterRepertoire;
}

const characterSetTag = 0x00080005;
const codeMeaningTag = 0x00080104;
const codingSchemeTag = 0x00080102;
/** All text is UTF-8 afterwards. */
export const utf8Term = asciiBytes('ISO_IR 192');

const explicitLittleEndian = { explicit: true, littleEndian: true };

const textOf = (dataset: Dataset, tag: number): string | undefined => {
  const found = elementOf(dataset, tag);
  return found?.kind === 'value' ? asciiOf(found.value).trim() : undefined;
};

/** Bytes by which a report tells one sequence from another. */
const bytesOf = (element: DataElement): Uint8Array | null => {
  if (element.kind === 'value') return element.value;
  return element.kind === 'sequence'
    ? joined(datasetPieces([element], explicitLittleEndian))
    : null;
};

/** A code of nobody's scheme but the site's: its meaning is text that somebody there wrote (PS3.16, 8.2: 99, L). */
const isLocalCode = (dataset: Dataset): boolean => {
  const scheme = textOf(dataset, codingSchemeTag) ?? '';
  return scheme === '' || scheme.startsWith('99') || /^L(OCAL)?$/i.test(scheme);
};

const cleanedMeaning: Decision = { code: 'C', rule: 'product', rest: 'D' };

/** One dataset, and what is nested in it. */
class DatasetCleaner {
  private readonly context: DatasetContext;

  constructor(context: DatasetContext) {
    this.context = context;
  }

  private remove(element: DataElement, path: string, rule: Rule): void {
    const { report } = this.context;
    report.add(path, 'removed', rule, bytesOf(element), null);
  }

  private sequenceItems(
    items: readonly Dataset[],
    decision: Decision,
    place: Place
  ): readonly Dataset[] {
    if (decision.code === 'Z') return [];
    // A dummy of a sequence: one item, with nothing in it.
    if (decision.code === 'D') return [[]];
    return items.map(item => this.dataset(item, place));
  }

  private standard(element: DataElement, decision: Decision, place: Place): DataElement | null {
    const { report, identity } = this.context;
    const path = place.path;
    const { rule } = decision;
    if (decision.code === 'X') {
      this.remove(element, path, rule);
      return null;
    }
    if (element.kind === 'sequence') {
      const items = this.sequenceItems(element.items, decision, place);
      const action =
        decision.code === 'Z' ? 'emptied' : decision.code === 'D' ? 'replaced' : 'kept';
      report.add(path, action, rule, action === 'kept' ? null : bytesOf(element), null);
      return sequence(element.tag, items);
    }
    if (element.kind === 'encapsulated') {
      report.add(path, 'kept', rule, null, null);
      return element;
    }
    const other = identity.get(element.tag);
    if (other !== undefined) {
      report.add(path, 'replaced', 'identity', element.value, other);
      return value(element.tag, element.vr, other);
    }
    const { vr, value: bytes } = element;
    const outcome = applyToValue(vr, bytes, decision, place.repertoire, this.context);
    const isPixels = element.tag === pixelDataTag;
    if (isPixels) report.add(path, outcome.action, outcome.rule, null, null);
    else report.add(path, outcome.action, outcome.rule, bytes, outcome.value);
    return outcome.value === null ? null : value(element.tag, vr, outcome.value);
  }

  private characterSet(element: DataElement, path: string): DataElement {
    const before = bytesOf(element);
    const same = before !== null && asciiOf(before) === asciiOf(utf8Term);
    const action = same ? 'kept' : 'replaced';
    this.context.report.add(path, action, 'characterSet', before, utf8Term);
    return value(characterSetTag, 'CS', utf8Term);
  }

  private element(
    element: DataElement,
    dataset: Dataset,
    kept: ReadonlyMap<number, DataElement>,
    place: Place
  ): DataElement | null {
    const { tag, vr } = element;
    const path = place.path === '' ? hexOf(tag) : `${place.path}/${hexOf(tag)}`;
    // Group lengths (retired) count bytes that are no longer there.
    if ((tag & 0xffff) === 0) return null;
    if (tag === characterSetTag) return this.characterSet(element, path);
    if (isPrivate(tag)) {
      const safeElement = kept.get(tag);
      if (safeElement === undefined) {
        this.remove(element, path, 'basic');
        return null;
      }
      this.context.report.add(path, 'kept', 'retainSafePrivate', bytesOf(element), null);
      return safeElement;
    }
    // Pixels in an item are a picture of the picture, which nobody masked.
    if (tag === pixelDataTag && place.path !== '') {
      this.remove(element, path, 'product');
      return null;
    }
    const decision =
      tag === codeMeaningTag && isLocalCode(dataset)
        ? cleanedMeaning
        : decide(tag, vr, this.context.options);
    return this.standard(element, decision, { ...place, path });
  }

  dataset(dataset: Dataset, outer: Place): Dataset {
    const place = { ...outer, repertoire: repertoireIn(dataset, outer.repertoire) };
    const chosen = this.context.options.some(({ name }) => name === 'retainSafePrivate');
    const kept = chosen ? safePrivate(dataset) : new Map<number, DataElement>();
    return dataset.flatMap(element => this.element(element, dataset, kept, place) ?? []);
  }
}

/**
 * A file's dataset de-identified, with all that is nested in it.
 * @param replaced tags of the dataset itself that are written by another: they are left out
 * @throws RefusalError characterSetUnknown
 */
export const deidentifyDataset = (
  dataset: Dataset,
  replaced: ReadonlySet<number>,
  context: DatasetContext
): Dataset => {
  const repertoire = repertoireIn(dataset, defaultRepertoire);
  const rest = dataset.filter(({ tag }) => !replaced.has(tag));
  return new DatasetCleaner(context).dataset(rest, { path: '', repertoire });
};
