import { roleName } from '@corelab/extension-trial';
import { auditActsEn, text, type TextKey } from '@corelab/ui';
import type { Difference, Entry, ReviewSummary } from './auditData.js';
import { systemChain } from './auditPlace.js';

const acts: ReadonlyMap<string, TextKey> = new Map(
  (Object.keys(auditActsEn) as (keyof typeof auditActsEn)[]).map(key => [
    key.slice('audit.act.'.length),
    key,
  ])
);

/** An act in words; one that this build does not know stands as it is. */
export function actName(act: string): string {
  const key = acts.get(act);
  return key === undefined ? act : text(key);
}

/** Acts by their words, for a choice. */
export const actOptions = (known: readonly string[]): (readonly [string, string])[] =>
  known
    .map(act => [act, actName(act)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other));

/** Kinds of acts, in the order of a read's life. */
export const actKinds = [
  ...(['arrival', 'qc', 'release', 'assignment', 'opening', 'change', 'refusal'] as const),
  ...(['problem', 'signature', 'adjudication', 'unlock', 'impact', 'supersession'] as const),
  ...(['result', 'export', 'fact', 'charter', 'people', 'session', 'record'] as const),
  ...(['course', 'other'] as const),
];
export type ShownKind = (typeof actKinds)[number];

export const kindOf = ({ kind }: Pick<Entry, 'kind'>): ShownKind =>
  actKinds.find(one => one === kind) ?? 'other';

export const kindName = (kind: ShownKind): string => text(`audit.kind.${kind}`);

const things: readonly string[] = [
  ...['person', 'subject', 'timepoint', 'read', 'globalRead', 'adjudication', 'consensus'],
  ...['course', 'exam', 'query', 'trial'],
];

export const thingName = (kind: string): string =>
  things.includes(kind) ? text(`audit.thing.${kind}` as TextKey) : kind;

export const whoText = ({ by }: Pick<Entry, 'by'>): string =>
  by === null ? text('audit.byServer') : (by.user ?? text('audit.unknownPerson'));

export const rolesText = (roles: readonly string[]): string =>
  roles.map(role => (role === 'system' ? text('audit.byServer') : roleName(role))).join(', ');

/** To the second, in UTC: what the record has. */
export const momentText = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

/** The same by the clock where its writer worked; null where that is UTC or an unknown zone. */
export function localText(at: string, zone: string): string | null {
  if (zone === 'UTC' || zone === 'Etc/UTC') return null;
  try {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'medium' },
    });
    return text('audit.atZone', { local: parts.format(new Date(at)), zone });
  } catch (reason) {
    // A zone that this browser does not know is told as it is.
    if (!(reason instanceof RangeError)) throw reason;
    return text('audit.atZone', { local: momentText(at), zone });
  }
}

/** What an entry is about, by the closest thing that it names. */
export const aboutText = ({ subject, about }: Pick<Entry, 'subject' | 'about'>): string =>
  [
    subject?.identifier,
    about === null || about.kind === 'subject' || about.kind === 'person'
      ? undefined
      : `${thingName(about.kind)}${about.name === '' ? '' : ` ${about.name}`}`,
  ]
    .filter(part => part !== undefined)
    .join(', ');

const digest = /^\{"digest":"([0-9a-f]{64})"\}$/;

/** A value before or after. */
export function valueText(value: string | null): string {
  if (value === null) return text('audit.nothing');
  const masked = digest.exec(value)?.[1];
  return masked === undefined ? value : text('audit.masked', { digest: masked.slice(0, 8) });
}

/** The place of a difference: a path without its slashes, or the thing whose state it is. */
export const placeText = ({ path }: Pick<Difference, 'path'>): string =>
  path.startsWith('/')
    ? path.slice(1).replaceAll('/', ' · ')
    : path === ''
      ? ''
      : text('audit.stateOf', { thing: thingName(path) });

export const differenceText = (one: Difference): string =>
  `${placeText(one)}: ${valueText(one.from)} → ${valueText(one.to)}`.replace(/^: /, '');

export const shortHash = (hash: string): string => `${hash.slice(0, 8)}…`;

/** What a chain is called. */
export const chainName = (chain: string): string =>
  chain === systemChain ? text('audit.chain.system') : chain;

/** How a review stands, also that its day has passed. */
export const stateName = ({ state, dueDate }: Pick<ReviewSummary, 'state' | 'dueDate'>): string =>
  state === 'open' && dueDate < new Date().toISOString().slice(0, 10)
    ? text('audit.review.state.late')
    : text(`audit.review.state.${state}`);
