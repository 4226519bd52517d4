import { Type, type TSchema } from '@sinclair/typebox';

/** An inner id: UUID. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

/** Words of a person. */
export const FreeText = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What every paged list is asked with. */
export const PageQuery = {
  after: Type.Optional(
    Type.String({
      pattern: Id.pattern ?? '',
      description: '`next` of the page before.',
    })
  ),
  limit: Type.Optional(
    Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$', description: '1 to 200; 50 without it.' })
  ),
};

export const pageOf = (query: {
  readonly after?: string;
  readonly limit?: string;
}): { readonly after: string | null; readonly limit: number } => ({
  after: query.after ?? null,
  limit: Number(query.limit ?? '50'),
});
