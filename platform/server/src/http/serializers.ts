import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifySerializerCompiler } from 'fastify';

const compile = SerializerSelector()();
const compiled = new Map<string, ReturnType<FastifySerializerCompiler<unknown>>>();

/**
 * Makes what writes an answer, once for each schema of the process: most routes answer refusals in the same few shapes.
 * The schemas refer to none beside themselves, so that the text of one says all there is.
 */
export const serializerOf: FastifySerializerCompiler<unknown> = route => {
  const text = JSON.stringify(route.schema);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const made = compile({ ...route, httpStatus: route.httpStatus ?? '' });
  compiled.set(text, made);
  return made;
};
