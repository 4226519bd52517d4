/** Of the Encoding Standard: browsers and Node have it, neither's types are wanted here. */
declare class TextDecoder {
  constructor(label?: string);
  decode(bytes?: Uint8Array): string;
}
