/** The value that a share of the values does not exceed. */
export const quantile = (values, share) =>
  [...values].sort((one, other) => one - other)[Math.ceil(share * values.length) - 1];

export const rounded = value => Math.round(10 * value) / 10;
