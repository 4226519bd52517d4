import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { Visit } from '../course/subject.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const optional = <T extends TSchema>(schema: T, description: string) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description }));
const amount = (description: string) => optional(Type.Number({ minimum: 0 }), description);
const stated = (description: string) => optional(Type.Boolean(), description);

export const PercistLesionSchema = Type.Object({
  sulPeak: amount(
    'SULpeak: mean lean-body-mass SUV of the hottest 1 cm³ sphere of the lesion, g/mL.'
  ),
  suvPeak: amount(
    'Taken as SULpeak where `sulPeak` is not given, with a finding; a body-weight SUV must not be given. g/mL.'
  ),
  distinctFromBackground: stated(
    'Whether the uptake stands out from its surroundings; a complete response needs false (or the status absent).'
  ),
  hottest: stated(
    'true: the reader states that no lesion of this scan is hotter; lesions without a number then do not make the visit NE.'
  ),
  tlg: amount('Total lesion glycolysis of the lesion (mean SUL times volume), g.'),
});

export const PercistTimepointSchema = Type.Object({
  liverSulMean: amount('Mean SUL of a 3 cm sphere in the right lobe of the liver, g/mL.'),
  liverSulSd: amount('Standard deviation of SUL in that sphere, g/mL.'),
  liverDiseased: stated(
    'The liver is diseased and gives no background: the blood pool takes its place. As at baseline when left out.'
  ),
  bloodPoolSulMean: amount('Mean SUL of the blood pool in the thoracic aorta, g/mL.'),
  bloodPoolSulSd: amount('Standard deviation of SUL in the blood pool, g/mL.'),
  uptakeMinutes: amount('Time from injection to the start of the scan, minutes.'),
  injectedActivityMBq: amount('Injected activity, MBq.'),
  sameScanner: stated('Same scanner, or same model at the same site, as at baseline.'),
  sameReconstruction: stated('Same acquisition and reconstruction as at baseline.'),
  tlg: amount(
    'Total lesion glycolysis of the scan, g; the sum over the targets where both scans have only that.'
  ),
});

export type PercistLesion = LesionInput & Static<typeof PercistLesionSchema>;
export type PercistTimepoint = TimepointInput & Static<typeof PercistTimepointSchema>;

export const own = (lesion: LesionInput): PercistLesion => lesion;
export const percistOf = ({ input }: Pick<Visit, 'input'>): PercistTimepoint => input;

/** SULpeak as given, in g/mL; null when not given. */
export function sulOf(lesion: LesionInput): number | null {
  const { sulPeak, suvPeak } = own(lesion);
  return sulPeak ?? suvPeak ?? null;
}

/** Every number of a timepoint that enters the arithmetic. */
export function timepointNumbers(timepoint: TimepointInput): number[] {
  const given = timepoint as PercistTimepoint;
  return [
    given.liverSulMean,
    given.liverSulSd,
    given.bloodPoolSulMean,
    given.bloodPoolSulSd,
    given.uptakeMinutes,
    given.injectedActivityMBq,
    given.tlg,
  ].filter((value): value is number => typeof value === 'number');
}
