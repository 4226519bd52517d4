/** A table of a report; widths are shares of the page. */
export interface ReportTable {
  readonly columns: readonly { readonly name: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of it where it has no rows. */
  readonly empty: string;
}

export interface ReportPicture {
  readonly caption: string;
  /** PNG; null where there is none, and the caption says why. */
  readonly png: Uint8Array | null;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ReportSection {
  readonly title: string;
  /** It stands on one page. */
  readonly whole?: true;
  /** Names and what stands for them. */
  readonly facts?: readonly (readonly [string, string])[];
  readonly table?: ReportTable;
  readonly paragraphs?: readonly string[];
  readonly pictures?: readonly ReportPicture[];
}

/** A report as words and pictures, before it is laid out. */
export interface ReportContent {
  readonly title: string;
  /** Over every page: that what was signed does not stand any more; null where it does. */
  readonly warning: string | null;
  /** Under every page, beside its number. */
  readonly footer: string;
  /** Of the document: the moment of the signature, so that the same read gives the same bytes. */
  readonly date: Date;
  readonly sections: readonly ReportSection[];
}
