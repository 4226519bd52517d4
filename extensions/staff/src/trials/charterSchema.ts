import { charterJsonSchema } from '@corelab/charter';

/** Keys of mappings, and positions in lists, from the top of a charter. */
export type CharterPath = readonly (string | number)[];

/** What the pages read of a JSON Schema. */
interface SchemaNode {
  readonly description?: string;
  readonly $comment?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
}

/** A key that a mapping may have. */
export interface CharterKey {
  readonly key: string;
  readonly meaning: string;
  /** What follows the key: something in its line, or lines below. */
  readonly takes: 'value' | 'lines';
}

/** A word that a value may be. */
export interface CharterWord {
  readonly word: string | boolean;
  readonly meaning: string;
}

/** The form as authors write it: the resolved one, and `criterion` for a list of one. */
const authored = (): SchemaNode => {
  const resolved = charterJsonSchema() as SchemaNode;
  const criterion = resolved.properties?.['criteria']?.items;
  return {
    ...resolved,
    properties: {
      ...resolved.properties,
      ...(criterion === undefined ? {} : { criterion }),
    },
  };
};
const root = authored();

const alternatives = (node: SchemaNode): SchemaNode[] =>
  node.anyOf === undefined ? [node] : node.anyOf.flatMap(alternatives);

const below = (node: SchemaNode, step: string | number): SchemaNode[] => {
  if (typeof step === 'number') return node.items === undefined ? [] : [node.items];
  const named = node.properties?.[step];
  if (named !== undefined) return [named];
  return Object.entries(node.patternProperties ?? {}).flatMap(([pattern, value]) =>
    new RegExp(pattern, 'u').test(step) ? [value] : []
  );
};

/** Everything the schema says of a place; nothing where it knows none. */
const nodesAt = (path: CharterPath): SchemaNode[] =>
  path.reduce<SchemaNode[]>(
    (nodes, step) => nodes.flatMap(alternatives).flatMap(node => below(node, step)),
    [root]
  );

const meaningOfNode = ({ description = '', $comment }: SchemaNode): string =>
  [description, $comment ?? ''].filter(part => part !== '').join(' ');

/** What a place of a charter means; null where the schema knows none. */
export function meaningAt(path: CharterPath): string | null {
  const said = nodesAt(path)
    .map(meaningOfNode)
    .find(meaning => meaning !== '');
  return said ?? null;
}

const takesLines = (node: SchemaNode): boolean =>
  alternatives(node).every(({ type }) => type === 'object' || type === 'array');

/** The keys that the mapping at a place may have, in the order of the schema, each once. */
export function keysAt(path: CharterPath): CharterKey[] {
  const keys = new Map<string, CharterKey>();
  for (const node of nodesAt(path).flatMap(alternatives)) {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      if (keys.has(key)) continue;
      keys.set(key, {
        key,
        meaning: meaningOfNode(value),
        takes: takesLines(value) ? 'lines' : 'value',
      });
    }
  }
  return [...keys.values()];
}

/** The words that the value at a place may be; none where it is anything. */
export function wordsAt(path: CharterPath): CharterWord[] {
  return nodesAt(path)
    .flatMap(alternatives)
    .flatMap((node): CharterWord[] => {
      const meaning = node.description ?? '';
      if (typeof node.const === 'string') return [{ word: node.const, meaning }];
      return node.type === 'boolean'
        ? [
            { word: true, meaning },
            { word: false, meaning },
          ]
        : [];
    });
}

/** The sections of a charter in the order of the schema. */
export const sections: readonly string[] = Object.keys(root.properties ?? {});
