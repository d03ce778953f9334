import type { StubPlace } from '../../core/lint/stub/style.ts';
import type { FieldRole } from '../../core/plan/plan.ts';
import { helpEn } from './help.ts';
import { officeEn } from './office.ts';
import { recordsEn } from './records.ts';
import type { zh } from './zh.ts';

/** The same in English. */
export const en: typeof zh = {
  locale: 'en',
  unknownOption: (option, near) => `unknown option ${option}${near ? `; did you mean ${near}?` : '.'}`,
  notAlone: (option, other) =>
    `${option} asks for nothing else and does not go with ${other}; leave one out.`,
  foreignOption: (option, command) => `the command ${command} takes no option ${option}.`,
  needlessValue: (option, value) => `${option} is a switch and takes no value; leave out "=${value}".`,
  missingValue: (option, value, choices) =>
    `${option} needs ${choices ? `a value: ${choices.join(', ')}` : `a value (${value})`}.`,
  wrongChoice: (option, value, choices, near) =>
    `${option} cannot be "${value}"${near ? `; did you mean ${near}?` : '.'} It takes ${choices.join(', ')}.`,
  sameDestination: (formats) =>
    `only one format can go to one place, not ${formats.join(' and ')}; name files for the others: --format ${formats.at(-1)}:FILE.`,
  sameFile: (file) => `${file} is named for two purposes; name another file for one of them.`,
  overInput: (file) => `${file}: this file is being read, so nothing is written over it; name another file.`,
  outputUnused: 'every format names its own file, which leaves nothing for --output; leave it out.',
  wrongNumber: (option, value) => `${option} must be a whole number from 0 up, not "${value}".`,
  unknownRule: (id, near) => `there is no rule ${id}${near ? `; did you mean ${near}?` : '.'}`,
  unknownCommand: (word, near) => `no command and no file is named ${word}; did you mean planlint ${near}?`,
  stdinUnread: '--stdin-filename names what is read from standard input; add - to the paths.',
  manual: (address) => `Manual: ${address}`,
  seeHelp: (command) => ` See planlint ${command ? `${command} ` : ''}--help.`,
  problem: {
    missing: (path) => `${path}: no such file or folder; check the path.`,
    unnameable: (path) =>
      `${path}: its name is not in UTF-8, so it cannot be opened; rename it, then check it.`,
    noPlans: (path) =>
      `${path}: no plans in this folder (*.plan, *.workplan, and .txt that are plans by name or content); name other files one by one.`,
    noMatch: (path) => `${path}: no plan matches; check the pattern.`,
    forbidden: (path) => `${path}: no permission to read it; change its permissions and try again.`,
    unreadable: (path, code) => `${path}: cannot be read (${code}); check the file or folder.`,
    noFile: (path) => `${path}: no file, but a pipe, a socket or a device, which was not read.`,
    huge: (path) => `${path}: larger than 32 MB, which no plan is; split it, or leave it out with "ignore".`,
    broken: (path) =>
      `${path}: no whole office file, perhaps damaged; open it in Word or WPS and save it again.`,
    encrypted: (path) => `${path}: protected by a password; save it without one.`,
    legacy: (path) => `${path}: an old format (.doc, .xls, .wps); save it as .docx or .xlsx.`,
    oversized: (path) => `${path}: it unpacks to more than any document is, so it was not read.`,
    dtd: (path) => `${path}: it declares a document type (DTD), which is not safe, so it was not read.`,
    otherKind: (path) => `${path}: an office file of another kind; .docx and .xlsx are read here.`,
    binary: (path) =>
      `${path}: not a text file; save it as plain text in UTF-8 from Word or WPS, then check that.`,
    undecodable: (path) => `${path}: neither UTF-8 nor GB18030, or damaged; save it as UTF-8 and try again.`,
  },
  cannotWrite: (path, code) =>
    `${path}: cannot be written (${code}); check the path, permissions and disk space.`,
  fault: (what) =>
    `internal fault: ${what}. This is a defect of Planlint, please report it; PLANLINT_DEBUG=1 shows where it is.`,
  severity: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  reading: 'Reading',
  checking: 'Checking',
  summary: (counts) => {
    const say = (count: number, one: string, more?: string) => (count > 0 ? [many(count, one, more)] : []);
    const documents = [
      ...(counts.plans > 0 || counts.directories === 0 ? [many(counts.plans, 'plan')] : []),
      ...say(counts.directories, 'directory', 'directories'),
    ];
    const found = [
      ...say(counts.error, 'error'),
      ...say(counts.warning, 'warning'),
      ...say(counts.info, 'info'),
      ...say(counts.hint, 'hint'),
    ];
    const hidden = counts.hidden > 0 ? ` (${counts.hidden} not shown)` : '';
    const { plans, taskless } = counts;
    const none = plans === 1 ? ' (no task was recognised)' : ` (none recognised in ${taskless} of them)`;
    return `Checked ${documents.join(' and ')} with ${many(counts.tasks, 'task')}${taskless > 0 ? none : ''}: ${found.join(', ') || 'no problems'}${hidden}.`;
  },
  role: {
    tasks: 'tasks',
    objectives: 'objectives',
    review: 'review',
    guidance: 'guidance',
    safeguards: 'safeguards',
  },
  leads: 'lead',
  units: 'responsible',
  support: 'support',
  deadline: 'by',
  and: ', ',
  colon: ': ',
  fix: 'Fix: ',
  clash: (a, b) => `${a} and ${b} do not go together; leave one out.`,
  notStdin: (option) => `${option} works on files, not on standard input.`,
  namelessInput:
    'standard input has no name to be kept under in a baseline; name the file, or say its name with planlint check --stdin-filename.',
  wrongThreads: (value) => `--threads must be a whole number from 1 to 999 or auto, not "${value}".`,
  wrongShard: (value) => `--shard must be a part and the number of parts, such as 3/8, not "${value}".`,
  emptyList: (path) => `${path}: it lists no files, so there is nothing to do.`,
  badList: (path) => `${path}: no list of files in UTF-8; save it as UTF-8 and try again.`,
  emptyShard: ({ index, count }) => `no plan is in part ${index}/${count}, so there is nothing to check.`,
  records: recordsEn,
  wrongDay: (value) => `--today must be a date like 2026-09-30, not "${value}".`,
  noBaseline: (path) =>
    `${path}: no such baseline; write it with planlint baseline --baseline ${path} first.`,
  badBaseline: (path) =>
    `${path}: not a usable baseline; restore it from version control, or delete it and run planlint baseline.`,
  known: (count, path) => `${path}: ${count} known finding${count === 1 ? '' : 's'} besides, not counted.`,
  solved: (count, path) =>
    `${path}: ${count} known finding${count === 1 ? ' is' : 's are'} solved; --prune takes ${count === 1 ? 'it' : 'them'} out of the baseline.`,
  baselineWritten: (path, count, added, removed) =>
    `${path}: ${count} known finding${count === 1 ? '' : 's'} (${added} added, ${removed} removed).`,
  undivided: (format, divided) =>
    `--by says nothing to the format ${format}; it goes with ${divided.join(', ')}.`,
  noGit: 'git was not found; --since, --staged and --changed-lines need it; install it first.',
  noRepository:
    'this folder is not in the work tree of a git repository; use --since, --staged and --changed-lines in one.',
  gitSaid: (what) => `git could not tell what changed: ${what}`,
  unknownRevision: (revision, near) =>
    `the repository has no revision ${revision}${near ? `; did you mean ${near}?` : '; check the branch, tag or commit; in CI the full history may have to be fetched.'}`,
  nothingChanged: 'no plan has changed, so there is nothing to check.',
  whichShell: (given, near, shells) =>
    `${given === undefined ? 'name one shell' : `there are no completions for ${given}`}${near ? `; did you mean ${near}?` : '.'} It can be ${shells.join(', ')}.`,
  watching: 'Waiting for changes; Ctrl+C ends this.',
  cannotWatch: (folder, code) =>
    `${folder}: changes in it cannot be seen (${code}); check its permissions and the system's limit of watches.`,
  interrupted: 'interrupted and not finished; every file that was written is whole.',
  stats: {
    steps: 'step',
    step: { read: 'find and read', check: 'check', judge: 'baseline and changes', report: 'report' },
    parse: 'parse',
    rules: 'rules',
    total: 'total',
    rule: 'rule',
    findings: 'findings',
    files: (count, remembered) =>
      `${count} file${count === 1 ? '' : 's'}, ${remembered} of them from the cache and not checked again.`,
  },
  why: {
    named: () => 'named',
    stdin: () => 'standard input',
    name: () => 'a plan by its name',
    content: () => 'a plan by its content',
    files: (by) => `configured as a plan (${by})`,
    noPlan: () => 'left out: no plan by its content',
    tooLarge: () => 'left out: larger than 4 MB, so no plan',
    hidden: () => 'left out: hidden, since its name begins with a dot',
    packages: () => 'left out: installed packages',
    same: (by) => `left out: the same file as ${by}`,
    ignored: (by) => `left out: ${by}`,
  },
  usual: 'default',
  noConfiguration: 'no planlint.json',
  refused: {
    inexact: (path) =>
      `${path}: the mended text cannot be written back exactly in the file's encoding; nothing was changed. Save it as UTF-8 and try again.`,
    unwritable: (path, code) =>
      `${path}: cannot be written (${code}); nothing was changed. Check permissions and disk space.`,
    unstaged: (path) =>
      `${path}: it has changes that are not staged, so nothing was mended; stage them or put them aside first.`,
    changed: (path) => `${path}: changed by another program meanwhile; nothing was written. Run again.`,
  },
  noDirectory: (path) =>
    `${path}: no such unit directory, or none that can be read; planlint.json names it in directories, check it.`,
  cut: (root) =>
    `${root}: too many files to look for unit directories in all of them; name them in directories in planlint.json.`,
  fixed: (fixes, files) => `Made ${many(fixes, 'fix', 'fixes')} in ${many(files, 'file', 'files')}.`,
  wouldFix: (fixes, files) => `Would make ${many(fixes, 'fix', 'fixes')} in ${many(files, 'file', 'files')}.`,
  notStaged: (files) =>
    `${many(files, 'file')} mended and not staged yet: look them over, git add them, and commit then.`,
  tooMany: (count, most) => `${many(count, 'warning')}, more than the ${most} that --max-warnings allows.`,
  untold: (count, rules) =>
    `${many(count, 'finding')} of a lower severity than is shown ${count === 1 ? 'makes' : 'make'} this fail (${rules}); leave out --quiet or --severity to see ${count === 1 ? 'it' : 'them'}, or allow them with --max-warnings.`,
  nothingFixed: 'Nothing to fix.',
  report: {
    severity: 'Severity',
    line: 'Line',
    problem: 'Problem',
    rule: 'Rule',
    related: 'See also: ',
    more: (count) => `${count} more are not listed.`,
    title: 'Work plan report',
    contents: 'Files',
    counted: { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' },
    at: (line) => `line ${line}`,
    documents: 'files',
    tasks: 'tasks',
    problems: 'problems',
    filter: 'Click a number to hide or show what is of that severity; what is hidden is not printed.',
    clean: 'Files without problems',
    about: 'About these rules',
    wrong: 'Wrong:',
    right: 'Right:',
    authority: (standard) => `According to ${standard}.`,
    silenced: (count) => `${count} more ${count === 1 ? 'is' : 'are'} silenced in the text.`,
  },
  catalogue: {
    noOperand: (command, operand) => `the command ${command} takes no "${operand}"; leave it out.`,
    noRuleHere: (operand) =>
      `the command rules takes no "${operand}"; for one rule use planlint explain ${operand}.`,
    whichRule: 'name a rule, as in planlint explain missing-lead; planlint rules lists them.',
    severity: 'Default',
    off: 'off',
    authority: 'Authority',
    fix: 'Fix',
    fixes: {
      safe: '--fix mends it; no wording changes',
      unsafe: 'offered, but it changes wording (--unsafe-fixes)',
      stub: 'inserts a place to fill in',
      none: 'left to a person',
    },
    wrong: 'Wrong:',
    right: 'Right:',
    byDirectory: 'With the directory:',
    switchOff: 'How to switch it off',
    inConfiguration: 'In planlint.json:',
    inText: 'For one line, in a comment above it:',
    counted: (count) => `${count} rules; for one of them: planlint explain RULE.`,
    takes: {
      rule: { call: 'RULE...', about: 'RULE: the id of a rule; planlint rules lists them' },
      shell: { call: 'SHELL', about: 'SHELL: bash, zsh, fish or powershell' },
      nothing: { call: '', about: 'no paths' },
    },
  },
  unitsCommand: {
    columns: ['Name', 'Kind', 'Leads', 'Responsible', 'Supports', 'Directory', 'Other names'],
    kinds: { person: 'person', unit: 'unit', group: 'group' },
    unlisted: 'not defined',
    counted: (units, missing) =>
      missing === 0 ? `${units} in all, every one defined.` : `${units} in all, ${missing} not defined.`,
    none: 'these plans name neither units nor persons.',
    exists: (path) =>
      `${path}: this file exists and is not overwritten; choose another name or move it away.`,
    written: (path) => `wrote ${path}; check and complete it.`,
  },
  faultyDictionary: (path) =>
    `${path} has mistakes and was left alone; mend them first, planlint check says where.`,
  learnt: (path, count) =>
    count === 0
      ? `no terms of your own were found, and ${path} was left alone.`
      : `words.add of ${path} holds the ${count} terms found; go through them and take out what is a mistake.`,
  init: {
    made: (plans, tasks) =>
      `planlint init wrote this after ${plans} plan${plans === 1 ? '' : 's'} with ${tasks} task${tasks === 1 ? '' : 's'}.`,
    numbers: (shapes) => `Numbers are written ${shapes.join(' → ')}`,
    comments: 'What follows two slashes is a comment; change or delete it as you like.',
    missing: {
      'missing-lead':
        'Every task names who leads or is responsible: always; auto, where some task of the plan does, else once on the title; never.',
      'missing-unit': 'A task that a person leads also names the responsible unit.',
      'missing-deadline': 'Every task states a deadline.',
    },
    field: ({ role, plans, stated, of, labels, place }, all) => {
      if (plans === 0) return `${enRole[role]}: no plan states it.`;
      const written = labels.length > 0 ? `, as “${labels.slice(0, 3).join('”, “')}”` : '';
      const where = place ? `, ${enPlace[place]}` : '';
      return `${enRole[role]}: in ${plans} of ${all} plan${all === 1 ? '' : 's'}, for ${stated} of their ${of} tasks${written}${where}.`;
    },
    labels:
      'Labels of your own, such as { "unit": ["具体承办"] }; there are lead, support and deadline, too.',
    strangers: (labels) =>
      `“${labels.join('”, “')}” may be labels, but are not known; if they are, uncomment the next line and put them under lead, unit, support or deadline.`,
    rules:
      'Severity of rules: error, warning, info, hint or off, such as { "number-gap": "error" }; planlint rules lists them.',
    found: (counts) =>
      `Found now: ${counts.join(', ')}. planlint baseline notes these, so that only new ones count.`,
    ignore: 'Files in folders that are not checked, written as in .gitignore, such as "drafts/".',
    directories: 'Unit directories: units and leaders that they lack are reported.',
    noDirectory: 'Files with a unit directory, without which unknown units and leaders cannot be reported.',
    exists: (path) => `${path} is there already and was left alone; --dry-run shows what would be written.`,
    done: (path) => `Wrote ${path}. Next: planlint checks; planlint baseline notes old findings.`,
  },
  help: helpEn,
  office: officeEn,
};

const enRole: Readonly<Record<FieldRole, string>> = {
  lead: 'Lead',
  unit: 'Responsible unit',
  support: 'Support',
  deadline: 'Deadline',
};

const enPlace: Readonly<Record<StubPlace, string>> = {
  bracket: 'in a bracket at the end of the task',
  line: 'on a line of its own',
  inline: 'behind the text',
  cell: 'in a table',
};

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
