const HEADINGS = ['employeeId', 'name', 'workEmail', 'jobTitle', 'grade', 'function', 'unit', 'managerId', 'startDate', 'endDate', 'status'];

/** Somebody in an HR file. */
export interface Employee {
  readonly employeeId: string;
  readonly managerId: string;
  readonly unit: string;
  readonly grade?: string;
  readonly name?: string;
  readonly workEmail?: string;
}

const row = ({ employeeId, managerId, unit, grade = 'Analyst', name = `Person ${employeeId}`, workEmail = `p${employeeId}@northwind.example` }: Employee): string =>
  [employeeId, name, workEmail, 'Analyst', grade, 'Operations', unit, managerId, '2020-01-31', '', ''].join(',');

/** An HR file as an employer exports it. */
export const peopleFile = (employees: readonly Employee[]): string => [HEADINGS.join(','), ...employees.map(row), ''].join('\n');

/** One head, and the others under two managers of hers. */
export const employees = (count: number): Employee[] => Array.from({ length: count }, (_, index) => ({
  employeeId: String(index + 1), managerId: index === 0 ? '' : index < 3 ? '1' : String(2 + (index % 2)), unit: index % 2 === 0 ? 'Harbour' : 'Fleet',
}));
