import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { Value } from '@sinclair/typebox/value';
import canonicalizeModule from 'canonicalize';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import { CharterSchema, type Charter } from './charter.js';
import { resolveCriterion } from './criterionParameters.js';
import { isRecord } from './isRecord.js';
import { meaningProblems } from './meaningProblems.js';
import { withOncologyDefaults } from './oncologyDefaults.js';
import { schemaProblems, type CharterProblem } from './schemaProblems.js';

/** One defect of a charter text. `line` and `column` count from 1; `path` is a JSON Pointer. */
export interface CharterError {
  line: number;
  column: number;
  path: string;
  message: string;
}

export type LoadedCharter =
  { ok: true; charter: Charter; hash: string } | { ok: false; errors: CharterError[] };

/** A charter is a page of text; more is a mistake or an attack. */
const maxLength = 256 * 1024;
/** Aliases may save an author some typing, but not multiply into a memory bomb. */
const maxAliases = 20;

/** The package's typings describe an ES module; what it ships is one CommonJS function. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * Reads a charter: YAML 1.2 (JSON is YAML), the area's defaults filled in, checked for form and then
 * for meaning. Never throws on a bad charter: every defect comes with its line, column and what was
 * expected. `hash` is the SHA-256 of the resolved charter's RFC 8785 JSON.
 */
export function loadCharter(text: string): LoadedCharter {
  if (text.length > maxLength) {
    return refused([
      {
        line: 1,
        column: 1,
        path: '',
        message: `expected at most ${maxLength} characters, found ${text.length}`,
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const defects = [...document.errors, ...document.warnings];
  if (defects.length > 0) {
    return refused(
      defects.map(defect => ({
        ...position(lines, defect.pos[0]),
        path: '',
        message: defect.message,
      }))
    );
  }
  const aliases = aliasOffsets(document);
  const excess = aliases[maxAliases];
  if (excess !== undefined) {
    return refused([
      {
        ...position(lines, excess),
        path: '',
        message: `expected at most ${maxAliases} aliases, found ${aliases.length}`,
      },
    ]);
  }
  const at = ({ path, message, atKey }: CharterProblem): CharterError => ({
    ...position(lines, offsetOf(document, path, atKey === true)),
    path,
    message,
  });
  let authored: unknown;
  try {
    authored = document.toJS({ maxAliasCount: maxAliases });
  } catch (cause) {
    return refused([
      at({ path: '', message: cause instanceof Error ? cause.message : String(cause) }),
    ]);
  }
  if (!isRecord(authored)) {
    return refused([
      at({
        path: '',
        message: 'expected a mapping with trial, criterion, sites, series, timepoints, tracks',
      }),
    ]);
  }
  const resolved: unknown = withOncologyDefaults(authored);
  if (!Value.Check(CharterSchema, resolved)) return refused(schemaProblems(resolved).map(at));
  const criterion = resolveCriterion(resolved);
  const problems = meaningProblems(resolved);
  if (!criterion.ok) return refused([...criterion.problems, ...problems].map(at));
  if (problems.length > 0) return refused(problems.map(at));
  const charter = { ...resolved, criterion: criterion.criterion };
  return { ok: true, charter, hash: hashCharter(charter) };
}

/** SHA-256 (lower case hex) over a resolved charter's RFC 8785 JSON. */
export function hashCharter(charter: Charter): string {
  const text = canonicalize(charter);
  if (text === undefined) throw new TypeError('hashCharter: the charter has no JSON form');
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function refused(errors: CharterError[]): LoadedCharter {
  const sorted = [...errors].sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, errors: sorted };
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function aliasOffsets(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_key, node) {
      offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** Where a path is in the text: its value, its key, or the closest thing that would contain it. */
function offsetOf(document: Document.Parsed, path: string, atKey: boolean): number {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: unknown = document.contents;
  let key: unknown = null;
  let offset = startOf(node) ?? 0;
  for (const step of steps) {
    if (isAlias(node)) node = node.resolve(document);
    key = null;
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === step);
      if (!pair) return offset;
      key = pair.key;
      offset = startOf(key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  if (atKey || key === null) return offset;
  return isScalar(node) && node.value !== null ? (startOf(node) ?? offset) : offset;
}

function startOf(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}
