// Counts the tests of vitest reports (JSON); what a later report says of a file holds.
const { existsSync, readFileSync } = require('node:fs');

const reports = process.argv.slice(2).filter((path) => existsSync(path));
const files = new Map(
  reports
    .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')).testResults)
    .map((file) => [file.name, file]),
);
let [passed, failed, skipped] = [0, 0, 0];
for (const file of files.values()) {
  // A file that breaks before its first test is a failure too.
  if (file.status === 'failed' && file.assertionResults.length === 0) failed += 1;
  for (const { status } of file.assertionResults) {
    if (status === 'passed') passed += 1;
    else if (status === 'failed') failed += 1;
    else skipped += 1;
  }
}
if (passed + failed === 0) console.log('No test ran: see the first error above.');
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
