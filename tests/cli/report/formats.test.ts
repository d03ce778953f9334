import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { Parser } from 'tap-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { reporters } from '../../../server/src/cli/report/index.ts';
import { rounds } from '../../rounds.ts';
import { asProcess, inProcess } from '../host.ts';
import { faulty, lacking, sound } from '../plans.ts';
import { checkedOf, fileOf } from './checked.ts';
import { codeQuality, diagnosticResult, jsonLine, ownJson } from './definitions/json.ts';
import { sarifLog } from './definitions/sarif.ts';
import { checkstyleSchema, junitSchema } from './definitions/xml.ts';
import { troubled, write } from './trouble.ts';

const ajv = new Ajv({ allErrors: true });

/** What is wrong with reports by the definition of their format; nothing where they keep to it. */
const definitions: Readonly<Record<string, (...reports: readonly string[]) => unknown>> = {
  json: bySchema(ownJson),
  jsonl: (...reports) => bySchema(jsonLine)(...reports.flatMap(lines)),
  sarif: bySchema(sarifLog),
  gitlab: bySchema(codeQuality),
  rdjson: bySchema(diagnosticResult),
  junit: (...reports) => byXmlSchema(reports, junitSchema),
  checkstyle: (...reports) => byXmlSchema(reports, checkstyleSchema),
  tap: (...reports) => reports.flatMap(tapFaults),
  github: (...reports) => reports.flatMap(lines).filter((line) => !GITHUB.test(line)),
  azure: (...reports) => reports.flatMap(lines).filter((line) => !AZURE.test(line)),
  compact: (...reports) => reports.flatMap(lines).filter((line) => !COMPACT.test(line)),
};

const GITHUB =
  /^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^:,]+::[^\r\n]+$/u;
const AZURE =
  /^(?:##vso\[task\.logissue type=(?:error|warning);sourcepath=[^;\]\r\n]+;linenumber=\d+;columnnumber=\d+;code=[^;\]]+;\][^\r\n]+|(?:info|hint): .+)$/u;
const COMPACT = /^.+:\d+:\d+: (?:error|warning|info|hint): .+ \[[a-z-]+\]$/u;

function bySchema(schema: object): (...reports: readonly string[]) => unknown[] {
  const validate = ajv.compile(schema);
  return (...reports) =>
    reports.flatMap((report) => (validate(JSON.parse(report)) ? [] : [report, ...(validate.errors ?? [])]));
}

async function byXmlSchema(reports: readonly string[], schema: string) {
  const faults = [];
  // Each call has a memory of its own, which is small.
  for (let from = 0; from < reports.length; from += FILES_AT_ONCE) {
    const { errors } = await validateXML({
      xml: reports
        .slice(from, from + FILES_AT_ONCE)
        .map((contents, i) => ({ fileName: `${i}.xml`, contents })),
      schema: [{ fileName: 'schema.xsd', contents: schema }],
    });
    faults.push(...errors);
  }
  return faults;
}

const FILES_AT_ONCE = 500;

function tapFaults(report: string): unknown[] {
  const events = Parser.parse(report, { strict: true }) as [string, unknown][];
  return events.filter(isTapFault).map((event) => [report, event]);
}

function isTapFault([kind, value]: [string, unknown]): boolean {
  if (kind === 'extra' || kind === 'bailout' || kind === 'pragma') return true;
  return kind === 'assert' && (value as { tapError: unknown }).tapError !== null;
}

function lines(report: string): string[] {
  expect(report === '' || report.endsWith('\n')).toBe(true);
  return report.split('\n').slice(0, -1);
}

describe.each(Object.entries(definitions))('%s', (format, faultsOf) => {
  it('keeps to its definition on real plans, in both languages', async () => {
    const files = { 'a b.plan': faulty, '计划/二.plan': lacking, 'c.plan': sound };
    const args = ['--format', format, '--severity', 'hint', '.'];
    for (const locale of ['zh', 'en']) {
      const { stdout, stderr } = await inProcess({ args: [...args, '--locale', locale], files });
      expect(stderr).toBe('');
      expect(stdout).not.toBe('');
      expect(await faultsOf(stdout)).toEqual([]);
    }
  });

  it('keeps to it where there is nothing', async () => {
    expect(await faultsOf(write(format, checkedOf()))).toEqual([]);
    expect(await faultsOf(write(format, checkedOf(fileOf('一、任务'))))).toEqual([]);
  });

  it('keeps to it whatever a path, a text or a message holds', async () => {
    const reports: string[] = [];
    fc.assert(
      fc.property(troubled, ({ file }) => {
        reports.push(write(format, checkedOf(file)));
      }),
      rounds(100, 5000),
    );
    expect(await faultsOf(...reports)).toEqual([]);
  });

  it('is the same for the same', () => {
    const checked = checkedOf(fileOf('1. ⟦建园⟧。'));
    expect(write(format, checked)).toBe(write(format, checked));
  });
});

describe('the command as a process', () => {
  it('writes every format at once, each as it is defined', async () => {
    const formats = reporters.flatMap(({ format }) => ['--format', `${format}:out/${format}`]);
    const files = { 'a b.plan': faulty, '计划/二.plan': lacking, 'c.plan': sound, 'out/.keep': '' };
    const { stdout, stderr, written } = await asProcess({ args: [...formats, '.'], files });
    expect(stderr, 'is the command built anew? `npm run build`').toBe('');
    expect(stdout).toBe('');
    expect(Object.keys(written)).toHaveLength(reporters.length);
    for (const [format, faultsOf] of Object.entries(definitions)) {
      expect(written[`out/${format}`]).not.toBe('');
      expect(await faultsOf(written[`out/${format}`] ?? ''), format).toEqual([]);
    }
  });
});

describe('the definitions themselves', () => {
  it.each([
    [
      'sarif',
      '{"$schema":"x","version":"2.1.0","runs":[{"tool":{},"columnKind":"utf16CodeUnits","results":[]}]}',
    ],
    ['gitlab', '[{"description":"x"}]'],
    ['rdjson', '{"diagnostics":[]}'],
    ['json', '{"schemaVersion":2,"files":[],"summary":{}}'],
    ['jsonl', '{"path":"x"}\n'],
    ['junit', '<testsuites name="x"/>'],
    ['junit', '<testsuites name="a&#1;"/>'],
    ['checkstyle', '<checkstyle version="1"><file/></checkstyle>'],
    ['tap', 'TAP version 14\n1..2\nok 1 - x\nnonsense\n'],
    ['github', '::warning file=a,b::x\n'],
    ['azure', '##vso[task.logissue type=info;]x\n'],
    ['compact', 'a.plan: warning\n'],
  ])('%s refuses what is wrong', async (format, report) => {
    expect(await definitions[format]?.(report)).not.toEqual([]);
  });
});

/** `export const tap: Reporter = {\n  format: 'tap',` */
const REPORTER = /^export const \w+: Reporter = \{\n\s*format: '(?<format>\w+)'/gmu;

it('every format that is written stands in the list', () => {
  const folder = fileURLToPath(new URL('../../../server/src/cli/report/', import.meta.url));
  const written = readdirSync(folder).flatMap((name) =>
    [...readFileSync(folder + name, 'utf8').matchAll(REPORTER)].map(({ groups }) => groups?.format),
  );
  expect(written.filter((format) => reporters.every((known) => known.format !== format))).toEqual([]);
  expect(written).toHaveLength(reporters.length);
});

it.each(reporters)('$format has a definition here, or tests of its own', ({ format }) => {
  const own = ['pretty', 'html'];
  expect([...own, ...Object.keys(definitions)]).toContain(format);
});
