import { rejectedRowsFile } from './rejected-rows-file.js';

it('names line, column and code of rejected rows alone', () =>
  expect(rejectedRowsFile([
    { line: 2, column: 'Key, "old"', code: 'NO_KEY' }, { line: 3, column: 'FTE', code: 'NO_FTE' }, { line: 9, column: null, code: 'TOO_MANY_COLUMNS' },
  ])).toBe('line,column,code\r\n2,"Key, ""old""",NO_KEY\r\n9,"",TOO_MANY_COLUMNS\r\n'));

it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('makes no formula of the heading %j', (column) =>
  expect(rejectedRowsFile([{ line: 2, column, code: 'BAD_DATE' }])).toContain(`2,"'${column}",BAD_DATE`));
