/** What an account chose for itself on screen; no row means nothing was chosen. */
export const preferenceTable = `
create table preference (
  account_id uuid primary key references account(id), language text not null, theme text not null,
  changed_at timestamptz not null);
`;
