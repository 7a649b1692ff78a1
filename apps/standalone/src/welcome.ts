import { demoPeople } from '@vouchsafe/sample-data';

export interface Welcome {
  readonly port: number;
  readonly adminPort: number;
  readonly home: string;
  readonly embedded: boolean;
  readonly development: boolean;
  readonly sample: boolean;
}

/** What a person sees when everything is up: where it is, who one may be, and three things to try. */
export const welcome = ({ port, adminPort, home, embedded, development, sample }: Welcome): string => {
  const at = `http://127.0.0.1:${port}`;
  // One of each part is enough to begin; the sign-in page offers the others.
  const parts = new Map([...demoPeople].reverse().map((person) => [person.part, person]));
  const people = development && sample ? [...parts.values()].reverse().map(({ email, does }) => `    ${email.padEnd(36)} ${does}`) : [];
  return [
    '', '  Vouchsafe is ready.', '',
    `    GraphiQL and API   ${at}/graphql`,
    `    Health             ${at}/health/ready   and for operators http://127.0.0.1:${adminPort}/health`,
    `    Data               ${embedded ? home : 'in the database of DATABASE_URL'}`, '',
    ...(people.length > 0 ? ['  Sign in there with one click; nobody here has a password:', ...people, ''] : []),
    ...(development && sample ? [
      '  Three things to try:',
      '    1. In GraphiQL choose the sponsor, and run "Sponsor: record an advocacy action".',
      '    2. Choose the program lead, and run "Programme lead: what came of a programme"; then with "asKnownAt" of a month ago.',
      '    3. In another terminal: npx vouchsafe verify --organization ' + (demoPeople[0]?.organization ?? 'HANDLE'), '',
    ] : []),
    '  Ctrl-C stops everything. "npm run reset" removes the data.', '', '',
  ].join('\n');
};
