/** Response of the targets; NA: the subject has none at baseline. */
export type TargetCategory = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'NA';
/** Response of the non-targets; NA: the subject has none at baseline. */
export type NonTargetCategory = 'CR' | 'NON-CR/NON-PD' | 'PD' | 'NE' | 'NA';
export type NewLesionState = 'NO' | 'YES' | 'EQUIVOCAL' | 'NE';
/** Overall response of RECIST 1.1 and what keeps its terms. */
export type Overall = 'CR' | 'PR' | 'SD' | 'NON-CR/NON-PD' | 'NED' | 'PD' | 'NE';
