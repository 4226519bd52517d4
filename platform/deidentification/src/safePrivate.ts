/** A private element that may be kept, under its creator alone. */
export interface SafePrivateElement {
  readonly creator: string;
  /** Odd group, four hex digits. */
  readonly group: string;
  /** Its place in the creator's block, two hex digits. */
  readonly element: string;
  /** What it is read as where the transfer syntax does not say. */
  readonly vr: 'CS' | 'DS' | 'FD' | 'FL' | 'IS' | 'SL' | 'SS' | 'US';
  readonly what: string;
}

const row = (
  creator: string,
  tag: string,
  vr: SafePrivateElement['vr'],
  what: string
): SafePrivateElement => ({
  ...{ creator, vr, what },
  ...{ group: tag.slice(0, 4), element: tag.slice(-2) },
});

/**
 * Of PS3.15, table E.3.10-1, what CT, MR and PET need for quantification and protocol checks: numbers and coded words. Text
 * is left out even where the table lists it (GEMS_ACQU_01 9E, GEMS_PARM_01 27), and so are ultrasound and mammography.
 */
export const safePrivateElements: readonly SafePrivateElement[] = [
  row('Philips PET Private Group', '7053xx00', 'DS', 'factor from stored values to SUV'),
  row('Philips PET Private Group', '7053xx09', 'DS', 'factor from stored values to activity'),
  row('Philips Imaging DD 001', '2001xx03', 'FL', 'diffusion b-value'),
  row('Philips Imaging DD 001', '2001xx04', 'CS', 'diffusion direction'),
  row('Philips MR Imaging DD 001', '2005xx0D', 'FL', 'scale intercept'),
  row('Philips MR Imaging DD 001', '2005xx0E', 'FL', 'scale slope'),
  row('SIEMENS MR HEADER', '0019xx0C', 'IS', 'diffusion b-value'),
  row('SIEMENS MR HEADER', '0019xx0D', 'CS', 'diffusion directionality'),
  row('SIEMENS MR HEADER', '0019xx0E', 'FD', 'diffusion gradient direction'),
  row('SIEMENS MR HEADER', '0019xx27', 'FD', 'diffusion b-matrix'),
  row('GEMS_PARM_01', '0043xx39', 'IS', 'diffusion b-value, first of four numbers'),
  row('GEMS_PARM_01', '0043xx6F', 'DS', 'table entry and gradient coil'),
  row('GEMS_ACQU_01', '0019xx23', 'DS', 'table speed, mm per rotation'),
  row('GEMS_ACQU_01', '0019xx24', 'DS', 'middle of the scan, s'),
  row('GEMS_ACQU_01', '0019xx27', 'DS', 'duration of a rotation'),
  row('GEMS_SERS_01', '0025xx07', 'SL', 'images in the series'),
  row('GEMS_HELIOS_01', '0045xx01', 'SS', 'macro rows of the detector'),
  row('GEMS_HELIOS_01', '0045xx02', 'FL', 'macro width at the isocentre'),
  row('ELSCINT1', '00E1xx21', 'DS', 'dose length product'),
  row('ELSCINT1', '00E1xx50', 'DS', 'duration of the acquisition'),
  row('ELSCINT1', '01E1xx26', 'CS', 'type of phantom'),
  row('ELSCINT1', '01F1xx01', 'CS', 'type of acquisition'),
  row('ELSCINT1', '01F1xx07', 'DS', 'table velocity'),
  row('ELSCINT1', '01F1xx26', 'DS', 'pitch'),
  row('ELSCINT1', '01F1xx27', 'DS', 'duration of a rotation'),
];

const keyOf = (creator: string, group: number, element: number): string =>
  `${creator}|${group}|${element}`;
const byKey = new Map(
  safePrivateElements.map(one => [
    keyOf(one.creator, Number.parseInt(one.group, 16), Number.parseInt(one.element, 16)),
    one,
  ])
);

/** The listed element, if the creator and the last two digits of the tag are one. */
export const safePrivateOf = (creator: string, tag: number): SafePrivateElement | undefined =>
  byKey.get(keyOf(creator, tag >>> 16, tag & 0xff));
