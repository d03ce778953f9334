import { ruleName } from '../../core/lint/catalogue.ts';
import type { Finding, Fix, Severity } from '../../core/lint/finding.ts';
import { rules } from '../../core/rules/index.ts';
import { flatMapped } from '../../core/text/flat.ts';
import type { CheckedFile, Counts } from '../check/checked.ts';
import { severities } from '../options.ts';
import { excerptOf, placeOf } from '../place.ts';
import { printable } from '../terminal/cells.ts';
import { style } from './html-style.ts';
import type { Reporter, View } from './reporter.ts';

/** For people to read, send and print: one page that loads nothing, with all findings by file, marked in their sentences. */
export const htmlPage: Reporter = {
  format: 'html',
  begin(view) {
    const found: Found[] = [];
    const clean: string[] = [];
    const [severityOf, ids] = [new Map<Severity, number>(), new Set<string>()];
    return {
      add(file) {
        if (file.findings.length + (file.silenced?.length ?? 0) === 0) {
          clean.push(file.path);
          return '';
        }
        for (const { severity, rule } of file.findings) {
          severityOf.set(severity, (severityOf.get(severity) ?? 0) + 1);
          ids.add(rule);
        }
        const number = found.length + 1;
        found.push({ entry: entryOf(file, number, view), section: fileOf(file, number, view) });
        return '';
      },
      end: (counts) => `<!doctype html>\n${pageOf({ found, clean, severityOf, ids }, counts, view).markup}\n`,
    };
  },
};

/** A file with findings: its line among the contents, and what is found in it. */
interface Found {
  readonly entry: Html;
  readonly section: Html;
}

interface Content {
  readonly found: readonly Found[];
  /** Paths of the files without findings. */
  readonly clean: readonly string[];
  /** How many findings of each severity are shown. */
  readonly severityOf: ReadonlyMap<Severity, number>;
  /** The rules that found something. */
  readonly ids: ReadonlySet<string>;
}

function pageOf({ found, clean, severityOf, ids }: Content, counts: Counts, view: View): Html {
  const { words } = view;
  const say = words.report;
  const contents = html`<nav aria-label="${say.contents}"><ol>${found.map(({ entry }) => entry)}</ol></nav>`;
  return html`<html lang="${words.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say.title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header>
<h1>${say.title}</h1>
<p>${words.summary(counts)}</p>
${tilesOf(severityOf, counts, view)}
</header>
<main>
${found.length > 1 ? contents : ''}
${found.map(({ section }) => section)}
${clean.length > 0 && found.length + clean.length > 1 ? cleanOf(clean, view) : ''}
${rulesOf(ids, view)}
</main>
</body>
</html>`;
}

/** A number for each severity, which is a switch too: what is switched off is neither seen nor printed. */
function tilesOf(severityOf: Content['severityOf'], counts: Counts, { words }: View): Html {
  const say = words.report;
  const switches = flatMapped(severities, (severity) => {
    const count = severityOf.get(severity) ?? 0;
    if (count === 0) return [];
    return html`<label class="tile ${severity}"><input type="checkbox" id="show-${severity}" checked><b>${count}</b><span>${say.counted[severity]}</span></label>`;
  });
  return html`<div class="tiles">
${switches}
${severityOf.size === 0 ? html`<div class="tile good"><b>0</b><span>${say.problems}</span></div>` : ''}
<div class="tile"><b>${counts.plans + counts.directories}</b><span>${say.documents}</span></div>
<div class="tile"><b>${counts.tasks}</b><span>${say.tasks}</span></div>
</div>
${switches.length > 1 ? html`<p class="filter">${say.filter}</p>` : ''}`;
}

function entryOf(file: CheckedFile, number: number, view: View): Html {
  return html`<li><a href="#file-${number}">${file.path}</a>${countsOf(file, view)}</li>`;
}

function countsOf({ findings }: CheckedFile, { words }: View): Html {
  const badges = flatMapped(severities, (severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return html`<span class="badge ${severity}" title="${words.severity[severity]}">${words.severity[severity]} ${count}</span>`;
  });
  return html`<span class="counts">${badges}</span>`;
}

function fileOf(file: CheckedFile, number: number, view: View): Html {
  const places = placesOf(file.findings).map((findings) => placeCard(findings, file, view));
  return html`<section class="file" id="file-${number}">
<h2><span>${file.path}</span>${countsOf(file, view)}</h2>
${places}
${silencedOf(file, view)}
</section>`;
}

