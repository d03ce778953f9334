import {
  commands,
  type ExtensionContext,
  l10n,
  languages,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Commands } from '../editor/commands.ts';
import { activePlan, planInFront } from '../editor/place.ts';
import type { Server } from '../server.ts';

/** Commands around rules and what they find. */
export function ruleCommands({ subscriptions }: ExtensionContext, server: Server): Commands {
  subscriptions.push(workspace.registerTextDocumentContentProvider(SCHEME, pages(server)));
  return {
    'planlint.check': () => check(server),
    'planlint.checkWorkspace': () => checkWorkspace(server),
    'planlint.explainRule': (rule?: unknown) => explain(server, typeof rule === 'string' ? rule : undefined),
  };
}

const SCHEME = 'planlint-rule';

/** `planlint-rule:/missing-lead.md` → the rule in Markdown. */
function pages(server: Server): TextDocumentContentProvider {
  return {
    provideTextDocumentContent: async ({ path }) =>
      (await server.ask('planlint/explain', { rule: path.replace(/^\/|\.md$/gu, '') })) ?? '',
  };
}

/** Explains the rule named, else the one found at the cursor, else one that a person chooses. */
async function explain(server: Server, named: string | undefined): Promise<void> {
  const rule = named ?? (await chosenRule(server));
  if (!rule) return;
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/${rule}.md` }));
}

async function chosenRule(server: Server): Promise<string | undefined> {
  const rules = (await server.ask('planlint/rules', {})) ?? [];
  const here = rulesHere();
  // Those found at the cursor stand first.
  const sorted = [...rules.filter(({ id }) => here.has(id)), ...rules.filter(({ id }) => !here.has(id))];
  const items = sorted.map(({ id, name, summary }) => ({ label: name, description: id, detail: summary }));
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Rule'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.description;
}

function rulesHere(): ReadonlySet<unknown> {
  const editor = activePlan();
  if (!editor) return new Set();
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source?.startsWith('planlint') && range.intersection(editor.selection));
  return new Set(here.map(({ code }) => (typeof code === 'object' && code !== null ? code.value : code)));
}

async function check(server: Server): Promise<void> {
  const uri = (await planInFront())?.document.uri.toString();
  if (!uri) return;
  const overview = await server.ask('planlint/overview', { textDocument: { uri } });
  if (!overview) return;
  const found = overview.findings.flatMap(({ findings }) => findings);
  await tell(found.filter(({ severity }) => severity !== 'hint').length, 1);
}

async function checkWorkspace(server: Server): Promise<void> {
  const overview = await server.ask('planlint/overview', {});
  if (!overview) return;
  await commands.executeCommand('planlint.views.scopeWorkspace');
  const counts = overview.findings.map(
    ({ findings }) => findings.filter(({ severity }) => severity !== 'hint').length,
  );
  await tell(
    counts.reduce((sum, one) => sum + one, 0),
    counts.length,
  );
}

/** Says how many problems there are and offers to show them. */
async function tell(problems: number, plans: number): Promise<void> {
  if (problems === 0) {
    await window.showInformationMessage(l10n.t('No problems found.'));
    return;
  }
  const show = l10n.t('Show');
  const message =
    plans > 1 ? l10n.t('Problems: {0}, in {1} plans.', problems, plans) : l10n.t('Problems: {0}.', problems);
  const chosen = await window.showInformationMessage(message, show);
  if (chosen === show) await commands.executeCommand('planlint.findings.focus');
}
