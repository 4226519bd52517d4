import type { ColumnType } from 'kysely';

/** jsonb: parsed when read; written as JSON text, because the two drivers serialise arrays differently. */
export type Json<T> = ColumnType<T, string, string>;
/** The same where it may be missing. */
export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
/** timestamptz: a Date when read; a Date when written. */
export type Instant = ColumnType<Date, Date, Date>;
export type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** A column with a default in the database. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** A nullable column: may be left out when inserting. */
export type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
