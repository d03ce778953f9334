// Runs scripts of package.json at once, and shows what each says when it has ended; fails where one has failed.
import { spawn } from 'node:child_process';

const ends = await Promise.all(
  process.argv.slice(2).map(async (name) => {
    // A shell finds npm on every system.
    const script = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [script.stdout, script.stderr]) stream.on('data', (part) => said.push(part));
    const code = await new Promise((done) => script.on('close', done));
    process.stdout.write(`${name}: ${code === 0 ? 'passed' : 'failed'}\n${Buffer.concat(said)}`);
    return code;
  }),
);
process.exitCode = ends.every((code) => code === 0) ? 0 : 1;
