/**
 * Whoever reads a course in the place of somebody else, and how. Reason and authority are here, where they can be erased,
 * and never in an audit entry.
 */
export const replacements = `
create table reader_replacement (
  id uuid primary key, course_id uuid not null references course(id),
  from_account uuid not null references account(id), to_account uuid not null references account(id),
  how text not null constraint reader_replacement_how_known check (how in ('takeOver', 'continue')),
  reason text not null, authorised_by text not null,
  replaced_by uuid not null references account(id), replaced_at timestamptz not null);
create index reader_replacement_of_course on reader_replacement (course_id, replaced_at);
`;
