import { hrProfile, type FileRow, type MappingProfile } from '@vouchsafe/directory-domain';
import type { Character } from '../cast/character.js';
import { unitOf, type Employee, type Workforce } from './employee.js';

/** The generic layout of HR files, with a column for the share of full time. */
export const sampleProfile: MappingProfile = { ...hrProfile, name: 'hr-with-fte', columns: { ...hrProfile.columns, fte: 'FTE' } };

const NOBODY = '00000';

const titleOf = ({ grades, functions }: Character, { grade, function: name }: Employee): string =>
  (grade === 0 ? grades[0]! : `${grades[grade]!}, ${functions.includes(name) ? name : functions[0]!}`);

/** What HR would send: a header and a row for everybody who is there. */
export const hrFile = ({ character, present }: Workforce): { header: string[]; rows: FileRow[] } => {
  const cellsOf = (employee: Employee): Record<string, string> => ({
    employeeId: employee.number,
    name: `${employee.name.given} ${employee.name.family}`,
    workEmail: employee.email,
    jobTitle: titleOf(character, employee),
    grade: character.grades[employee.grade]!,
    function: employee.function,
    unit: unitOf(employee),
    managerId: employee.managerIsMistyped ? NOBODY : employee.manager?.number ?? '',
    dottedManagerIds: employee.dotted?.number ?? '',
    site: employee.site.site,
    timeZone: employee.site.timeZone,
    languages: employee.site.languages.join(';'),
    startDate: employee.joinedOn,
    endDate: '',
    status: 'active',
    postId: employee.postKey ?? '',
    ratingBand: '', // the sample house rates nobody
    fte: String(employee.share),
  });
  const fields = Object.keys(sampleProfile.columns);
  return {
    header: Object.values(sampleProfile.columns),
    rows: present.map((employee, index) => {
      const cells = cellsOf(employee);
      return { line: index + 2, cells: fields.map((field) => cells[field] ?? '') };
    }),
  };
};
