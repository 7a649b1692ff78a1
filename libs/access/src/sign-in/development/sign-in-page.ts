import { createHash } from 'node:crypto';
import type { DevelopmentPerson } from './development-persons.js';

const style = `
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fbfaf7; --card: #fff; --line: #c9c4b8; --quiet: #55606c; --accent: #1f5c4d; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e2; --paper: #171b20; --card: #20262d; --line: #48525d; --quiet: #b3bac2; --accent: #8fd3bf; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
p { margin: 0 0 1rem; color: var(--quiet); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .6rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
button { width: 100%; min-height: 3.5rem; padding: .6rem .9rem; text-align: start; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; }
button:hover { border-color: var(--accent); }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong, button span { display: block; }
button span { color: var(--quiet); font-size: .9rem; }
.other { display: flex; gap: .6rem; align-items: end; flex-wrap: wrap; }
.other label { flex: 1 1 16rem; }
.other input { display: block; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.other button { width: auto; min-height: 2.75rem; }
.problem { color: var(--ink); border-inline-start: 4px solid #b3541e; padding: .4rem .8rem; }
`;

/** Nothing runs on these pages, nothing is loaded, and they send their forms to this machine only. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; `
  + "form-action 'self' http://127.0.0.1:* http://localhost:* http://[::1]:*; frame-ancestors 'none'; base-uri 'none'";

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Vouchsafe</title><style>${style}</style></head>
<body><main>${content}</main></body></html>`;

const roleNames: Readonly<Record<DevelopmentPerson['roles'][number], string>> = {
  OPERATOR: 'operator', PROGRAM_LEAD: 'programme lead', SPONSOR: 'sponsor', PROTEGE: 'protégé', EXECUTIVE: 'executive', GROUP_EXECUTIVE: 'group executive',
};
const rolesOf = ({ roles }: DevelopmentPerson): string => (roles.length === 0 ? 'no role' : roles.map((role) => roleNames[role]).join(', '));

const buttonOf = (person: DevelopmentPerson): string =>
  `<li><button name="email" value="${text(person.email)}"><strong>${text(person.name)}</strong><span>${text(rolesOf(person))}</span></button></li>`;

/** One click signs in. Persons stand under their organizations, in the order in which they were listed.
 * @param problem what went wrong with the last try, in a sentence */
export const signInPage = (persons: readonly DevelopmentPerson[], problem?: string): string => {
  const organizations = [...new Set(persons.map(({ organization }) => organization.name))];
  const groups = organizations.map((name, index) => `<h2 id="o${index}">${text(name)}</h2>
<ul aria-labelledby="o${index}">${persons.filter(({ organization }) => organization.name === name).map(buttonOf).join('')}</ul>`);
  const list = persons.length === 0 ? '<p>No sample organization is here yet. Anyone with a work e-mail address in a directory can sign in below.</p>' : groups.join('\n');
  return page('Who would you like to be?', `
<h1>Who would you like to be?</h1>
<p>This is the development sign-in: no passwords, this machine only.</p>
${problem ? `<p class="problem" role="alert">${text(problem)}</p>` : ''}
<form method="post">${list}</form>
<h2>Someone else</h2>
<form method="post" class="other">
<label>Work e-mail address<input name="email" type="email" required autocomplete="off"></label><button>Sign in</button>
</form>`);
};

export const errorPage = (what: string): string => page('Sign-in stopped', `
<h1>Sign-in stopped</h1><p class="problem" role="alert">${text(what)}</p><p>Go back to where you came from and start again.</p>`);

const text = (raw: string): string => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
