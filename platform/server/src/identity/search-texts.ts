import {
  asTold,
  identityIn,
  isInsistable,
  type Finding,
  type IdentityKind,
  type InsistableKind,
} from '@corelab/identity';
import { appendAudit } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { knownIdentifiers } from './known-identifiers.js';

/** A text about to be kept: JSON Pointer into what was sent, and its words. */
export interface SentText {
  readonly path: string;
  readonly text: string;
}

/** A person says of a text that what looks like these kinds is none. */
export interface NotIdentity {
  readonly path: string;
  readonly kinds: readonly InsistableKind[];
}

/** Whose text it is, and of what: the details of an audit entry, without identifying values. */
export interface TextsOf {
  readonly trialId: string;
  readonly accountId: string;
  readonly about: Readonly<Record<string, unknown>>;
}

interface SearchedText {
  readonly path: string;
  readonly found: readonly Finding[];
  /** What nobody said is none, or nobody may. */
  readonly left: readonly Finding[];
}

/** What joins the entry of the act that the texts come with. */
export interface Insisted {
  readonly notIdentity?: readonly {
    readonly path: string;
    readonly kinds: readonly IdentityKind[];
  }[];
}

const kindsOf = (found: readonly Finding[]): IdentityKind[] => [
  ...new Set(found.map(({ kind }) => kind)),
];

const refusal = (texts: readonly SearchedText[]): CodedError => {
  const [first] = texts;
  const kinds = [...new Set((first?.left ?? []).map(one => asTold(one).kind))].join(', ');
  return new CodedError(
    422,
    'CL_TEXT_IDENTIFIES',
    `The text at ${first?.path ?? '/'} holds what looks like identity (${kinds}). Nothing was kept: take it out and send again.`,
    { fields: texts.map(({ path, left }) => ({ path, found: left.map(asTold) })) }
  );
};

/** Tells in the trial's record that texts were refused, by place and kind. */
export const recordRefusedTexts = async (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone'>,
  of: TextsOf,
  fields: readonly { readonly path: string; readonly kinds: readonly string[] }[]
): Promise<void> => {
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, of.trialId, {
      ...{ act: 'text.refused', at: deps.now().toISOString(), zone: deps.zone, by: of.accountId },
      details: { ...of.about, fields },
    })
  );
};

/**
 * Searches texts for identity before they are kept. What was refused is told in the trial's record, by place and kind and
 * never by its words; so is what a person insisted on, with the act that it comes with (`Insisted`).
 * Call it outside the act's transaction: the record of a refusal stays.
 * @throws CodedError 422 CL_TEXT_IDENTIFIES with `fields: [{ path, found: [{ kind, from, to }] }]`
 */
export const requireNoIdentity = async (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone'>,
  of: TextsOf,
  sent: readonly SentText[],
  said: readonly NotIdentity[] = []
): Promise<Insisted> => {
  const texts = sent.filter(({ text }) => text.trim() !== '');
  if (texts.length === 0) return {};
  const known = await knownIdentifiers(deps.db, of.trialId);
  const searched = texts.flatMap(({ path, text }): SearchedText[] => {
    const found = identityIn(text, known);
    const none = said.filter(one => one.path === path).flatMap(({ kinds }) => kinds);
    const left = found.filter(one => !isInsistable(one) || !none.includes(one.kind));
    return found.length === 0 ? [] : [{ path, found, left }];
  });
  const refused = searched.filter(({ left }) => left.length > 0);
  if (refused.length > 0) {
    await recordRefusedTexts(
      deps,
      of,
      refused.map(({ path, left }) => ({ path, kinds: kindsOf(left) }))
    );
    throw refusal(refused);
  }
  return searched.length === 0
    ? {}
    : { notIdentity: searched.map(({ path, found }) => ({ path, kinds: kindsOf(found) })) };
};

/** Those of the texts that do not stand already, wherever: what is kept is not searched anew. */
export const notKeptYet = (
  sent: readonly SentText[],
  kept: readonly { readonly text: string }[]
): SentText[] => {
  const known = new Set(kept.map(({ text }) => text));
  return sent.filter(({ text }) => !known.has(text));
};
