/** A text as it may stand in a page, between tags or in a quoted attribute. */
export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`);
