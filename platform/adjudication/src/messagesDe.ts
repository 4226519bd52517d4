import type { MessageKey } from './messagesEn.js';

/** The German sentences, by the same keys and with the same values as `messagesEn`. */
export const messagesDe: Readonly<Record<MessageKey, string>> = {
  'difference.newLesionOnlyOne':
    '{{by}} nennt eine neue Läsion, {{lesion}}, {{place, place}} ({{state, lesionState}}); {{other}} sah keine',
  'difference.newLesionEarlier':
    '{{by}} nennt die neue Läsion {{place, place}} schon hier; {{other}} zuerst bei {{later, timepoint}}',
  'difference.nonTargetJudgement':
    'Nicht-Zielläsionen zusammen: {{nameA}} {{judgementA, judgement}}, {{nameB}} {{judgementB, judgement}}',
  'difference.readerResponse':
    'Eigenes Ansprechen: {{nameA}} {{responseA}} statt {{calculatedA}}, {{nameB}} {{responseB}} statt {{calculatedB}}',
  'difference.readerResponseOnlyOne':
    '{{by}} gab {{response}} statt des berechneten {{calculated}}; {{other}} blieb beim berechneten',
  'difference.targetOnlyOne':
    '{{by}} verfolgt {{lesion}}, {{place, place}}, als Zielläsion; {{other}} hat dort keine Markierung',
  'difference.otherTarget':
    'Andere Zielläsion: {{nameA}} {{lesionA}}, {{placeA, place}}; {{nameB}} {{lesionB}}, {{placeB, place}}',
  'difference.nonTargetOnlyOne':
    '{{by}} verfolgt {{lesion}}, {{place, place}}, als Nicht-Zielläsion; {{other}} führt sie nicht',
  'difference.role':
    'Dieselbe Läsion, {{placeA, place}}: {{nameA}} führt sie als {{roleA, role}}, {{nameB}} als {{roleB, role}}',
  'difference.partOnlyOne':
    '{{by}} hat {{lesion}}, {{place, place}}, als Teil einer geteilten Läsion; {{other}} nicht',
  'difference.evaluability':
    '{{by}} konnte {{lesion}}, {{place, place}}, nicht beurteilen ({{reason, reason}}); {{other}} konnte es',
  'difference.timepointEvaluability':
    '{{by}} konnte diesen Zeitpunkt nicht beurteilen ({{reason, reason}}); {{other}} konnte es',
  'difference.state':
    'Dieselbe Läsion, {{placeA, place}}: {{nameA}} {{stateA, lesionState}}, {{nameB}} {{stateB, lesionState}}',
  'difference.mergedInto':
    'Dieselbe Läsion, {{placeA, place}}: bei {{nameA}} verschmolzen mit {{hostA}}, bei {{nameB}} mit {{hostB}}',
  'difference.size.longestDiameterMm':
    'Dieselbe Läsion, {{placeA, place}}: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.size.shortAxisMm':
    'Dieselbe Läsion, {{placeA, place}}, kurze Achse: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.size.perpendicularDiameterMm':
    'Dieselbe Läsion, {{placeA, place}}, senkrecht: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.number': '{{field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.nadir':
    'Mit einer anderen Visite verglichen: {{nameA}} mit {{visitA, timepoint}}, {{nameB}} mit {{visitB, timepoint}}',
  'difference.lesionDate':
    'Dieselbe Läsion, {{placeA, place}}, anderer Tag: {{nameA}} {{dateA, date}}, {{nameB}} {{dateB, date}}',
  'difference.timepointDate': 'Anderer Tag: {{nameA}} {{dateA, date}}, {{nameB}} {{dateB, date}}',
  'difference.timepointOnlyOne': 'Nur {{by}} hat diesen Zeitpunkt befundet',
  'difference.place':
    'Dieselbe Läsion, anders benannt: {{nameA}} {{placeA, place}}, {{nameB}} {{placeB, place}}',
  'difference.lesionDetail':
    'Dieselbe Läsion, {{placeA, place}}, {{field, field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.timepointDetail':
    '{{field, field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.reason.lesion':
    '{{placeA, place}} war für beide nicht beurteilbar: {{nameA}} {{reasonA, reason}}, {{nameB}} {{reasonB, reason}}',
  'difference.reason.timepoint':
    'Dieser Zeitpunkt war für beide nicht beurteilbar: {{nameA}} {{reasonA, reason}}, {{nameB}} {{reasonB, reason}}',
  'difference.quality':
    'Bildqualität, {{field, region}}: {{nameA}} {{valueA, quality}}, {{nameB}} {{valueB, quality}}',

  'counterfactual.without.bor': 'Ohne sie ist das beste Ansprechen von {{by}} {{value}}.',
  'counterfactual.without.pdStatus': 'Ohne sie hat {{by}} {{value, pdStatus}}.',
  'counterfactual.without.pdDate':
    'Ohne sie hat {{by}} PD an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.without.pdDate.undated': 'Ohne sie hat {{by}} PD bei {{timepoint, timepoint}}.',
  'counterfactual.without.pdDate.none': 'Ohne sie hat {{by}} keine PD.',
  'counterfactual.without.respDate':
    'Ohne sie hat {{by}} das erste Ansprechen an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.without.respDate.undated':
    'Ohne sie hat {{by}} das erste Ansprechen bei {{timepoint, timepoint}}.',
  'counterfactual.without.respDate.none': 'Ohne sie hat {{by}} kein Ansprechen.',
  'counterfactual.without.visitResponse':
    'Ohne sie hat {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.without.neThroughout':
    'Ohne sie bei {{by}}: keine Visite beurteilbar: {{value, yesNo}}.',
  'counterfactual.without.measurability':
    'Ohne sie bei {{by}}: messbar bei Baseline: {{value, yesNo}}.',
  'counterfactual.without.newLesion': 'Ohne sie bei {{by}}: neue Läsionen: {{value, yesNo}}.',
  'counterfactual.without.number':
    'Ohne sie ist {{variable}} von {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.without.nothing':
    'Ohne sie ändert sich bei {{by}} nichts von dem, worin sich die Befunde unterscheiden.',

  'counterfactual.with.bor': 'Mit ihr ist das beste Ansprechen von {{by}} {{value}}.',
  'counterfactual.with.pdStatus': 'Mit ihr hat {{by}} {{value, pdStatus}}.',
  'counterfactual.with.pdDate': 'Mit ihr hat {{by}} PD an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.with.pdDate.undated': 'Mit ihr hat {{by}} PD bei {{timepoint, timepoint}}.',
  'counterfactual.with.pdDate.none': 'Mit ihr hat {{by}} keine PD.',
  'counterfactual.with.respDate':
    'Mit ihr hat {{by}} das erste Ansprechen an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.with.respDate.undated':
    'Mit ihr hat {{by}} das erste Ansprechen bei {{timepoint, timepoint}}.',
  'counterfactual.with.respDate.none': 'Mit ihr hat {{by}} kein Ansprechen.',
  'counterfactual.with.visitResponse':
    'Mit ihr hat {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.with.neThroughout':
    'Mit ihr bei {{by}}: keine Visite beurteilbar: {{value, yesNo}}.',
  'counterfactual.with.measurability':
    'Mit ihr bei {{by}}: messbar bei Baseline: {{value, yesNo}}.',
  'counterfactual.with.newLesion': 'Mit ihr bei {{by}}: neue Läsionen: {{value, yesNo}}.',
  'counterfactual.with.number':
    'Mit ihr ist {{variable}} von {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.with.nothing':
    'Mit ihr ändert sich bei {{by}} nichts von dem, worin sich die Befunde unterscheiden.',

  'counterfactual.as.bor': 'Wie bei {{other}} ist das beste Ansprechen von {{by}} {{value}}.',
  'counterfactual.as.pdStatus': 'Wie bei {{other}} hat {{by}} {{value, pdStatus}}.',
  'counterfactual.as.pdDate':
    'Wie bei {{other}} hat {{by}} PD an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.as.pdDate.undated':
    'Wie bei {{other}} hat {{by}} PD bei {{timepoint, timepoint}}.',
  'counterfactual.as.pdDate.none': 'Wie bei {{other}} hat {{by}} keine PD.',
  'counterfactual.as.respDate':
    'Wie bei {{other}} hat {{by}} das erste Ansprechen an Tag {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.as.respDate.undated':
    'Wie bei {{other}} hat {{by}} das erste Ansprechen bei {{timepoint, timepoint}}.',
  'counterfactual.as.respDate.none': 'Wie bei {{other}} hat {{by}} kein Ansprechen.',
  'counterfactual.as.visitResponse':
    'Wie bei {{other}} hat {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.as.neThroughout':
    'Wie bei {{other}}, für {{by}}: keine Visite beurteilbar: {{value, yesNo}}.',
  'counterfactual.as.measurability':
    'Wie bei {{other}}, für {{by}}: messbar bei Baseline: {{value, yesNo}}.',
  'counterfactual.as.newLesion': 'Wie bei {{other}}, für {{by}}: neue Läsionen: {{value, yesNo}}.',
  'counterfactual.as.number':
    'Wie bei {{other}} ist {{variable}} von {{by}} {{value, entry}} bei {{timepoint, timepoint}}.',
  'counterfactual.as.nothing':
    'Wie bei {{other}} ändert sich bei {{by}} nichts von dem, worin sich die Befunde unterscheiden.',

  'counterfactual.refused.derived': 'Das folgt aus den Summen: es gibt nichts zu übernehmen.',
  'counterfactual.refused.noEffectOfItsOwn':
    'Die Bildqualität wirkt allein über die Läsionen: siehe dort.',
  'counterfactual.refused.notReadThere':
    'In {{by}} nicht berechnet: {{other}} hat nicht alle ihre Zeitpunkte befundet.',
  'counterfactual.refused.linked':
    'In {{by}} nicht berechnet: die Läsion ist mit einer anderen verschmolzen oder geteilt.',
  'counterfactual.refused.unmatchedHost':
    'In {{by}} nicht berechnet: dort gibt es keine Läsion wie die, die bei {{other}} die gemeinsame Größe trägt.',
  'counterfactual.refused.unmatchedLesions':
    'In {{by}} nicht berechnet: die Befunde verfolgen zu diesem Zeitpunkt andere Läsionen.',
  'counterfactual.refused.lastTarget':
    'In {{by}} nicht berechnet: es bliebe keine Zielläsion übrig.',
  'counterfactual.refused.criterion':
    'In {{by}} nicht berechnet: das Kriterium lehnt es ab ({{detail}}).',

  'agreement.agree.bor': 'Das beste Ansprechen würde übereinstimmen.',
  'agreement.agree.pdStatus': 'Die Befunde wären sich darin einig, ob PD vorliegt.',
  'agreement.agree.pdDate': 'Die PD-Daten würden übereinstimmen.',
  'agreement.agree.respDate': 'Die Daten des ersten Ansprechens würden übereinstimmen.',
  'agreement.agree.visitResponse': 'Das Ansprechen aller Visiten würde übereinstimmen.',
  'agreement.agree.neThroughout': 'Die Befunde wären sich darin einig, ob etwas beurteilbar war.',
  'agreement.agree.measurability':
    'Die Befunde würden in der messbaren Erkrankung bei Baseline übereinstimmen.',
  'agreement.agree.newLesion': 'Die Befunde würden in den neuen Läsionen übereinstimmen.',
  'agreement.agree.number': '{{variable}} läge innerhalb der Grenze.',
  'agreement.differ.bor': 'Das beste Ansprechen würde sich weiterhin unterscheiden.',
  'agreement.differ.pdStatus': 'Die Befunde wären sich weiterhin uneinig, ob PD vorliegt.',
  'agreement.differ.pdDate': 'Die PD-Daten würden sich weiterhin unterscheiden.',
  'agreement.differ.respDate':
    'Die Daten des ersten Ansprechens würden sich weiterhin unterscheiden.',
  'agreement.differ.visitResponse':
    'Das Ansprechen der Visiten würde sich weiterhin unterscheiden.',
  'agreement.differ.neThroughout':
    'Die Befunde wären sich weiterhin uneinig, ob etwas beurteilbar war.',
  'agreement.differ.measurability':
    'Die Befunde würden sich weiterhin in der messbaren Erkrankung bei Baseline unterscheiden.',
  'agreement.differ.newLesion':
    'Die Befunde würden sich weiterhin in den neuen Läsionen unterscheiden.',
  'agreement.differ.number': '{{variable}} läge weiterhin jenseits der Grenze.',
  'agreement.newly.bor': 'Das beste Ansprechen, jetzt gleich, würde sich unterscheiden.',
  'agreement.newly.pdStatus':
    'Die Befunde, jetzt einig darin, ob PD vorliegt, würden sich unterscheiden.',
  'agreement.newly.pdDate': 'Die PD-Daten, jetzt gleich, würden sich unterscheiden.',
  'agreement.newly.respDate':
    'Die Daten des ersten Ansprechens, jetzt gleich, würden sich unterscheiden.',
  'agreement.newly.visitResponse':
    'Das Ansprechen von Visiten, jetzt gleich, würde sich unterscheiden.',
  'agreement.newly.neThroughout':
    'Die Befunde, jetzt einig darin, ob etwas beurteilbar war, würden sich unterscheiden.',
  'agreement.newly.measurability':
    'Die Befunde, jetzt einig in der messbaren Erkrankung bei Baseline, würden sich unterscheiden.',
  'agreement.newly.newLesion':
    'Die Befunde, jetzt einig in den neuen Läsionen, würden sich unterscheiden.',
  'agreement.newly.number': '{{variable}}, jetzt innerhalb der Grenze, läge jenseits davon.',
};
