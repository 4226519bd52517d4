/** Under which version and variant of the policy the images of a presentation were blinded. */
export const blindingPolicy = `
alter table presentation add column policy jsonb;
`;
