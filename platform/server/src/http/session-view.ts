import { Type } from '@sinclair/typebox';

/** Answer about a session. `ends` counts from now, so that a computer whose clock is wrong warns in time. */
export const SessionView = Type.Object({
  user: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
  administrator: Type.Boolean({ description: 'Of the installation: accounts and new trials.' }),
  trials: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      demo: Type.Boolean(),
      roles: Type.Array(Type.String()),
    }),
    { description: 'Trials in which the person has another role than reading, by id.' }
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
