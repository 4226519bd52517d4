import { type Static, Type } from '@sinclair/typebox';
import {
  BlindingSchema,
  ExportSchema,
  SignatureMeaningsSchema,
  WindowPresetsSchema,
} from './blinding.js';
import { DeidentificationSchema } from './deidentification.js';
import { ClinicalFactsSchema, FormsSchema } from './facts.js';
import { HangingProtocolsSchema } from './hanging.js';
import { ImagingProtocolSchema, MatchingSchema, SeriesRoleSchema } from './images.js';
import { CriteriaSchema, EndpointsSchema, InstrumentsSchema } from './measures.js';
import { closed, listOf } from './parts.js';
import { QualificationsSchema, RolesSchema } from './people.js';
import { CalendarSchema, GapPolicySchema, TimepointsSchema } from './timepoints.js';
import { TracksSchema } from './tracks.js';
import { AreaSchema, ModeSchema, SitesSchema, SubjectsSchema, TrialSchema } from './trial.js';

/** A charter with the area's defaults filled in: what is stored, hashed and deployed. */
export const CharterSchema = Type.Object(
  {
    schemaVersion: Type.Literal(2, {
      description:
        'Version of this form. A file may leave it out or say 1: what it then leaves out is filled in.',
    }),
    trial: TrialSchema,
    area: AreaSchema,
    mode: ModeSchema,
    criteria: CriteriaSchema,
    instruments: InstrumentsSchema,
    sites: SitesSchema,
    subjects: SubjectsSchema,
    matching: MatchingSchema,
    deidentification: DeidentificationSchema,
    series: listOf(SeriesRoleSchema, 50, 'Roles of series: the words for what is imaged.', {
      minItems: 1,
    }),
    timepoints: TimepointsSchema,
    gapPolicy: GapPolicySchema,
    imagingProtocol: ImagingProtocolSchema,
    tracks: TracksSchema,
    blinding: BlindingSchema,
    clinicalFacts: ClinicalFactsSchema,
    forms: FormsSchema,
    hangingProtocols: HangingProtocolsSchema,
    windowPresets: WindowPresetsSchema,
    endpoints: EndpointsSchema,
    export: ExportSchema,
    roles: RolesSchema,
    qualifications: QualificationsSchema,
    signatureMeanings: SignatureMeaningsSchema,
    calendar: CalendarSchema,
  },
  { ...closed, $id: 'corelab:charter:2', description: 'The charter of one trial.' }
);

export type Charter = Static<typeof CharterSchema>;
export type { CriterionChoice } from './measures.js';
