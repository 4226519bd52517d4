/** English texts of the second factor of a login, and of letting in anew who lost password or second factor. */
export const secondFactorEn = {
  'secondFactor.menu': 'Second factor',
  'secondFactor.title': 'Second factor of your login',
  'secondFactor.code': 'Code',
  'secondFactor.codeHint': 'Six digits from your authenticator app, or a recovery code.',
  'secondFactor.wrong':
    'The code is not right. It changes every 30 seconds; if none is taken, see that the clock of the device is right.',
  'secondFactor.atLogin':
    'This installation now requires a second factor. Log in on the login page, which shows the key for an authenticator app.',
  'secondFactor.off':
    'Your login asks for the password alone. With an authenticator app on your telephone it also asks for a code that changes every 30 seconds.',
  'secondFactor.on': 'Your login asks for a code, since {{date}}.',
  'secondFactor.required': 'This installation requires it of you.',
  'secondFactor.left_one': '{{count}} recovery code is left.',
  'secondFactor.left_other': '{{count}} recovery codes are left.',
  'secondFactor.begin': 'Begin',
  'secondFactor.replace': 'Use another app or telephone',
  'secondFactor.codes': 'Make new recovery codes',
  'secondFactor.codesEffect': 'The old recovery codes are nothing from then on.',
  'secondFactor.end': 'End the second factor',
  'secondFactor.endEffect': 'Your login will ask for the password alone.',
  'secondFactor.show': 'Show the key',
  'secondFactor.scan':
    'Scan this with an authenticator app, or type the key into it. Then type the six digits that it shows.',
  'secondFactor.picture': 'The key as a QR code',
  'secondFactor.key': 'Key: {{key}}',
  'secondFactor.firstCode': 'First code',
  'secondFactor.confirm': 'Use it from now on',
  'secondFactor.recovery': 'Recovery codes',
  'secondFactor.recoveryHint':
    'Each of them lets you in once when the app is not at hand. Write them down or print them and keep them safe: they are not shown again.',
  'secondFactor.kept': 'I have kept them',
  'secondFactor.failed': 'It was not done: {{message}}',
  'people.secondFactor': 'Second factor',
  'people.secondFactorOn': 'on',
  'people.secondFactorOff': 'none',
  'people.reset': 'Let in anew',
  'people.resetEffect':
    'For who lost the password or the second factor. Nothing changes before another administrator confirms it here; then {{user}} gets a one-time password, and their sessions and API tokens end.',
  'people.resetFactor': 'The second factor is lost too: take it away',
  'people.resetButton': 'Ask that {{user}} is let in anew',
  'people.resetsTitle': 'Waiting for a second administrator',
  'people.resetAsked': '{{user}}: asked {{date}} by {{by}}: {{reason}}',
  'people.resetWithFactor': 'The second factor is taken away as well.',
  'people.resetOwn': 'You asked for it: another administrator confirms it.',
  'people.resetYours': 'It is about you: another administrator confirms it.',
  'people.resetConfirm': 'Confirm',
  'people.resetConfirmButton': 'Let {{user}} in anew',
  'people.resetConfirmEffect':
    'Make sure that it is {{user}} who asks, by voice or in person. You are shown a one-time password, which holds for seven days.',
  'people.resetRefuse': 'Refuse',
  'people.resetWithdraw': 'Take back',
} as const;
