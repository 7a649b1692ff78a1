import { betweenCharacters, type Character } from './character.js';

const bank: Character = {
  name: 'Harbourline Bank', handle: 'harbourline', share: 0.42,
  functions: ['Retail Banking', 'Corporate Banking', 'Risk', 'Technology', 'Operations', 'Finance', 'Legal and Compliance', 'Human Resources'],
  sites: [{ site: 'Dublin', timeZone: 'Europe/Dublin', languages: ['en', 'ga'] }, { site: 'Singapore', timeZone: 'Asia/Singapore', languages: ['en', 'zh'] }, { site: 'Lagos', timeZone: 'Africa/Lagos', languages: ['en', 'yo'] }],
  grades: ['Group Executive', 'Managing Director', 'Executive Director', 'Vice President', 'Associate', 'Analyst'],
  programs: { main: 'Rising Leaders', second: 'Into Technology', mentoring: 'First Year Mentors' },
  habits: { quietSponsors: 0.16, championSponsors: 0.12, confirms: 0.78, late: 0.05, disputes: 0.012, corrects: 0.05, pauses: 0.05, withdraws: 0.05, renegotiates: 0.12, keeps: 0.8, capacity: 3 },
  seasons: [0.8, 1, 1.5, 1.4, 1, 0.8, 0.6, 0.4, 1.4, 1.6, 1, 0.5],
  deliverables: ['Control walkthrough for the credit desk', 'Two-page brief on settlement delays', 'Pilot report on branch opening hours', 'Client story in numbers', 'Draft paper for the risk committee', 'Handover notes for the payments rota'],
  objectives: ['Ready to lead a regional team by the end of the term', 'Visible to the people who staff cross-border deals', 'A first seat in a governance committee', 'From analysis to running a client relationship'],
};

const hospitals: Character = {
  name: 'Linden Vale Hospitals', handle: 'linden-vale', share: 0.33,
  functions: ['Nursing', 'Medicine', 'Diagnostics', 'Pharmacy', 'Emergency Care', 'Digital Health', 'Estates', 'Human Resources'],
  sites: [{ site: 'Linden Vale', timeZone: 'Europe/London', languages: ['en', 'cy'] }, { site: 'Northmere', timeZone: 'Europe/London', languages: ['en', 'pl'] }, { site: 'St Aldan', timeZone: 'Europe/London', languages: ['en', 'pa'] }],
  grades: ['Chief Executive', 'Executive', 'Clinical Director', 'Consultant or Matron', 'Senior Practitioner', 'Practitioner'],
  programs: { main: 'Ward to Board', second: 'Clinical Digital Leads', mentoring: 'New Starters’ Circle' },
  habits: { quietSponsors: 0.3, championSponsors: 0.08, confirms: 0.62, late: 0.12, disputes: 0.01, corrects: 0.06, pauses: 0.12, withdraws: 0.07, renegotiates: 0.18, keeps: 0.7, capacity: 2 },
  seasons: [0.5, 0.6, 1.1, 1.4, 1.3, 1, 0.9, 0.7, 1.3, 1.4, 1.1, 0.5],
  deliverables: ['Audit of discharge letters', 'Shift handover checklist', 'Teaching session for new starters', 'Patient flow figures for the winter plan', 'Case write-up for the quality forum', 'Short report on infusion pump training'],
  objectives: ['Prepared for a matron or lead role', 'Known beyond the own ward', 'To lead one improvement that two sites adopt', 'A route from clinical work into digital health'],
};

const engineers: Character = {
  name: 'Torvald & Reyes Engineering', handle: 'torvald-reyes', share: 0.25,
  functions: ['Structures', 'Process', 'Energy', 'Projects', 'Digital', 'Commercial', 'Quality and Safety', 'Human Resources'],
  sites: [{ site: 'Bergen', timeZone: 'Europe/Oslo', languages: ['nb', 'en'] }, { site: 'Bilbao', timeZone: 'Europe/Madrid', languages: ['es', 'eu'] }, { site: 'Chennai', timeZone: 'Asia/Kolkata', languages: ['ta', 'en'] }],
  grades: ['Managing Partner', 'Partner', 'Technical Director', 'Principal Engineer', 'Senior Engineer', 'Engineer'],
  programs: { main: 'Next Principals', second: 'Site to Strategy', mentoring: 'Graduate Mentors' },
  habits: { quietSponsors: 0.22, championSponsors: 0.15, confirms: 0.7, late: 0.08, disputes: 0.03, corrects: 0.08, pauses: 0.08, withdraws: 0.06, renegotiates: 0.25, keeps: 0.74, capacity: 3 },
  seasons: [0.9, 1, 1.2, 1.3, 1.1, 1, 0.5, 0.6, 1.2, 1.4, 1.2, 0.6],
  deliverables: ['Load case review for the footbridge', 'Lessons learned from commissioning', 'Calculation template for small pumps', 'Tender annex on safety', 'Site visit report', 'Model of heat losses with its assumptions'],
  objectives: ['Lead engineer on a project with an outside client', 'To be named in the next succession review', 'From the drawing to the negotiating table', 'A second office that knows the work first hand'],
};

const CHARACTERS = [bank, hospitals, engineers];

/** The organizations of the group. From the fourth on they are branches of the first three, larger and smaller, each a little different.
 * @param suffix ends every handle: no two tenants may share one */
export const charactersOf = (organizations: number, suffix: string): readonly Character[] => {
  const all = Array.from({ length: organizations }, (_, index) => {
    const like = CHARACTERS[index % CHARACTERS.length]!;
    const branch = Math.floor(index / CHARACTERS.length) + 1;
    const named = branch === 1 ? like : { ...betweenCharacters(like, CHARACTERS[(index + 1) % CHARACTERS.length]!, branch), name: `${like.name} ${branch}`, handle: `${like.handle}-${branch}` };
    return { ...named, handle: `${named.handle}${suffix}` };
  });
  const shares = all.reduce((sum, { share }) => sum + share, 0);
  return all.map((character) => ({ ...character, share: character.share / shares }));
};
