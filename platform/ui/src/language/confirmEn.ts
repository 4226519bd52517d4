/** English texts of logging in at the organisation's own provider, for an account, a signature, or a session that ended. */
export const confirmEn = {
  'confirm.sign': 'Log in with {{provider}} to sign',
  'confirm.renew': 'Log in with {{provider}}',
  'confirm.ended': 'Logged out. Log in with {{provider}} to go on; your draft is safe',
  'confirm.endedIdle':
    'Logged out after {{minutes}} minutes. Log in with {{provider}} to go on; your draft is safe',
  'confirm.waiting':
    'Log in with {{provider}} in the window that opened. Nothing here is lost meanwhile.',
  'confirm.done': 'Logged in with {{provider}} just now: sign within two minutes.',
  'confirm.blocked': 'The browser let no window open. Allow windows of this site, and try again.',
  'confirm.otherPerson':
    'Somebody else logged in there. Only the person whose work is open here can go on.',
  'confirm.refused': '{{provider}} did not let you in.',
  'confirm.notFresh':
    '{{provider}} did not ask for the password again, so it does not count. Try again; if this goes on, tell an administrator.',
  'confirm.unavailable': '{{provider}} does not answer. Try again in a moment.',
  'confirm.answer': 'What {{provider}} answered is not right. Try again.',
  'confirm.tooLate': 'That login was begun too long ago. Try again.',
  'confirm.sessionEnded': 'The session ended meanwhile. Go on with the page, then sign.',
  'confirm.move': 'Log in with {{provider}} from now on',
  'confirm.moveEffect':
    'You go to {{provider}} now and log in there. From then on you log in and sign there, and your password here is nothing any more.',
  'confirm.moved':
    'You log in and sign with {{provider}}. Whether that asks for a second factor is set there.',
  'confirm.elsewhere': 'the organisation’s login',
  'confirm.factor': 'at the organisation’s login',
  'confirm.account': 'Logs in with {{provider}}',
  'confirm.accountWaiting': 'Logs in with {{provider}}, not yet for the first time',
  'confirm.providerUser': 'Name at {{provider}} (instead of a password)',
  'confirm.made': 'The account {{user}} is made. Its person logs in with {{provider}}.',
};
