import { FormatRegistry, Type, type StringOptions, type TString } from '@sinclair/typebox';

/** OpenAPI's name of base64 text. */
const format = 'byte';

const sliceLength = 64 * 1024;

/**
 * Whether a text is base64, with or without its padding. In slices: matching megabytes in one go can take all of a thread's
 * stack, which would be told as a failure of the server.
 */
const isBase64 = (text: string): boolean => {
  const body = text.replace(/={1,2}$/, '');
  for (let at = 0; at < body.length; at += sliceLength) {
    if (!/^[A-Za-z0-9+/]+$/.test(body.slice(at, at + sliceLength))) return false;
  }
  return true;
};

FormatRegistry.Set(format, isBase64);

/** A file's bytes in a request. */
export const Base64Text = (options: StringOptions = {}): TString =>
  Type.String({ description: 'base64', ...options, format });
