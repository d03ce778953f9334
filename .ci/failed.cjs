// Prints the test files of a vitest report (JSON) in which something failed, one a line.
const { existsSync, readFileSync } = require('node:fs');
const { relative } = require('node:path');

const [report = ''] = process.argv.slice(2);
const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
for (const { name, status } of files) if (status === 'failed') console.log(relative('.', name));
