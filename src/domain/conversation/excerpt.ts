const ID_MENTION = /@\{[\da-f-]{36}\}/gi;
const LONGEST = 140;

/** The beginning of a text on one line, at most 140 characters; an id after an @ is left out, for it tells people nothing. */
export const excerptOf = (text: string): string => {
  const characters = Array.from(text.replace(ID_MENTION, '@…').replace(/\s+/g, ' ').trim());
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
};