/** Findings of one severity at one place are told together, under one quotation. */
function placesOf(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const places = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.span.start} ${finding.span.end} ${finding.severity}`;
    const place = places.get(key);
    if (place) place.push(finding);
    else places.set(key, [finding]);
  }
  return [...places.values()];
}

function placeCard(findings: readonly [Finding, ...Finding[]], file: CheckedFile, view: View): Html {
  const [{ severity, span }] = findings;
  const { words } = view;
  const { line, before, marked, after } = excerptOf(file.plan, span, 90);
  const { column } = placeOf(file.plan, span.start);
  return html`<article class="place ${severity}">
<ul>${findings.map((finding) => messageOf(finding, file, view, severity))}</ul>
<div class="quote"><span class="place-at" title="${words.report.line} ${line}:${column}">${line}</span><blockquote lang="zh-CN">${before}${markOf(marked)}${after}</blockquote></div>
</article>`;
}

function markOf(marked: string): Html {
  return marked === '' ? html`<mark class="point"></mark>` : html`<mark>${marked}</mark>`;
}

function messageOf(
  { message, rule, fix, related = [] }: Finding,
  file: CheckedFile,
  { words }: View,
  severity: Severity,
): Html {
  const say = words.report;
  const others = related.map(({ span, message: why }) => {
    const { line, before, marked, after } = excerptOf(file.plan, span, 20);
    return html`<p class="more">${say.related}${why[words.locale]} <span class="place-at">${say.at(line)}</span> <q lang="zh-CN">${before}${markOf(marked)}${after}</q></p>`;
  });
  return html`<li><div class="says"><span class="badge ${severity}">${words.severity[severity]}</span><p>${message[words.locale]}</p><a class="rule" href="#rule-${rule}">${ruleName(rules, rule)[words.locale]} <code>${rule}</code></a></div>${fix ? fixOf(fix, file, words) : ''}${others}</li>`;
}

/** What a fix would change, where that is short enough to be read. */
function fixOf({ title, edits }: Fix, { plan }: CheckedFile, words: View['words']): Html {
  const [edit, ...rest] = edits;
  const short = edit && rest.length === 0 && edit.span.end - edit.span.start + edit.newText.length <= 80;
  const old = short ? plan.text.slice(edit.span.start, edit.span.end) : '';
  const change = short
    ? [
        old === '' ? '' : html` <del>${old}</del>`,
        edit.newText.trim() === '' ? '' : html` <ins>${edit.newText.trim()}</ins>`,
      ]
    : [];
  return html`<p class="more">${words.fix}${title[words.locale]}${change}</p>`;
}

function silencedOf({ plan, silenced = [] }: CheckedFile, { words }: View): Html {
  if (silenced.length === 0) return join([]);
  const say = words.report;
  const items = silenced.map(({ finding, silence }) => {
    const { line } = placeOf(plan, finding.span.start);
    const reason = silence.reason === '' ? '' : html` — ${silence.reason}`;
    return html`<li><span class="place-at">${say.at(line)}</span> ${ruleName(rules, finding.rule)[words.locale]} <code>${finding.rule}</code> ${finding.message[words.locale]}${reason}</li>`;
  });
  return html`<details class="silenced"><summary>${say.silenced(silenced.length)}</summary><ul>${items}</ul></details>`;
}

function cleanOf(paths: readonly string[], { words }: View): Html {
  return html`<section class="clean"><h2>${words.report.clean}</h2><ul>${paths.map((path) => html`<li>${path}</li>`)}</ul></section>`;
}

/** The rules that found something, and why they are there. */
function rulesOf(ids: ReadonlySet<string>, { words }: View): Html {
  const met = rules.filter(({ id }) => ids.has(id));
  if (met.length === 0) return join([]);
  const items = met.map(
    ({ id, name, summary, why }) =>
      html`<dt id="rule-${id}">${name[words.locale]} <code>${id}</code> ${summary[words.locale]}</dt><dd>${why[words.locale]}</dd>`,
  );
  return html`<section class="rules"><h2>${words.report.about}</h2><dl>${items}</dl></section>`;
}

/** A piece of HTML that is safe to stand in a page. */
export interface Html {
  readonly markup: string;
}

/** HTML from a template: every string put into it is text, escaped; what cannot be seen is shown. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.map((part, i) => (i === 0 ? '' : markupOf(values[i - 1] ?? '')) + part).join('') };
}

/** Pieces one after the other. */
export function join(pieces: readonly Html[]): Html {
  return { markup: pieces.map(({ markup }) => markup).join('\n') };
}

type Value = string | number | Html | readonly (Html | string)[];

function markupOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map((piece) => markupOf(piece)).join('\n');
}

function escaped(text: string): string {
  return printable(text).replace(MARKUP, (one) => `&#${one.codePointAt(0)};`);
}

const MARKUP = /[<>&"'`]/gu;
