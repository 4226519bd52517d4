/** What the signature of a review binds: its plan, each entry of its sample with what was found, and who signed. */
export interface ReviewContent {
  readonly schemaVersion: 1;
  readonly review: string;
  readonly trial: string;
  readonly title: string;
  readonly entries: { readonly from: number; readonly to: number };
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly acts: readonly string[];
  readonly reads: readonly string[];
  readonly sampling: {
    readonly kind: 'all' | 'every' | 'random';
    readonly size: number | null;
    readonly seed: string | null;
    /** Entries among which it was drawn. */
    readonly population: number;
  };
  readonly dueDate: string;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly notes: string;
  readonly items: readonly {
    readonly place: number;
    readonly entry: number;
    readonly hash: string;
    readonly outcome: 'inOrder' | 'finding' | 'notApplicable';
    readonly severity: 'minor' | 'major' | 'critical' | null;
    readonly text: string | null;
  }[];
  readonly signer: string;
  readonly meaning: string;
  readonly at: string;
  readonly zone: string;
}

export const reviewMeanings = [
  'I have reviewed these entries and this is what I found',
  'I have reviewed these entries; nothing was left out',
] as const;
