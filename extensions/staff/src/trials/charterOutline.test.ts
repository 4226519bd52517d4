import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { TextEncoder } from 'node:util';
import { loadCharter } from '@corelab/charter';
import { outlineOf, type OutlineNode } from './charterOutline.js';

// jsdom has none; browsers do.
Object.assign(globalThis, { TextEncoder });

const source = readFileSync('platform/charter/examples/demo-onc.yaml', 'utf8');
const loaded = loadCharter(source);
if (!loaded.ok) throw new Error('the example is no charter');
const outline = outlineOf(loaded.charter, source);

const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap(node => [node, ...all(node.children)]);
const at = (path: string): OutlineNode | undefined => all(outline).find(node => node.path === path);

describe('the outline of a charter', () => {
  it('has every section of the resolved charter, once', () => {
    expect(outline.map(({ name }) => name).sort()).toEqual(Object.keys(loaded.charter).sort());
  });

  it('calls entries of lists by their names', () => {
    const timepoints = at('/timepoints')?.children.map(({ name }) => name);
    expect(timepoints).toEqual(loaded.charter.timepoints.map(({ id }) => id));
  });

  it('says what its author did not write', () => {
    expect(at('/trial')).toMatchObject({ written: true });
    // `criterion` is short for the first of `criteria`.
    expect(at('/criteria')).toMatchObject({ written: true });
    expect(at('/schemaVersion')).toMatchObject({ written: false });
  });

  it('shows every value: a node has one, or nodes below', () => {
    const empty = all(outline).filter(
      ({ value, children }) => (value === null) === (children.length === 0)
    );
    expect(empty).toEqual([]);
  });

  it('says missing in a word', () => {
    expect(outlineOf({ roles: {}, forms: [], mode: null }, '').map(({ value }) => value)).toEqual([
      'none',
      'none',
      'none',
    ]);
  });
});
