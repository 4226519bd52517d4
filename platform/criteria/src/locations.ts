/** One anatomical location: a term of the CDISC LOC codelist with what the two-per-organ rule needs. */
export interface Location {
  readonly code: string;
  readonly label: string;
  /** Lesions with the same organ share the per-organ limit; every node has the organ LYMPH NODES. */
  readonly organ: string;
  readonly node: boolean;
  /** The place exists on both sides: LEFT or RIGHT is expected. */
  readonly laterality: boolean;
  /** false: disease here is never measurable (fluid, leptomeninges). */
  readonly measurable: boolean;
}

const organ = (code: string, label: string, group = code): Location => ({
  code,
  label,
  organ: group,
  node: false,
  laterality: false,
  measurable: true,
});
const paired = (code: string, label: string, group = code): Location => ({
  ...organ(code, label, group),
  laterality: true,
});
const unmeasurable = (code: string, label: string, group = code): Location => ({
  ...organ(code, label, group),
  measurable: false,
});
const node = (code: string, label: string): Location => ({
  ...organ(code, label, 'LYMPH NODES'),
  node: true,
});
const pairedNode = (code: string, label: string): Location => ({
  ...node(code, label),
  laterality: true,
});

/** Closed list; a location outside it is a finding, not an error. */
export const locations: readonly Location[] = [
  organ('ABDOMINAL WALL', 'Abdominal wall'),
  paired('ADRENAL GLAND', 'Adrenal gland'),
  organ('ANUS', 'Anus'),
  organ('APPENDIX', 'Appendix'),
  organ('BILE DUCT', 'Bile duct'),
  organ('BLADDER', 'Urinary bladder'),
  organ('BONE', 'Bone'),
  organ('BRAIN', 'Brain'),
  paired('BREAST', 'Breast'),
  paired('BRONCHUS', 'Bronchus'),
  organ('CERVIX UTERI', 'Cervix uteri'),
  organ('CHEST WALL', 'Chest wall'),
  organ('COLON', 'Colon'),
  organ('DUODENUM', 'Duodenum'),
  organ('ESOPHAGUS', 'Oesophagus'),
  paired('EYE', 'Eye'),
  paired('FALLOPIAN TUBE', 'Fallopian tube'),
  organ('GALLBLADDER', 'Gallbladder'),
  organ('HEART', 'Heart'),
  paired('KIDNEY', 'Kidney'),
  organ('LARYNX', 'Larynx'),
  organ('LIVER', 'Liver'),
  paired('LUNG', 'Lung'),
  organ('MEDIASTINUM', 'Mediastinum'),
  organ('MESENTERY', 'Mesentery'),
  organ('MUSCLE', 'Muscle'),
  organ('NASOPHARYNX', 'Nasopharynx'),
  organ('NECK', 'Neck'),
  organ('OMENTUM', 'Omentum'),
  organ('ORAL CAVITY', 'Oral cavity'),
  organ('OROPHARYNX', 'Oropharynx'),
  paired('OVARY', 'Ovary'),
  organ('PANCREAS', 'Pancreas'),
  paired('PAROTID GLAND', 'Parotid gland'),
  organ('PELVIS', 'Pelvis'),
  organ('PENIS', 'Penis'),
  organ('PERICARDIUM', 'Pericardium'),
  organ('PERITONEUM', 'Peritoneum'),
  paired('PLEURA', 'Pleura'),
  organ('PROSTATE GLAND', 'Prostate gland'),
  organ('RECTUM', 'Rectum'),
  organ('RETROPERITONEUM', 'Retroperitoneum'),
  organ('SKIN', 'Skin'),
  organ('SMALL INTESTINE', 'Small intestine'),
  organ('SOFT TISSUE', 'Soft tissue'),
  organ('SPINAL CORD', 'Spinal cord'),
  organ('SPLEEN', 'Spleen'),
  organ('STOMACH', 'Stomach'),
  organ('SUBCUTANEOUS TISSUE', 'Subcutaneous tissue'),
  paired('TESTIS', 'Testis'),
  organ('THYMUS GLAND', 'Thymus'),
  organ('THYROID GLAND', 'Thyroid gland'),
  organ('TONGUE', 'Tongue'),
  organ('TRACHEA', 'Trachea'),
  paired('URETER', 'Ureter'),
  organ('URETHRA', 'Urethra'),
  organ('UTERUS', 'Uterus'),
  organ('VAGINA', 'Vagina'),
  organ('VULVA', 'Vulva'),
  unmeasurable('ASCITES', 'Ascites', 'PERITONEUM'),
  unmeasurable('LEPTOMENINGES', 'Leptomeninges'),
  unmeasurable('PERICARDIAL EFFUSION', 'Pericardial effusion', 'PERICARDIUM'),
  unmeasurable('PLEURAL EFFUSION', 'Pleural effusion', 'PLEURA'),
  node('LYMPH NODE', 'Lymph node'),
  pairedNode('AXILLARY LYMPH NODE', 'Axillary lymph node'),
  pairedNode('CERVICAL LYMPH NODE', 'Cervical lymph node'),
  node('CELIAC LYMPH NODE', 'Coeliac lymph node'),
  pairedNode('HILAR LYMPH NODE', 'Hilar lymph node'),
  pairedNode('ILIAC LYMPH NODE', 'Iliac lymph node'),
  pairedNode('INGUINAL LYMPH NODE', 'Inguinal lymph node'),
  pairedNode('INTERNAL MAMMARY LYMPH NODE', 'Internal mammary lymph node'),
  node('MEDIASTINAL LYMPH NODE', 'Mediastinal lymph node'),
  node('MESENTERIC LYMPH NODE', 'Mesenteric lymph node'),
  node('PARAAORTIC LYMPH NODE', 'Para-aortic lymph node'),
  node('PELVIC LYMPH NODE', 'Pelvic lymph node'),
  node('PORTAL LYMPH NODE', 'Portal lymph node'),
  node('RETROPERITONEAL LYMPH NODE', 'Retroperitoneal lymph node'),
  node('SUBCARINAL LYMPH NODE', 'Subcarinal lymph node'),
  pairedNode('SUPRACLAVICULAR LYMPH NODE', 'Supraclavicular lymph node'),
];

const byCode = new Map(locations.map(location => [location.code, location]));

/** The location of a code, or null when the code is not in the list. */
export function findLocation(code: string | null | undefined): Location | null {
  return code === null || code === undefined ? null : (byCode.get(code) ?? null);
}
