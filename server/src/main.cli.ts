console.error('planlint: no command is built in yet.');
process.exitCode = 2;
