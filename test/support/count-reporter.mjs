// Counts a run in one line: what a person looks for first, and what a machine can read. `npm test` prints it last of all, after
// jest has put everything away, and so only asks for the numbers, in a file.
import { writeFileSync } from 'node:fs';

export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
    const brokenFiles = testResults.filter(({ testExecError, numFailingTests }) => testExecError && !numFailingTests).length;
    const counts = { passed: numPassedTests, failed: numFailedTests + brokenFiles, skipped: numPendingTests + numTodoTests };
    const file = process.env.VOUCHSAFE_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}
