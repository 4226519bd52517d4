import { Type } from '@sinclair/typebox';
import { scopes } from '../trials/scope.js';
import { criterionChangeWords } from '../trials/criteria-changes.js';
import { effects } from '../trials/version-effect.js';
import { charterVersionMachine } from '../workflow/machines/charter-version.js';
import { statesOf } from '../workflow/machines/machine.js';

const OrNull = <T extends import('@sinclair/typebox').TSchema>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const CharterText = Type.String({ minLength: 1, maxLength: 300_000 });
export const ReasonText = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
export const ScopeWord = Type.Union(scopes.map(scope => Type.Literal(scope)));
const State = Type.Union(statesOf(charterVersionMachine).map(state => Type.Literal(state)));

/** In an address, where everything is text. */
export const VersionNumber = Type.String({ pattern: '^[1-9][0-9]{0,5}$' });

export const VersionParams = Type.Object({
  trial: Type.String({ minLength: 1, maxLength: 100 }),
  version: VersionNumber,
});

const Finding = Type.Object({
  line: Type.Integer(),
  column: Type.Integer(),
  path: Type.String(),
  message: Type.String(),
});

export const Findings = Type.Array(Finding);

const said = {
  errors: Type.Array(Finding, { description: 'Why the text is no charter yet.' }),
  findings: Type.Array(Finding, { description: 'To be known before approval.' }),
  unsupported: Type.Array(Type.Object({ path: Type.String(), message: Type.String() }), {
    description: 'What the charter asks for and this release does not do.',
  }),
};

export const Deployed = Type.Object({
  trialId: Type.String(),
  code: Type.String(),
  version: Type.Integer(),
  hash: Type.String(),
  state: State,
  changed: Type.Boolean(),
  findings: Findings,
  next: OrNull(Type.String()),
});

export const SavedDraft = Type.Object({
  version: Type.Integer(),
  state: State,
  hash: OrNull(Type.String()),
  changed: Type.Boolean(),
  ...said,
});

export const Decided = Type.Object({ version: Type.Integer(), state: State });

export const Approved = Type.Object({
  version: Type.Integer(),
  state: State,
  rereading: Type.Integer({ description: 'Reads listed to be read again.' }),
  contentHash: Type.String({ description: 'Of all that the signature binds.' }),
});

const summary = {
  version: Type.Integer(),
  state: State,
  hash: OrNull(Type.String()),
  scope: ScopeWord,
  reason: Type.String(),
  author: OrNull(Type.String()),
  approver: OrNull(Type.String()),
  savedAt: Type.String(),
  approvedAt: OrNull(Type.String()),
  effectiveFrom: OrNull(Type.String()),
};

export const VersionList = Type.Object({ versions: Type.Array(Type.Object(summary)) });

export const Version = Type.Object({
  ...summary,
  source: Type.String(),
  resolved: Type.Unknown(),
  ...said,
  approvalMeanings: Type.Array(Type.String()),
  decisions: Type.Array(
    Type.Object({
      act: Type.String(),
      by: Type.String(),
      at: Type.String(),
      reason: OrNull(Type.String()),
      meaning: OrNull(Type.String()),
      contentHash: OrNull(Type.String()),
    })
  ),
});

export const Difference = Type.Object({
  version: Type.Integer(),
  against: OrNull(Type.Integer()),
  changes: Type.Array(
    Type.Object({
      path: Type.String({ description: 'JSON Pointer into the resolved charter.' }),
      from: Type.Optional(Type.Unknown()),
      to: Type.Optional(Type.Unknown()),
      words: Type.Optional(
        Type.Array(
          Type.Object({
            op: Type.Union([Type.Literal('same'), Type.Literal('added'), Type.Literal('removed')]),
            text: Type.String(),
          })
        )
      ),
      order: Type.Optional(Type.Literal(true)),
    })
  ),
});

const ByScope = Type.Object({
  newSubjects: Type.Integer(),
  newTimepoints: Type.Integer(),
  allWithRereading: Type.Integer(),
});

const EffectWord = Type.Union(effects.map(effect => Type.Literal(effect)));

export const ImpactReads = Type.Object({
  total: Type.Integer({ description: 'Reads of the trial that count.' }),
  reads: Type.Array(
    Type.Object({
      subject: Type.String(),
      track: Type.String(),
      slot: Type.String(),
      timepoint: OrNull(Type.String()),
      state: Type.String(),
      effect: Type.Object({
        newSubjects: EffectWord,
        newTimepoints: EffectWord,
        allWithRereading: EffectWord,
      }),
    })
  ),
});

export const CheckedCharter = Type.Object({
  trial: OrNull(Type.String({ description: 'The trial that the charter names.' })),
  hash: OrNull(Type.String()),
  ...said,
});

export const ExampleCharters = Type.Object({
  examples: Type.Array(Type.Object({ name: Type.String(), source: Type.String() })),
});

const StandingVersion = Type.Object({
  version: Type.Integer(),
  state: State,
  author: OrNull(Type.String()),
});

export const TrialList = Type.Object({
  trials: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      demo: Type.Boolean(),
      roles: Type.Array(Type.String()),
      inForce: OrNull(Type.Integer({ description: 'The version in force.' })),
      newest: OrNull(StandingVersion),
      waiting: Type.Array(StandingVersion, { description: 'Sent for approval, not decided upon.' }),
    })
  ),
});

export const Impact = Type.Object({
  version: Type.Integer(),
  against: OrNull(Type.Integer()),
  scope: ScopeWord,
  criteria: Type.Array(
    Type.Object({
      criterion: Type.String(),
      change: Type.Union(criterionChangeWords.map(word => Type.Literal(word))),
    }),
    {
      description:
        'Criteria that the version adds, removes, runs with other parameters, or compares reads by.',
    }
  ),
  signed: Type.Object({ reads: Type.Integer(), changed: Type.Literal(0), asked: ByScope }),
  open: Type.Array(
    Type.Object({
      state: Type.String(),
      reads: Type.Integer(),
      follow: ByScope,
      asked: ByScope,
    })
  ),
  subjects: Type.Object({ begun: Type.Integer(), notBegun: Type.Integer() }),
});
