import { Type } from '@sinclair/typebox';
import { hats } from '../hats/hat.js';

/** What a person can work as. */
export const HatName = Type.Union(hats.map(hat => Type.Literal(hat)));

/** Answer about a session. `ends` counts from now, so that a computer whose clock is wrong warns in time. */
export const SessionView = Type.Object({
  user: Type.String(),
  name: Type.String(),
  hat: Type.Union([HatName, Type.Null()], {
    description: 'What the person works as now; null for who has no role.',
  }),
  hats: Type.Array(HatName, { description: 'All that the person could work as.' }),
  roles: Type.Array(Type.String(), { description: 'The role of the hat, if it is one.' }),
  administrator: Type.Boolean({
    description: 'In this hat, of the installation: accounts and new trials.',
  }),
  trials: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      demo: Type.Boolean(),
      roles: Type.Array(Type.String()),
      results: Type.Boolean({
        description:
          'Somebody outside the core lab is told single results of it, or asked for some.',
      }),
    }),
    { description: 'Trials in which the person has the role of the hat, unless it reads, by id.' }
  ),
  provider: Type.Union(
    [
      Type.Object({
        name: Type.String(),
        signs: Type.Boolean({
          description: 'The person logs in and signs there, and has no password here.',
        }),
      }),
      Type.Null(),
    ],
    { description: 'The organisation’s own login; null where there is none.' }
  ),
  csrfToken: Type.String(),
  expiresAt: Type.String(),
  ends: Type.Object({
    inMs: Type.Number({ description: 'Milliseconds until it ends if nothing is done.' }),
    by: Type.Union([Type.Literal('idle'), Type.Literal('limit')]),
    idleMs: Type.Number(),
    limitMs: Type.Number(),
  }),
});
