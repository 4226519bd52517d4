/** Why a file is not de-identified. */
export type RefusalCode =
  /** Not a Part 10 file: DICM is missing after the preamble. */
  | 'notDicom'
  /** The bytes are not what the transfer syntax says. */
  | 'malformed'
  /** A transfer syntax that can't be read, or whose frames can't be searched for text. */
  | 'transferSyntaxUnknown'
  | 'characterSetUnknown'
  /** The file says that identity is in its pixels; nobody cleared it and no mask is given. */
  | 'burnedInAnnotation'
  /** A rectangle can't be blacked in compressed pixels. */
  | 'maskNeedsDecoding'
  /** A rectangle can't be blacked in pixels of this form. */
  | 'maskNotPossible'
  /** An overlay in bits of the pixels that can't be cleared. */
  | 'overlayInPixels'
  /** Frames that are not what the transfer syntax says. */
  | 'pixelDataUnreadable';

export interface Refusal {
  readonly code: RefusalCode;
  /** What is wrong and at which tag; never a value that may identify. */
  readonly message: string;
}

/** Thrown inside the package and given back by `deidentify`. */
export class RefusalError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'RefusalError';
    this.code = code;
  }
}
