/** English texts for trouble: session end, problems flagged, other windows, refusals. */
export const troubleEn = {
  'session.warning': 'You are logged out at {{time}} unless you go on.',
  'session.limit':
    'Every session ends after {{hours}} hours; this one does at {{time}}. Log in again then: your draft is safe.',
  'session.stay': 'Stay',
  'session.title': 'Logged out',
  'session.endedIdle':
    'Logged out after {{minutes}} minutes. Password to go on; your draft is safe',
  'session.ended': 'Logged out. Password to go on; your draft is safe',
  'session.unkept':
    'Leave this page open: this computer cannot keep your changes, they are in this page alone.',
  'session.user': 'User',
  'session.goOn': 'Go on',
  'session.sending': 'Logging in',
  'session.toLogin': 'Log in as someone else',
  'session.wrong': 'The password is wrong.',
  'session.locked':
    'The account is locked for {{minutes}} minutes after {{tries}} wrong passwords or codes.',
  'session.offline': 'The server does not answer. Nothing is lost; try again.',
  'session.other':
    'Someone else logged in in this browser. Your changes are kept on this computer; log in on the login page to go on.',
  'save.onHold': 'On hold. Your draft is kept',
  'save.elsewhere': 'Read-only here',
  'save.returned_one': '{{count}} change saved',
  'save.returned_other': '{{count}} changes saved',
  'save.offlineKept_one': 'Offline. {{count}} change kept on this computer',
  'save.offlineKept_other': 'Offline. {{count}} changes kept on this computer',
  'save.savedNotKept': 'Saved. This computer keeps nothing while the server is away',
  'save.savedAtNotKept': 'Saved {{time}}. This computer keeps nothing while the server is away',
  'save.slowKept_one':
    'The server has not answered for 10 seconds. {{count}} change kept on this computer',
  'save.slowKept_other':
    'The server has not answered for 10 seconds. {{count}} changes kept on this computer',
  'save.slowNotKept':
    'The server has not answered for 10 seconds. This computer cannot keep changes: leave this page open',
  'save.goneKept_one': 'Not yours any more. {{count}} change kept on this computer',
  'save.goneKept_other': 'Not yours any more. {{count}} changes kept on this computer',
  'save.goneNotKept': 'Not yours any more. What you wrote is in this page alone',
  'save.errorKept_one': 'Not saved: {{message}} {{count}} change kept on this computer',
  'save.errorKept_other': 'Not saved: {{message}} {{count}} changes kept on this computer',
  'lock.gone':
    'Somebody else has this read now, or it is made anew. Nothing can be saved; what you wrote stays here to be looked at. Ask the data manager.',
  'left.title_one': 'Signed without {{count}} change written on this computer',
  'left.title_other': 'Signed without {{count}} changes written on this computer',
  'left.what':
    'It could not be saved before the read was signed, and is kept here. If it matters, flag a correction of the signed read (Shift+F) and say it there.',
  'left.field': 'What',
  'left.here': 'Written here',
  'left.signed': 'Signed',
  'left.giveUp': 'Give up what was written here',
  'left.sure': 'It is erased from this computer and can not be brought back.',
  'left.yes': 'Erase it',
  'left.no': 'Keep it',
  'kept.title': 'Not saved yet, kept on this computer',
  'kept.open_one': '{{title}}: {{count}} change. It is saved when you open the case.',
  'kept.open_other': '{{title}}: {{count}} changes. They are saved when you open the case.',
  'kept.signed_one': '{{title}}: signed without {{count}} change written here.',
  'kept.signed_other': '{{title}}: signed without {{count}} changes written here.',
  'kept.gone_one':
    '{{title}}: {{count}} change that can not be saved, since the case is not in your list any more. Ask the data manager.',
  'kept.gone_other':
    '{{title}}: {{count}} changes that can not be saved, since the case is not in your list any more. Ask the data manager.',
  'kept.unreadable':
    'This computer keeps changes of a case that can not be read here any more ({{message}}).',
  'kept.case': 'A case',
  'kept.openCase': 'Open',
  'kept.look': 'Look at it',
  'kept.show': 'Show what was written',
  'kept.hide': 'Hide what was written',
  'late.answer': 'The server has not answered for 10 seconds. It is asked still; nothing is lost.',
  'late.signing':
    'The server has not answered for 10 seconds. It is waited for a minute at most; then you can sign again: it is signed once, however often you press.',
  'lock.signed': 'The read is signed. It can not be changed.',
  'lock.onHold': 'The read is on hold. It can be changed when the data manager has answered.',
  'lock.elsewhere': 'Read-only here: the read is open in another window. Take over to change it.',
  'lock.locked': 'The read is not open for changes. What you wrote stays here to be looked at.',
  'keys.flag': 'Flag a problem',
  'problem.flag': 'Flag a problem',
  'problem.title': 'Flag a problem',
  'problem.kind': 'What is wrong',
  'problem.kind.missingSeries': 'Wrong or missing series',
  'problem.kind.wrongSubject': 'Wrong subject',
  'problem.kind.identifyingInformation': 'Identifying information seen',
  'problem.kind.criticalFinding': 'Critical finding',
  'problem.kind.correction': 'Correction of my signed read',
  'problem.text': 'What you saw, and where',
  'problem.textNeeded': 'Say what you saw, and where.',
  'problem.holds': 'The read goes on hold and your draft is kept. The answer appears here.',
  'problem.suspends':
    'The images of this subject are closed to you until the data manager has decided. Your draft is kept.',
  'problem.signedStays': 'Your signature stays as it is. The answer appears here.',
  'problem.send': 'Flag the problem',
  'problem.sending': 'Flagging',
  'problem.unsaved': 'Flag the problem when all changes are saved.',
  'problem.failed': 'The problem is not flagged: {{message}}',
  'problem.close': 'Close',
  'hold.missingSeries':
    'On hold: you flagged a wrong or missing series. The data manager answers here.',
  'hold.wrongSubject': 'On hold: you flagged a wrong subject. The data manager answers here.',
  'hold.identifyingInformation':
    'On hold: you flagged identifying information. The data manager answers here.',
  'hold.criticalFinding': 'On hold: you flagged a critical finding. The data manager answers here.',
  'hold.correction': 'You flagged a correction of this signed read. The data manager answers here.',
  'hold.signed': 'You flagged a problem in this signed read. The data manager answers here.',
  'hold.answer': 'The data manager answered: {{text}}',
  'hold.answerHolds': 'The data manager answered, and the read stays on hold: {{text}}',
  'hold.answerExcludes': 'The data manager answered, and you do not go on with this read: {{text}}',
  'problem.kind.correctionDecision': 'Correction of my signed decision',
  'problem.holdsDecision': 'The case goes on hold and your draft is kept. The answer appears here.',
  'problem.withoutReads': 'Write nothing about what either read found or how you decide.',
  'hold.correctionDecision':
    'You flagged a correction of this signed decision. The data manager answers here.',
  'hold.signedDecision':
    'You flagged a problem in this signed case. The data manager answers here.',
  'hold.answerHoldsDecision': 'The data manager answered, and the case stays on hold: {{text}}',
  'hold.answerExcludesDecision':
    'The data manager answered, and you do not go on with this case: {{text}}',
  'elsewhere.title': 'Open in another window since {{time}}. Read-only here.',
  'elsewhere.titleNoTime': 'Open in another window. Read-only here.',
  'elsewhere.takeOver': 'Take over',
  'elsewhere.taking': 'Taking over',
  'elsewhere.refused':
    'The other window has changes that are not saved and can not be kept on this computer. Save them there first.',
  'signing.passwordWrong': 'Not signed: the password is wrong.',
  'signing.accountLocked':
    'Not signed: the account is locked for {{minutes}} minutes after {{tries}} wrong passwords.',
  'signing.offline':
    'The server does not answer, so it is not known whether the read is signed. Sign again: it is signed once, however often you press.',
  'signing.sessionEnded': 'Not signed: you were logged out. Log in, then sign again.',
  'signing.conflict':
    'Not signed: the read was changed in another window. Look at both versions first.',
  'signing.openItems': 'Not signed: {{item}}',
  'signing.notSaved': 'Not signed: not all changes are saved. Sign when the server has them.',
  'signing.offlineWait_one': 'Offline: signing waits until {{count}} change is saved',
  'signing.offlineWait_other': 'Offline: signing waits until {{count}} changes are saved',
} as const;
