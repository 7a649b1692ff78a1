// One list for everybody who reads names of fields: headings of files, conditions of rules.
// Stems long enough to be looked for anywhere in a name, and words that are traits only where they stand alone: "age", not "agency".
const STEMS = [
  'gender', 'ethnic', 'religio', 'disab', 'birth', 'nationality', 'nationalorigin', 'orientation', 'sexual', 'marital', 'civilpartner',
  'pregnan', 'maternity', 'paternity', 'parental', 'veteran', 'racial', 'citizenship', 'indigenous', 'pronoun', 'transstatus', 'lgbt',
  'tradeunion', 'genetic', 'neurodiver',
];
const WORDS = new Set(['sex', 'race', 'age', 'dob', 'faith', 'belief', 'caste', 'colour', 'color', 'married', 'health']);

const wordsOf = (name: string): readonly string[] =>
  name.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== '');

/** A name without case, spaces and punctuation: `Cost centre`, `costCentre` and `COST_CENTRE` are one. */
export const plainName = (name: string): string => wordsOf(name).join('');

/** Whether a field, however it is written, names a trait on which people must not be chosen or paired. */
export const namesAProtectedTrait = (field: string): boolean => {
  const words = wordsOf(field);
  return words.some((word) => WORDS.has(word)) || STEMS.some((stem) => words.join('').includes(stem));
};
