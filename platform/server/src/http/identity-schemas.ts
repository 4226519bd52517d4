import { insistableKinds } from '@corelab/identity';
import { Type } from '@sinclair/typebox';

/** With texts that are searched for identity. */
export const NotIdentity = Type.Optional(
  Type.Array(
    Type.Object({
      path: Type.String({
        ...{ minLength: 1, maxLength: 200 },
        description: 'The text: a JSON Pointer into what is sent, as a refusal named it.',
      }),
      kinds: Type.Array(Type.Union(insistableKinds.map(kind => Type.Literal(kind))), {
        ...{ minItems: 1, maxItems: insistableKinds.length },
      }),
    }),
    {
      maxItems: 500,
      description:
        'What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none.',
    }
  )
);
