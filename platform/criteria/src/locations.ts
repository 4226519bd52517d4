import type { Region } from './regions.js';

/** One anatomical location: a term of the CDISC LOC codelist with what the two-per-organ rule needs. */
export interface Location {
  readonly code: string;
  readonly label: string;
  /** Lesions with the same organ share the per-organ limit; every node has the organ LYMPH NODES. */
  readonly organ: string;
  /** The part of the body it lies in; null where the term alone does not say. */
  readonly region: Region | null;
  readonly node: boolean;
  /** The place exists on both sides: LEFT or RIGHT is expected. */
  readonly laterality: boolean;
  /** false: disease here is never measurable (fluid, leptomeninges). */
  readonly measurable: boolean;
}

const organ = (code: string, label: string, region: Region | null, group = code): Location => ({
  code,
  label,
  organ: group,
  region,
  node: false,
  laterality: false,
  measurable: true,
});
const paired = (code: string, label: string, region: Region | null, group = code): Location => ({
  ...organ(code, label, region, group),
  laterality: true,
});
const unmeasurable = (
  code: string,
  label: string,
  region: Region | null,
  group = code
): Location => ({
  ...organ(code, label, region, group),
  measurable: false,
});
const node = (code: string, label: string, region: Region | null): Location => ({
  ...organ(code, label, region, 'LYMPH NODES'),
  node: true,
});
const pairedNode = (code: string, label: string, region: Region | null): Location => ({
  ...node(code, label, region),
  laterality: true,
});

