/**
 * English sentences by their keys, for i18next: `{{name}}` is a value, `{{name, format}}` one that the language puts in
 * words by a formatter of that name (`formatsEn`). No sentence is glued from parts; every key is one whole sentence.
 */
export const messagesEn = {
  'difference.newLesionOnlyOne':
    '{{by}} calls a new lesion, {{lesion}}, {{place, place}} ({{state, lesionState}}); {{other}} saw none',
  'difference.newLesionEarlier':
    '{{by}} calls the new lesion {{place, place}} here already; {{other}} first at {{later, timepoint}}',
  'difference.nonTargetJudgement':
    'Non-targets together: {{nameA}} {{judgementA, judgement}}, {{nameB}} {{judgementB, judgement}}',
  'difference.readerResponse':
    'Own responses: {{nameA}} {{responseA}} in place of {{calculatedA}}, {{nameB}} {{responseB}} in place of {{calculatedB}}',
  'difference.readerResponseOnlyOne':
    '{{by}} gave {{response}} in place of the calculated {{calculated}}; {{other}} kept the calculated response',
  'difference.targetOnlyOne':
    '{{by}} follows {{lesion}}, {{place, place}}, as a target; {{other}} has no mark there',
  'difference.otherTarget':
    'Other target: {{nameA}} {{lesionA}}, {{placeA, place}}; {{nameB}} {{lesionB}}, {{placeB, place}}',
  'difference.nonTargetOnlyOne':
    '{{by}} follows {{lesion}}, {{place, place}}, as a non-target; {{other}} does not list it',
  'difference.role':
    'Same lesion, {{placeA, place}}: {{nameA}} calls it {{roleA, role}}, {{nameB}} {{roleB, role}}',
  'difference.partOnlyOne':
    '{{by}} has {{lesion}}, {{place, place}}, as a part of a lesion that split; {{other}} has not',
  'difference.evaluability':
    '{{by}} could not evaluate {{lesion}}, {{place, place}} ({{reason, reason}}); {{other}} could',
  'difference.timepointEvaluability':
    '{{by}} could not evaluate this timepoint ({{reason, reason}}); {{other}} could',
  'difference.state':
    'Same lesion, {{placeA, place}}: {{nameA}} {{stateA, lesionState}}, {{nameB}} {{stateB, lesionState}}',
  'difference.mergedInto':
    'Same lesion, {{placeA, place}}: {{nameA}} has it merged into {{hostA}}, {{nameB}} into {{hostB}}',
  'difference.size.longestDiameterMm':
    'Same lesion, {{placeA, place}}: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.size.shortAxisMm':
    'Same lesion, {{placeA, place}}, short axis: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.size.perpendicularDiameterMm':
    'Same lesion, {{placeA, place}}, perpendicular: {{nameA}} {{sizeMmA, millimetres}}, {{nameB}} {{sizeMmB, millimetres}}',
  'difference.number': '{{field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.nadir':
    'Compared with another visit: {{nameA}} with {{visitA, timepoint}}, {{nameB}} with {{visitB, timepoint}}',
  'difference.lesionDate':
    'Same lesion, {{placeA, place}}, another day: {{nameA}} {{dateA, date}}, {{nameB}} {{dateB, date}}',
  'difference.timepointDate': 'Another day: {{nameA}} {{dateA, date}}, {{nameB}} {{dateB, date}}',
  'difference.timepointOnlyOne': 'Only {{by}} read this timepoint',
  'difference.place':
    'Same lesion, named otherwise: {{nameA}} {{placeA, place}}, {{nameB}} {{placeB, place}}',
  'difference.lesionDetail':
    'Same lesion, {{placeA, place}}, {{field, field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.timepointDetail':
    '{{field, field}}: {{nameA}} {{valueA, entry}}, {{nameB}} {{valueB, entry}}',
  'difference.reason.lesion':
    'Neither could evaluate {{placeA, place}}: {{nameA}} {{reasonA, reason}}, {{nameB}} {{reasonB, reason}}',
  'difference.reason.timepoint':
    'Neither could evaluate this timepoint: {{nameA}} {{reasonA, reason}}, {{nameB}} {{reasonB, reason}}',
  'difference.quality':
    'Image quality, {{field, region}}: {{nameA}} {{valueA, quality}}, {{nameB}} {{valueB, quality}}',

  'counterfactual.without.bor': 'Without it the best response of {{by}} is {{value}}.',
  'counterfactual.without.pdStatus': 'Without it {{by}} has {{value, pdStatus}}.',
  'counterfactual.without.pdDate':
    'Without it {{by}} has PD on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.without.pdDate.undated': 'Without it {{by}} has PD at {{timepoint, timepoint}}.',
  'counterfactual.without.pdDate.none': 'Without it {{by}} has no PD.',
  'counterfactual.without.respDate':
    'Without it {{by}} has the first response on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.without.respDate.undated':
    'Without it {{by}} has the first response at {{timepoint, timepoint}}.',
  'counterfactual.without.respDate.none': 'Without it {{by}} has no response.',
  'counterfactual.without.visitResponse':
    'Without it {{by}} has {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.without.neThroughout':
    'Without it, of {{by}}: no visit evaluable: {{value, yesNo}}.',
  'counterfactual.without.measurability':
    'Without it, of {{by}}: measurable at baseline: {{value, yesNo}}.',
  'counterfactual.without.newLesion': 'Without it, of {{by}}: new lesions: {{value, yesNo}}.',
  'counterfactual.without.number':
    'Without it {{variable}} of {{by}} is {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.without.nothing':
    'Without it nothing changes in {{by}} of what the reads differ in.',

  'counterfactual.with.bor': 'With it the best response of {{by}} is {{value}}.',
  'counterfactual.with.pdStatus': 'With it {{by}} has {{value, pdStatus}}.',
  'counterfactual.with.pdDate': 'With it {{by}} has PD on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.with.pdDate.undated': 'With it {{by}} has PD at {{timepoint, timepoint}}.',
  'counterfactual.with.pdDate.none': 'With it {{by}} has no PD.',
  'counterfactual.with.respDate':
    'With it {{by}} has the first response on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.with.respDate.undated':
    'With it {{by}} has the first response at {{timepoint, timepoint}}.',
  'counterfactual.with.respDate.none': 'With it {{by}} has no response.',
  'counterfactual.with.visitResponse':
    'With it {{by}} has {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.with.neThroughout': 'With it, of {{by}}: no visit evaluable: {{value, yesNo}}.',
  'counterfactual.with.measurability':
    'With it, of {{by}}: measurable at baseline: {{value, yesNo}}.',
  'counterfactual.with.newLesion': 'With it, of {{by}}: new lesions: {{value, yesNo}}.',
  'counterfactual.with.number':
    'With it {{variable}} of {{by}} is {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.with.nothing': 'With it nothing changes in {{by}} of what the reads differ in.',

  'counterfactual.as.bor': 'As in {{other}}, the best response of {{by}} is {{value}}.',
  'counterfactual.as.pdStatus': 'As in {{other}}, {{by}} has {{value, pdStatus}}.',
  'counterfactual.as.pdDate':
    'As in {{other}}, {{by}} has PD on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.as.pdDate.undated': 'As in {{other}}, {{by}} has PD at {{timepoint, timepoint}}.',
  'counterfactual.as.pdDate.none': 'As in {{other}}, {{by}} has no PD.',
  'counterfactual.as.respDate':
    'As in {{other}}, {{by}} has the first response on day {{day}} ({{timepoint, timepoint}}).',
  'counterfactual.as.respDate.undated':
    'As in {{other}}, {{by}} has the first response at {{timepoint, timepoint}}.',
  'counterfactual.as.respDate.none': 'As in {{other}}, {{by}} has no response.',
  'counterfactual.as.visitResponse':
    'As in {{other}}, {{by}} has {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.as.neThroughout':
    'As in {{other}}, of {{by}}: no visit evaluable: {{value, yesNo}}.',
  'counterfactual.as.measurability':
    'As in {{other}}, of {{by}}: measurable at baseline: {{value, yesNo}}.',
  'counterfactual.as.newLesion': 'As in {{other}}, of {{by}}: new lesions: {{value, yesNo}}.',
  'counterfactual.as.number':
    'As in {{other}}, {{variable}} of {{by}} is {{value, entry}} at {{timepoint, timepoint}}.',
  'counterfactual.as.nothing':
    'As in {{other}}, nothing changes in {{by}} of what the reads differ in.',

  'counterfactual.refused.derived': 'This follows from the sums: there is nothing to take over.',
  'counterfactual.refused.noEffectOfItsOwn':
    'Image quality acts through the lesions alone: see those.',
  'counterfactual.refused.notReadThere':
    'Not computed in {{by}}: {{other}} did not read all of its timepoints.',
  'counterfactual.refused.linked':
    'Not computed in {{by}}: the lesion is merged with another, or split.',
  'counterfactual.refused.unmatchedHost':
    'Not computed in {{by}}: it has no lesion like the one that carries the joint size in {{other}}.',
  'counterfactual.refused.unmatchedLesions':
    'Not computed in {{by}}: the reads follow other lesions at this timepoint.',
  'counterfactual.refused.lastTarget': 'Not computed in {{by}}: no target would be left.',
  'counterfactual.refused.criterion':
    'Not computed in {{by}}: the criterion refuses it ({{detail}}).',

  'agreement.agree.bor': 'The best responses would agree.',
  'agreement.agree.pdStatus': 'The reads would agree in whether there is PD.',
  'agreement.agree.pdDate': 'The PD dates would agree.',
  'agreement.agree.respDate': 'The dates of the first response would agree.',
  'agreement.agree.visitResponse': 'The responses of all visits would agree.',
  'agreement.agree.neThroughout': 'The reads would agree in whether anything was evaluable.',
  'agreement.agree.measurability': 'The reads would agree in measurable disease at baseline.',
  'agreement.agree.newLesion': 'The reads would agree in new lesions.',
  'agreement.agree.number': '{{variable}} would lie within its limit.',
  'agreement.differ.bor': 'The best responses would still differ.',
  'agreement.differ.pdStatus': 'The reads would still differ in whether there is PD.',
  'agreement.differ.pdDate': 'The PD dates would still differ.',
  'agreement.differ.respDate': 'The dates of the first response would still differ.',
  'agreement.differ.visitResponse': 'The responses of the visits would still differ.',
  'agreement.differ.neThroughout':
    'The reads would still differ in whether anything was evaluable.',
  'agreement.differ.measurability':
    'The reads would still differ in measurable disease at baseline.',
  'agreement.differ.newLesion': 'The reads would still differ in new lesions.',
  'agreement.differ.number': '{{variable}} would still lie beyond its limit.',
  'agreement.newly.bor': 'The best responses, now equal, would differ.',
  'agreement.newly.pdStatus': 'The reads, now at one in whether there is PD, would differ.',
  'agreement.newly.pdDate': 'The PD dates, now equal, would differ.',
  'agreement.newly.respDate': 'The dates of the first response, now equal, would differ.',
  'agreement.newly.visitResponse': 'Responses of visits, now equal, would differ.',
  'agreement.newly.neThroughout':
    'The reads, now at one in whether anything was evaluable, would differ.',
  'agreement.newly.measurability':
    'The reads, now at one in measurable disease at baseline, would differ.',
  'agreement.newly.newLesion': 'The reads, now at one in new lesions, would differ.',
  'agreement.newly.number': '{{variable}}, now within its limit, would lie beyond it.',
} as const;

/** Name of a sentence. */
export type MessageKey = keyof typeof messagesEn;
