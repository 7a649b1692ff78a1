/** The separators that a header may be written with; the most frequent outside quotes is the file's. */
const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const outsideQuotes = (line: string): string => line.replace(/"(?:[^"]|"")*"?/g, '');

/** @param header the first line with anything on it; a comma where nothing is separated */
export const detectDelimiter = (header: string): Delimiter => {
  const bare = outsideQuotes(header);
  const count = (delimiter: string): number => bare.split(delimiter).length - 1;
  return DELIMITERS.reduce((best: Delimiter, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
};

/** The end of the first record of `text`, or -1 while it is not yet there. Breaks inside quotes do not end it; empty lines before it do not count. */
export const endOfFirstRecord = (text: string): number => {
  let quoted = false;
  let begun = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (character !== '\n') begun = true;
    else if (!quoted && begun) return at;
  }
  return -1;
};
