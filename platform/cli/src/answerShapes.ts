/** Parts of the JSON Schemas that `--schema` prints of a server's answers. */
export const string = { type: 'string' };
export const nullable = { type: ['string', 'null'] };
export const integer = { type: 'integer' };
export const boolean = { type: 'boolean' };

export const objectOf = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
export const listOf = (name: string, properties: Readonly<Record<string, object>>): object =>
  objectOf({ [name]: { type: 'array', items: objectOf(properties) } });
