/** A text that a spreadsheet must not take for a formula. Writers keep strings as strings; the quote keeps it so when a person edits the cell. */
export const inert = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);
