import { Value } from '@sinclair/typebox/value';
import { parseDocument, visit, type Document } from 'yaml';
import { withDefaults } from './defaults/withDefaults.js';
import { hashCharter } from './hashCharter.js';
import { isRecord } from './isRecord.js';
import { charterFindings } from './meaning/findings.js';
import { meaningProblems } from './meaning/meaningProblems.js';
import type { CharterProblem } from './meaning/problem.js';
import { resolveMeasures } from './resolveMeasures.js';
import { CharterSchema, type Charter } from './schema/charter.js';
import { schemaProblems } from './schemaProblems.js';
import { offsetOf, positionsIn } from './textPosition.js';

/** One defect of a charter text. `line` and `column` count from 1; `path` is a JSON Pointer. */
export interface CharterError {
  line: number;
  column: number;
  path: string;
  message: string;
}

export type LoadedCharter =
  | {
      ok: true;
      charter: Charter;
      hash: string;
      /** What stands in no one's way and should be known before approval. */
      findings: CharterError[];
    }
  | { ok: false; errors: CharterError[] };

/** A charter is a page of text; more is a mistake or an attack. */
const maxLength = 256 * 1024;
/** Aliases may save an author some typing, but not multiply into a memory bomb. */
const maxAliases = 20;

/**
 * Reads a charter: YAML 1.2 (JSON is YAML), the area's defaults filled in, checked for form and then
 * for meaning. Never throws on a bad charter: every defect comes with its line, column and what was
 * expected. `hash` is the SHA-256 of the resolved charter's RFC 8785 JSON.
 */
export function loadCharter(text: string): LoadedCharter {
  if (text.length > maxLength) {
    const message = `expected at most ${maxLength} characters, found ${text.length}`;
    return refused([{ line: 1, column: 1, path: '', message }]);
  }
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'error',
  });
  const positionOf = positionsIn(text);
  const atOffset = (offset: number, message: string): CharterError => ({
    ...positionOf(offset),
    path: '',
    message,
  });
  const defects = [...document.errors, ...document.warnings];
  if (defects.length > 0) {
    return refused(defects.map(defect => atOffset(defect.pos[0], defect.message)));
  }
  const aliases = aliasOffsets(document);
  const excess = aliases[maxAliases];
  if (excess !== undefined) {
    const message = `expected at most ${maxAliases} aliases, found ${aliases.length}`;
    return refused([atOffset(excess, message)]);
  }
  const start = offsetOf(document, '', false);
  let authored: unknown;
  try {
    authored = document.toJS({ maxAliasCount: maxAliases });
  } catch (cause) {
    return refused([atOffset(start, cause instanceof Error ? cause.message : String(cause))]);
  }
  if (!isRecord(authored)) {
    const message = 'expected a mapping with trial, criterion, sites, series, timepoints, tracks';
    return refused([atOffset(start, message)]);
  }
  const written = writtenPath(authored);
  const at = ({ path, message, atKey }: CharterProblem): CharterError => ({
    ...positionOf(offsetOf(document, written(path), atKey === true)),
    path: written(path),
    message,
  });
  const resolved: unknown = withDefaults(authored);
  if (!Value.Check(CharterSchema, resolved)) return refused(schemaProblems(resolved).map(at));
  const measures = resolveMeasures(resolved);
  const problems = meaningProblems(measures.ok ? { ...resolved, ...measures.value } : resolved);
  if (!measures.ok) return refused([...measures.problems, ...problems].map(at));
  if (problems.length > 0) return refused(problems.map(at));
  const charter = { ...resolved, ...measures.value };
  return {
    ok: true,
    charter,
    hash: hashCharter(charter),
    findings: charterFindings(charter).map(at),
  };
}

/** Where the author wrote what a path of the resolved charter names: `criterion` is short for the first of `criteria`. */
function writtenPath(authored: Record<string, unknown>): (path: string) => string {
  const short = 'criterion' in authored && !('criteria' in authored);
  return path => (short ? path.replace(/^\/criteria(\/0|$)/, '/criterion') : path);
}

function refused(errors: CharterError[]): LoadedCharter {
  const sorted = [...errors].sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, errors: sorted };
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