/** Closed list; a location outside it is a finding, not an error. */
export const locations: readonly Location[] = [
  organ('ABDOMINAL WALL', 'Abdominal wall', 'abdomen'),
  paired('ADRENAL GLAND', 'Adrenal gland', 'abdomen'),
  organ('ANUS', 'Anus', 'pelvis'),
  organ('APPENDIX', 'Appendix', 'abdomen'),
  organ('BILE DUCT', 'Bile duct', 'abdomen'),
  organ('BLADDER', 'Urinary bladder', 'pelvis'),
  organ('BONE', 'Bone', 'bones'),
  organ('BRAIN', 'Brain', 'head'),
  paired('BREAST', 'Breast', 'chest'),
  paired('BRONCHUS', 'Bronchus', 'chest'),
  organ('CERVIX UTERI', 'Cervix uteri', 'pelvis'),
  organ('CHEST WALL', 'Chest wall', 'chest'),
  organ('COLON', 'Colon', 'abdomen'),
  organ('DUODENUM', 'Duodenum', 'abdomen'),
  organ('ESOPHAGUS', 'Oesophagus', 'chest'),
  paired('EYE', 'Eye', 'head'),
  paired('FALLOPIAN TUBE', 'Fallopian tube', 'pelvis'),
  organ('GALLBLADDER', 'Gallbladder', 'abdomen'),
  organ('HEART', 'Heart', 'chest'),
  paired('KIDNEY', 'Kidney', 'abdomen'),
  organ('LARYNX', 'Larynx', 'neck'),
  organ('LIVER', 'Liver', 'abdomen'),
  paired('LUNG', 'Lung', 'chest'),
  organ('MEDIASTINUM', 'Mediastinum', 'chest'),
  organ('MESENTERY', 'Mesentery', 'abdomen'),
  organ('MUSCLE', 'Muscle', null),
  organ('NASOPHARYNX', 'Nasopharynx', 'head'),
  organ('NECK', 'Neck', 'neck'),
  organ('OMENTUM', 'Omentum', 'abdomen'),
  organ('ORAL CAVITY', 'Oral cavity', 'head'),
  organ('OROPHARYNX', 'Oropharynx', 'neck'),
  paired('OVARY', 'Ovary', 'pelvis'),
  organ('PANCREAS', 'Pancreas', 'abdomen'),
  paired('PAROTID GLAND', 'Parotid gland', 'head'),
  organ('PELVIS', 'Pelvis', 'pelvis'),
  organ('PENIS', 'Penis', 'pelvis'),
  organ('PERICARDIUM', 'Pericardium', 'chest'),
  organ('PERITONEUM', 'Peritoneum', 'abdomen'),
  paired('PLEURA', 'Pleura', 'chest'),
  organ('PROSTATE GLAND', 'Prostate gland', 'pelvis'),
  organ('RECTUM', 'Rectum', 'pelvis'),
  organ('RETROPERITONEUM', 'Retroperitoneum', 'abdomen'),
  organ('SKIN', 'Skin', null),
  organ('SMALL INTESTINE', 'Small intestine', 'abdomen'),
  organ('SOFT TISSUE', 'Soft tissue', null),
  organ('SPINAL CORD', 'Spinal cord', null),
  organ('SPLEEN', 'Spleen', 'abdomen'),
  organ('STOMACH', 'Stomach', 'abdomen'),
  organ('SUBCUTANEOUS TISSUE', 'Subcutaneous tissue', null),
  paired('TESTIS', 'Testis', 'pelvis'),
  organ('THYMUS GLAND', 'Thymus', 'chest'),
  organ('THYROID GLAND', 'Thyroid gland', 'neck'),
  organ('TONGUE', 'Tongue', 'head'),
  organ('TRACHEA', 'Trachea', 'chest'),
  paired('URETER', 'Ureter', 'abdomen'),
  organ('URETHRA', 'Urethra', 'pelvis'),
  organ('UTERUS', 'Uterus', 'pelvis'),
  organ('VAGINA', 'Vagina', 'pelvis'),
  organ('VULVA', 'Vulva', 'pelvis'),
  unmeasurable('ASCITES', 'Ascites', 'abdomen', 'PERITONEUM'),
  unmeasurable('LEPTOMENINGES', 'Leptomeninges', null),
  unmeasurable('PERICARDIAL EFFUSION', 'Pericardial effusion', 'chest', 'PERICARDIUM'),
  unmeasurable('PLEURAL EFFUSION', 'Pleural effusion', 'chest', 'PLEURA'),
  node('LYMPH NODE', 'Lymph node', null),
  pairedNode('AXILLARY LYMPH NODE', 'Axillary lymph node', 'chest'),
  pairedNode('CERVICAL LYMPH NODE', 'Cervical lymph node', 'neck'),
  node('CELIAC LYMPH NODE', 'Coeliac lymph node', 'abdomen'),
  pairedNode('HILAR LYMPH NODE', 'Hilar lymph node', 'chest'),
  pairedNode('ILIAC LYMPH NODE', 'Iliac lymph node', 'pelvis'),
  pairedNode('INGUINAL LYMPH NODE', 'Inguinal lymph node', 'pelvis'),
  pairedNode('INTERNAL MAMMARY LYMPH NODE', 'Internal mammary lymph node', 'chest'),
  node('MEDIASTINAL LYMPH NODE', 'Mediastinal lymph node', 'chest'),
  node('MESENTERIC LYMPH NODE', 'Mesenteric lymph node', 'abdomen'),
  node('PARAAORTIC LYMPH NODE', 'Para-aortic lymph node', 'abdomen'),
  node('PELVIC LYMPH NODE', 'Pelvic lymph node', 'pelvis'),
  node('PORTAL LYMPH NODE', 'Portal lymph node', 'abdomen'),
  node('RETROPERITONEAL LYMPH NODE', 'Retroperitoneal lymph node', 'abdomen'),
  node('SUBCARINAL LYMPH NODE', 'Subcarinal lymph node', 'chest'),
  pairedNode('SUPRACLAVICULAR LYMPH NODE', 'Supraclavicular lymph node', 'neck'),
];

const byCode = new Map<string | null | undefined, Location>(
  locations.map(location => [location.code, location])
);

/** The location of a code, or null when the code is not in the list. */
export function findLocation(code: string | null | undefined): Location | null {
  return byCode.get(code) ?? null;
}
