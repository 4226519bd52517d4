import { assess, CriterionError, type AssessmentOutput } from '@corelab/criteria';
import { toAssessmentInput, type ReadDocument } from '@corelab/reads';

/** How the file of an engine is called: what loads one of another release looks at this first. */
export const contract = 1;

/** Goes into every signature, with the hash of the file. */
export const name = 'corelab-criteria 0.1.0';

/** A course up to a timepoint, as it is rated under one criterion. */
export interface Evaluation {
  readonly criterion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** In their order; dates ISO 8601, of any origin, since differences alone count. */
  readonly timepoints: readonly {
    readonly id: string;
    readonly kind: string;
    readonly date: string;
    readonly document: ReadDocument;
  }[];
}

export type Evaluated =
  | { readonly result: AssessmentOutput }
  | { readonly refused: { readonly code: string; readonly message: string } };

/** What a criterion makes of signed documents: JSON in, JSON out, the same for the same. */
export const evaluate = ({ criterion, parameters, timepoints }: Evaluation): Evaluated => {
  try {
    return {
      result: assess(
        toAssessmentInput({
          ...{ criterion, parameters: { ...parameters } },
          timepoints: [...timepoints],
        })
      ),
    };
  } catch (reason) {
    if (!(reason instanceof CriterionError)) throw reason;
    return { refused: { code: reason.code, message: reason.message } };
  }
};
