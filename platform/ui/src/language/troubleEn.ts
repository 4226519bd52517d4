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
    'The account is locked for {{minutes}} minutes after {{tries}} wrong passwords.',
  'session.offline': 'The server does not answer. Nothing is lost; try again.',
  'session.other':
    'Someone else logged in in this browser. Your changes are kept on this computer; log in on the login page to go on.',
} as const;
