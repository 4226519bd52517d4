/** What QC needs of the server. */
export interface QcDeps {
  readonly now: () => Date;
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
}
