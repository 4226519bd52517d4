export type ReadErrorCode =
  | 'CL_LESION_UNKNOWN'
  | 'CL_LESION_DUPLICATE'
  | 'CL_LESION_CARRIED'
  | 'CL_LESION_ROLE'
  | 'CL_LESION_STATE'
  | 'CL_LESION_LINKED'
  | 'CL_LESION_NO_DISEASE'
  | 'CL_MARK_MISSING'
  | 'CL_MARK_VALUE'
  | 'CL_MERGE_PARTNER'
  | 'CL_SPLIT_PARTS'
  | 'CL_KEY_IMAGE_UNKNOWN'
  | 'CL_REGION_UNKNOWN'
  | 'CL_REGION_READABLE'
  | 'CL_HISTORY_FORM';

/** An edit the rules of reading forbid; the document it was tried on is untouched. */
export class ReadError extends Error {
  override readonly name = 'ReadError';

  readonly code: ReadErrorCode;
  /** Lesion id the refusal is about; `null` when it is about the document. */
  readonly lesion: string | null;

  constructor(code: ReadErrorCode, lesion: string | null, message: string) {
    super(message);
    this.code = code;
    this.lesion = lesion;
  }
}
