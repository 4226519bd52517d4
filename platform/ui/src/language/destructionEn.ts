/** English texts of the identity of a subject that is destroyed. */
export const destructionEn = {
  'destruction.ask': 'Destroy the identity',
  'destruction.askEffect':
    'Nothing changes before another person, an admin of the trial, confirms it under “To decide”. Then everything that says who {{subject}} is goes from the database, from what is kept apart and from the archive, and never comes back; reads, signatures, results and the record stay. Give a reason that names nobody.',
  'destruction.askButton': 'Ask that the identity of {{subject}} is destroyed',
  'destruction.waits':
    'Destruction of the identity asked {{date}} by {{by}}: {{reason}} Another person decides it under “To decide”.',
  'destruction.done':
    'Identity destroyed on {{date}}. Asked for by {{askedBy}}, confirmed by {{decidedBy}}: {{reason}}',
  'destruction.doneWhat':
    'Destroyed: identifiers in {{identifiers}} places, {{images}} images in the archive, {{keptApart}} files kept apart, {{texts}} texts, {{mentions}} mentions.',
  'destruction.remains':
    'What is signed or recorded is not changed: the identifier may still stand in {{count}} rows ({{tables}}).',
  'destruction.notDone': 'Not destroyed ({{date}}, {{by}}): {{reason}}',
  'destruction.title': 'Identities to be destroyed',
  'destruction.none': 'Nothing is asked for.',
  'destruction.what': 'Identity of {{subject}}',
  'destruction.askedBy': 'asked {{date}} by {{by}}',
  'destruction.reason': 'Reason: {{reason}}',
  'destruction.own': 'You asked for it: another person confirms it.',
  'destruction.adminOnly': 'An admin of the trial confirms it.',
  'destruction.confirm': 'Confirm',
  'destruction.confirmEffect':
    'This can not be undone. The subject gets a name that tells nothing, in place of {{subject}}. Files of this subject that come later are refused. Backups and exports made before still have the identity: destroy or mark those too. With many images it takes some minutes.',
  'destruction.confirmButton': 'Destroy the identity of {{subject}}',
  'destruction.refuse': 'Refuse',
  'destruction.withdraw': 'Take back',
  'destruction.destroyed':
    'The identity is destroyed. The subject is called {{subject}} from now on.',
  'destruction.refused': 'The identity is not destroyed; it was refused.',
  'destruction.withdrawn': 'The identity is not destroyed; the wish is taken back.',
} as const;
