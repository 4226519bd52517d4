/** What the search does not see, so that nobody takes silence for proof. */
export const notSearched: readonly string[] = [
  'What is drawn into the pixels: burned-in text, faces. Intake and QC are for that.',
  'Raw deflate and Brotli without a content-encoding that says so, and anything enciphered: they have no mark to be known by.',
  'Codings inside codings beyond three deep, and bodies that expand beyond 256 MB.',
  'Texts of fewer than six characters other than as whole values: a whole string in JSON or markup, a whole header or stored value. Site codes are such texts; sex, age, weight and the subject elements of DICOM are looked for by their tags.',
  'A date inside a number of more than twenty digits: by chance it stands in some UIDs.',
  'How long an answer takes.',
  'What a person can tell from the images themselves: anatomy, number and spacing of slices, noise.',
];

/** Forms in which each text is looked for, in words. */
export const searchedForms: readonly string[] = [
  'as it is, in either case, backwards, in UTF-8, Latin 1, UTF-16 of both byte orders and its own character set',
  'dates in the forms of DICOM, ISO, English, American, German and SAS usage, backwards, and as seconds and milliseconds of Unix time at midnight UTC',
  'in base64 and its URL-safe form from any digit on, also broken into lines, and in hexadecimal digits',
  'percent-encoded, escaped as in JSON and JavaScript, and as HTML entities, whole or in part',
  'in members of gzip and zlib anywhere in a body, and under gzip, deflate and Brotli as content coding',
  'in parts of multipart bodies and in segments of compressed frames, which are bytes of the body like others',
  'in codings inside codings, three deep',
];
