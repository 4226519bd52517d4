import { Type } from '@sinclair/typebox';

export const SecondFactorCode = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'Of the second factor: from the authenticator app, or a recovery code.',
});

export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), {
    description: 'Each lets in once in place of a code. Told this once, and kept as digests alone.',
  }),
});
