import { measured } from './measureWords.js';
import { end, start, type IdentityRule } from './rule.js';

const proper = String.raw`\p{Lu}[\p{L}'’.-]*`;
/** Capital words before "hospital" that say which one without naming it. */
const unnamed =
  /^(?:The|A|An|At|In|Our|My|This|That|Another|Outside|Local|Other|Referring|Previous|Prior|From|Same|Different|Each|Any|External|Reading|Treating|Study|Trial|Per|By|New|Old|No|Site|Large|Small|Per)$/;
/** German capital nouns behind "Klinik" that name none. */
const notNamed =
  /^(?:Aufnahme|Befund|Aufenthalt|Bericht|Verlauf|Entlassung|Angabe|Angaben|Daten|Bild|Bilder|Serie|CT|MR|MRT|PET|Untersuchung|Voraufnahme|Einweisung|Keine?|Kein|Und|Mit|Ohne|Bitte|Diese[rs]?)$/;

const english = String.raw`(?:[Hh]ospital|HOSPITAL|[Cc]linics?|[Ii]nfirmary|[Mm]edical [Cc]ent(?:er|re)|[Cc]ancer [Cc]ent(?:er|re)|[Ii]maging [Cc]ent(?:er|re)|[Hh]ealth (?:[Ss]ystem|[Cc]ent(?:er|re))|[Uu]niversity|Radiology (?:Group|Associates))`;
const germanKinds = String.raw`(?:(?:Universitäts|Uni|Kreis|Stadt|Landes|Bezirks|Städtisches )?(?:[Kk]linikum|[Kk]linik|[Kk]rankenhaus|[Ss]pital|[Ss]pitäler)|Kliniken|Hospital|MVZ|Uniklinik)`;

/** Places by name: hospitals, practices, universities, and sites of the trial by their number. */
export const placeRules: readonly IdentityRule[] = [
  {
    kind: 'place',
    example: "St. Mary's Hospital, Leeds General Infirmary, Mayo Clinic",
    pattern: new RegExp(String.raw`${start}(?<found>(?:${proper}\s+){1,4}${english})${end}`, 'dgu'),
    unless: match => {
      const before = (match.groups?.['found'] ?? '')
        .split(/\s+/)
        .filter(word => /^\p{Lu}/u.test(word));
      const named = before.filter(
        word => !unnamed.test(word) && !new RegExp(`^${english}$`, 'u').test(word)
      );
      return (
        named.length === 0 ||
        named.every(word => /^(?:University|Medical|Cancer|Imaging|Health)$/.test(word))
      );
    },
  },
  {
    kind: 'place',
    example: "St. Mary's, St. James’s",
    pattern: new RegExp(
      String.raw`${start}(?:St\.?|Saint|Sankt)\s+(?<found>\p{Lu}\p{Ll}+['’]s)${end}`,
      'dgu'
    ),
  },
  {
    kind: 'place',
    example: 'University of Leeds, Universität Heidelberg, Hospital Clínic',
    pattern: new RegExp(
      String.raw`${start}(?:University|Universit(?:ät|é|y)|Institute|Hospital)\s+(?:(?:of|de|del|di|zu|für)\s+(?:(?:the|la|las|los|le)\s+)?)?\p{Lu}\p{Ll}{2,}`,
      'dgu'
    ),
    unless: match => notNamed.test(match[0].split(/\s+/).at(-1) ?? ''),
  },
  {
    kind: 'place',
    example: 'Klinikum Kassel, Universitätsklinik Bonn, Krankenhaus St. Josef',
    pattern: new RegExp(
      String.raw`${start}${germanKinds}\s+(?:(?:in|am|an der|im|zu|rechts der)\s+)?(?<found>(?:St\.\s?)?\p{Lu}[\p{L}.-]+)`,
      'dgu'
    ),
    unless: match => notNamed.test(match.groups?.['found'] ?? ''),
  },
  {
    kind: 'place',
    example: 'Virchow-Klinikum, Robert-Bosch-Krankenhaus, Marienkrankenhaus, Charité',
    pattern: new RegExp(
      String.raw`${start}(?:(?:\p{Lu}\p{L}+-)+(?:Klinikum|Klinik|Kliniken|Krankenhaus|Hospital|Spital|Stift)|\p{Lu}\p{Ll}{2,}(?:krankenhaus|klinikum|hospital|spital)|Charité)${end}`,
      'dgu'
    ),
    unless: match =>
      /^(?:(?:Universitäts|Uni|Kreis|Stadt|Landes|Bezirks|Tages|Privat|Fach|Akut|Groß|Lehr|Militär|Kinder)-?)(?:krankenhaus|klinikum|klinik|hospital|spital)$/iu.test(
        match[0]
      ),
  },
  {
    kind: 'place',
    example: 'site 101, Zentrum Nr. 12, center #4',
    pattern: new RegExp(
      String.raw`${start}(?:sites?|cent(?:er|re)|zentrum|prüfzentrum|studienzentrum)\s*(?:(?:no|nr|number|nummer|code|id)\b[\s.:#]*|[#:]\s*)*(?<found>\d{2,5}|(?<=(?:no|nr|number|nummer|code|id|#)[\s.:#]*)\d)${end}(?![.,]\d|${measured}|\s*[x×])`,
      'dgiu'
    ),
  },
];
