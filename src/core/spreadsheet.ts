// The leading `'*` makes it reversible: a text that already looks defused gets one more apostrophe.
const formula = /^'*[\s\0]*[=+\-@＝＋－＠\t\r\0]/;

/**
 * Keeps a spreadsheet from running a text as a formula: a text that starts, after spaces, with `= + - @`, their
 * full-width forms, a tab, a carriage return or NUL gets a leading apostrophe. To read the text back, take one
 * apostrophe away from each text that matches the same rule. Numbers are never taken for formulas.
 */
export function defuse(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Fifteen digits are what a double holds for certain: 29.33 came out of DECIMAL as 29.330000000000002. */
export function plainDigits(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}
