/** French keeps together a number and what it counts, a word and its high punctuation: a line never breaks there. */
export function insecable(phrase: string): string {
  return phrase
    .replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0')
    .replace(/(?<=n°) (?=\d)|(?<=\d) (?=h\b|jours?\b|%)|(?<=\d h) (?=\d\d\b)/g, '\u00a0');
}
