/** By which keys the installation works: one that is another, or gone, is noticed before anything is done with it. */
export const installationKeys = `
create table installation_key (
  name text primary key, fingerprint text not null, since timestamptz not null);
`;
