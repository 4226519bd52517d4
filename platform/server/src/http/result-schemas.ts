import { Type } from '@sinclair/typebox';
import type { ResultRow } from '../results/result-list.js';
import { Nullable } from './answer-schemas.js';

const Text = Nullable(Type.String());

export const TrackView = Type.Object({
  track: Type.String({ description: 'Id of the track in the charter.' }),
  kind: Type.String(),
});

export const ResultTrackView = Type.Object({
  track: Type.String(),
  kind: Type.String(),
  told: Type.Boolean({ description: 'The person is told what its readers came to.' }),
  site: Type.Boolean({ description: 'Sites say what they found themselves.' }),
  enters: Type.Boolean({ description: 'The person says it for a site.' }),
  responses: Type.Array(Type.String(), {
    description: "What a visit can be by the trial's primary criterion.",
  }),
});

const ResultView = Type.Object({
  subject: Type.String(),
  site: Text,
  timepoint: Type.String(),
  label: Type.String(),
  date: Text,
  central: Nullable(
    Type.Object({
      standing: Type.Union([
        Type.Literal('stands'),
        Type.Literal('inReview'),
        Type.Literal('readAgain'),
      ]),
      result: Nullable(Type.String({ description: 'To acknowledge it by.' })),
      response: Nullable(
        Type.String({ description: 'Null where it is read again, or the criterion gives none.' })
      ),
      at: Text,
    })
  ),
  bySite: Nullable(
    Type.Object({
      version: Type.Integer(),
      response: Type.String(),
      assessedOn: Text,
      enteredBy: Type.String(),
      enteredAt: Type.String(),
    })
  ),
  version: Type.Integer({
    description: 'Of what the site said last, also where it was withdrawn; 0: nothing.',
  }),
  seen: Type.Array(Type.Object({ by: Type.String(), at: Type.String() }), {
    description: 'Who has said that they have seen the result that stands.',
  }),
  toAcknowledge: Type.Boolean(),
});

export const ResultPageSchema = Type.Object({
  results: Type.Array(ResultView),
  next: Nullable(Type.String({ description: 'Give it as `after` for the next page.' })),
});

export const resultView = ({ place, central, site, version, seen, toAcknowledge }: ResultRow) => {
  const { subject, timepoint, label, date } = place;
  return {
    ...{ subject, site: place.site, timepoint, label, date, version, toAcknowledge },
    central:
      central === null
        ? null
        : central === 'readAgain'
          ? { standing: 'readAgain' as const, result: null, response: null, at: null }
          : {
              standing: central.inReview ? ('inReview' as const) : ('stands' as const),
              ...{ result: central.id, response: central.response, at: central.at.toISOString() },
            },
    bySite:
      site === null
        ? null
        : {
            ...{ version: site.version, response: site.response, assessedOn: site.assessedOn },
            ...{ enteredBy: site.enteredBy, enteredAt: site.enteredAt.toISOString() },
          },
    seen: seen.map(({ by, at }) => ({ by, at: at.toISOString() })),
  };
};
