import type {
  Artifact,
  ArtifactLocation,
  Fix as Change,
  Location,
  Log,
  Region,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import { repository, version } from '../../../../package.json';
import { manualPage } from '../../config/manual.ts';
import type { Finding, Fix } from '../../core/lint/finding.ts';
import type { Rule } from '../../core/lint/rule.ts';
import { rules } from '../../core/rules/index.ts';
import type { Span } from '../../core/text/text.ts';
import type { CheckedFile } from '../check/checked.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import type { Locale } from '../options.ts';
import { rangeOf } from '../place.ts';
import type { Words } from '../words.ts';
import { jsonAt, jsonList, jsonText } from '../write.ts';
import type { Reporter, View } from './reporter.ts';

/** For code scanning and viewers: SARIF 2.1.0, with the rules, the fixes, and what is silenced in place or known. */
export const sarif: Reporter = {
  format: 'sarif',
  fromRoot: true,
  begin(view) {
    const { locale } = view.words;
    const artifacts: Artifact[] = [];
    const results = jsonList(`${headOf(view)},\n      "results": `, 3);
    return {
      add(file) {
        artifacts.push({ location: locationOf(file.path), roles: ['analysisTarget'] });
        return results.add(resultsOf(file, artifacts.length - 1, locale));
      },
      end: () => `${results.end()},\n      "artifacts": ${jsonAt(artifacts, 3)}${ENDS}`,
    };
  },
};

/** All that stands before the results, without the ends of what holds them: the run, the list of runs, and the log. */
function headOf({ words, root }: View): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Planlint',
            version,
            semanticVersion: version,
            informationUri: repository.url.replace(/\.git$/u, ''),
            rules: rules.map((rule) => descriptorOf(rule, words)),
          },
        },
        language: words.locale === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        // The standard knows the first two unless told otherwise.
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [ROOT]: { uri: uriOf(`${root}/`) } },
      },
    ],
  };
  return jsonText(log).slice(0, -ENDS.length);
}

/** What closes them. */
const ENDS = '\n    }\n  ]\n}\n';

/** What paths without a root of their own start from, as code scanning names it. */
const ROOT = '%SRCROOT%';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

function descriptorOf(rule: Rule, words: Words): ReportingDescriptor {
  const { authority } = rule;
  const { locale } = words;
  const stated =
    authority.kind === 'standard' ? [authority.standard, authority.clause ?? ''].join(' ').trim() : undefined;
  const why = stated ? `${rule.why[locale]} ${words.report.authority(stated)}` : rule.why[locale];
  return {
    id: rule.id,
    name: rule.name[locale],
    shortDescription: { text: rule.summary[locale] },
    fullDescription: { text: why },
    help: { text: `${rule.summary[locale]}\n\n${why}`, markdown: helpOf(rule, why, words) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    helpUri: manualPage('rules', locale, rule.id),
    properties: { tags: [authority.kind] },
  };
}

/** Why the rule is there, and its first example, wrong and right. */
function helpOf({ summary, examples }: Rule, why: string, { locale, report }: Words): string {
  const { wrong, right } = report;
  const example = examples[0];
  const block = (label: string, text: string) => `${label}\n\n\`\`\`text\n${text}\n\`\`\``;
  return [
    `**${summary[locale]}**`,
    why,
    ...(example ? [block(wrong, example.bad), block(right, example.good)] : []),
  ].join('\n\n');
}

function resultsOf(file: CheckedFile, index: number, locale: Locale): Result[] {
  const { silenced = [], known = [] } = file;
  const suppressions = new Map<Finding, Suppression>([
    ...silenced.map(({ finding, silence }) => [finding, inSource(silence.reason)] as const),
    // Code scanning would take what is left out for mended.
    ...known.map((finding) => [finding, { kind: 'external', status: 'accepted' }] as const),
  ]);
  // In one row, so that what is no longer suppressed does not change the fingerprints of others.
  const findings = [...file.findings, ...suppressions.keys()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const fingerprints = fingerprintsOf({ ...file, findings });
  return findings.map((finding, i) => ({
    ...resultOf(finding, file, index, locale),
    partialFingerprints: { 'planlintSentence/v1': fingerprints[i] ?? '' },
    // The standard wants all results to have the list, where one has it.
    suppressions: [suppressions.get(finding) ?? []].flat(),
  }));
}

function inSource(reason: string): Suppression {
  return { kind: 'inSource', status: 'accepted', ...(reason === '' ? {} : { justification: reason }) };
}

function resultOf(finding: Finding, file: CheckedFile, index: number, locale: Locale): Result {
  const { rule, severity, span, message, fix, related } = finding;
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  const place = (at: Span): Location => ({
    physicalLocation: { artifactLocation: { ...locationOf(file.path), index }, region: regionOf(at, file) },
  });
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: 'fail',
    level: LEVELS[severity],
    message: { text: message[locale] },
    locations: [place(span)],
    ...(related && related.length > 0
      ? {
          relatedLocations: related.map((one, id) => ({
            id,
            ...place(one.span),
            message: { text: one.message[locale] },
          })),
        }
      : {}),
    ...(fix ? { fixes: [changeOf(fix, file, index, locale)] } : {}),
  };
}

function changeOf({ title, kind, edits }: Fix, file: CheckedFile, index: number, locale: Locale): Change {
  return {
    description: { text: title[locale] },
    artifactChanges: [
      {
        artifactLocation: { ...locationOf(file.path), index },
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: regionOf(span, file),
          ...(newText === '' ? {} : { insertedContent: { text: newText } }),
        })),
      },
    ],
    properties: { kind },
  };
}

function regionOf(span: Span, { plan }: CheckedFile): Region {
  const { line, column, endLine, endColumn } = rangeOf(plan, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function locationOf(path: string): ArtifactLocation {
  return { uri: uriOf(path), ...(isAbsolute(path) ? {} : { uriBaseId: ROOT }) };
}

/** `path` as a URI: a relative reference for a relative path, `file:` for an absolute one. */
export function uriOf(path: string): string {
  const parts = path.replace(LONE_SURROGATE, '\u{FFFD}').split('/').map(encodeURIComponent);
  const drive = /^[A-Za-z]:$/u.exec(path.split('/')[0] ?? '')?.[0];
  if (drive) return `file:///${[drive, ...parts.slice(1)].join('/')}`;
  return isAbsolute(path) ? `file://${parts.join('/')}` : parts.join('/');
}

/** Whether `path` says where it is without a folder to start from. */
function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/u.test(path);
}

/** Half of a pair, which no address can hold. */
const LONE_SURROGATE = /\p{Cs}/gu;
