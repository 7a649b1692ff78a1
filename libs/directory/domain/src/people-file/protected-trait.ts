// Stems long enough to be looked for anywhere in a heading, and words that are traits only when they stand alone: "Age", not "Agency".
const STEMS = [
  'gender', 'ethnic', 'religio', 'disab', 'birth', 'nationality', 'nationalorigin', 'orientation', 'sexual', 'marital', 'civilpartner',
  'pregnan', 'maternity', 'veteran', 'racial', 'citizenship', 'indigenous', 'pronoun', 'transstatus', 'lgbt', 'tradeunion', 'genetic',
];
const WORDS = new Set(['sex', 'race', 'age', 'dob', 'faith', 'belief', 'caste', 'colour', 'color', 'married', 'health', 'neurodiversity']);

/** Whether a heading, however it is written, names a trait on which people must not be chosen or paired. */
export const namesAProtectedTrait = (heading: string): boolean => {
  const words = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}]+/u);
  const joined = words.join('');
  return words.some((word) => WORDS.has(word)) || STEMS.some((stem) => joined.includes(stem));
};
