/** A unit as the host prints it, taken apart: what the number counts, and how the pixels were calibrated. */
export interface HostUnit {
  base: string;
  /** `ERMF`, `PROJECTION`, `USER`, `US Region` and the like; null for the image's own pixel spacing. */
  calibration: string | null;
}

/** Takes the host's display unit apart at its first space: `cm US Region` is cm, calibrated by an ultrasound region. */
export function parseHostUnit(text: string): HostUnit {
  const trimmed = text.trim();
  const space = trimmed.indexOf(' ');
  if (space === -1) return { base: trimmed, calibration: null };
  return { base: trimmed.slice(0, space), calibration: trimmed.slice(space + 1).trim() };
}

const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10 };

/** How many millimetres one of this unit is, or null where it is no length (px, mm²). */
export function millimetresPer(unit: HostUnit): number | null {
  return millimetres[unit.base] ?? null;
}
