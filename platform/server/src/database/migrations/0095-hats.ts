/** Who holds several roles works in one at a time: which one a session is in, and which the person chose last. */
export const hats = `
alter table session add column hat text;
alter table account add column last_hat text;
`;
