/** A count with comma groups from 1,000, the same in every language. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
