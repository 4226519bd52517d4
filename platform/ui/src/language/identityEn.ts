/** English texts for what looks like identity in a typed text. */
export const identityEn = {
  'identity.date': '“{{words}}” looks like a date.',
  'identity.birth': '“{{words}}” looks like a date of birth.',
  'identity.person': '“{{words}}” looks like the name of a person.',
  'identity.place': '“{{words}}” looks like a hospital or a site.',
  'identity.phone': '“{{words}}” looks like a telephone number.',
  'identity.email': '“{{words}}” looks like an e-mail address.',
  'identity.webAddress': '“{{words}}” looks like a web address.',
  'identity.uid': '“{{words}}” looks like an identifier of images.',
  'identity.number': '“{{words}}” looks like the number of a patient or a study.',
  'identity.name': '“{{words}}” is in the name of a person or a site of this trial.',
  'identity.known': '“{{words}}” names a subject, a site or a person of this trial.',
  'identity.takeOut':
    'The text is not kept. Take it out: nothing here may tell who, where or when.',
  'identity.orInsist':
    'The text is not kept. Take it out, or say that it identifies nobody; the record keeps that you did.',
  'identity.change': 'Change',
  'identity.insist': 'It identifies nobody',
  'identity.drop': 'Leave the text out',
  'identity.prompt': 'Not kept: the text looks like identity. It waits in its field.',
  'identity.waits.comment': 'The comment on {{lesion}} is not kept: it looks like identity.',
  'identity.waits.reason': 'The reason of {{lesion}} is not kept: it looks like identity.',
  'identity.waits.region':
    'The reason for the image quality of {{region}} is not kept: it looks like identity.',
  'identity.waits.response': 'The reason of my response is not kept: it looks like identity.',
  'identity.waits.decision': 'The reason of the decision is not kept: it looks like identity.',
  'identity.go': 'Go to it',
} as const;
