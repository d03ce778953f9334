/** The look of the page: colours of the editor's theme, black on white where there is none or on paper. */
export const style = `
:root {
  --ink: var(--vscode-editor-foreground, #1f1f1f);
  --paper: var(--vscode-editor-background, #fff);
  --faint: var(--vscode-descriptionForeground, #616161);
  --line: var(--vscode-panel-border, #c8c8c8);
  --band: var(--vscode-editorWidget-background, #f3f3f3);
  --warn: var(--vscode-list-warningForeground, #8a5a00);
  --bad: var(--vscode-list-errorForeground, #a1260d);
  --bar: var(--vscode-charts-blue, #1a73c8);
  --focus: var(--vscode-focusBorder, #1a73c8);
}
* { box-sizing: border-box; }
body { margin: 0; padding: 0 1.25rem 2rem; color: var(--ink); background: var(--paper);
  font: var(--vscode-font-size, 13px)/1.6 var(--vscode-font-family, sans-serif); }
h1 { font-size: 1.35em; font-weight: 600; margin: 1rem 0 .75rem; text-align: center; }
h2 { font-size: 1em; margin: 1.25rem 0 .25rem; }
.bar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
  padding: .5rem 0; background: var(--paper); }
.bar .end { margin-left: auto; display: flex; gap: .25rem; }
button { font: inherit; padding: .2rem .75rem; border: 1px solid var(--vscode-button-border, transparent); cursor: pointer;
  border-radius: 3px; color: var(--vscode-button-secondaryForeground, var(--ink));
  background: var(--vscode-button-secondaryBackground, var(--band)); }
button:hover { background: var(--vscode-button-secondaryHoverBackground, var(--line)); }
[role=tab] { border-radius: 0; background: none; border: 0; border-bottom: 2px solid transparent; color: var(--faint); }
[role=tab]:hover { background: none; color: var(--ink); }
[role=tab][aria-selected=true] { border-bottom-color: var(--focus); color: var(--ink); }
select { font: inherit; max-width: 14rem; padding: .15rem .25rem; border-radius: 3px; color: var(--vscode-dropdown-foreground, var(--ink));
  background: var(--vscode-dropdown-background, var(--paper)); border: 1px solid var(--vscode-dropdown-border, var(--line)); }
input[type=search] { font: inherit; min-width: 9rem; padding: .15rem .5rem; border-radius: 3px; color: var(--vscode-input-foreground, var(--ink));
  background: var(--vscode-input-background, var(--paper)); border: 1px solid var(--vscode-input-border, var(--line)); }
label { display: inline-flex; align-items: center; gap: .25rem; }
:focus-visible { outline: 1px solid var(--focus); outline-offset: -1px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: inherit; }
thead th { font-weight: 600; background: var(--band); white-space: nowrap; }
.band th { background: var(--band); color: var(--faint); }
tbody tr[data-row], .due[data-row], li[data-row] { cursor: pointer; }
tbody tr[data-row]:hover, .due[data-row]:hover, li[data-row]:hover { background: var(--vscode-list-hoverBackground, #f2f2f2); }
thead button { all: unset; cursor: pointer; }
thead button:focus-visible { outline: 1px solid var(--focus); outline-offset: 2px; }
thead [aria-sort=ascending] button::after { content: ' ↑'; }
thead [aria-sort=descending] button::after { content: ' ↓'; }
.task { min-width: 10em; }
.number { width: 3em; white-space: nowrap; text-align: center; }
.who { min-width: 7em; }
.when { min-width: 8em; }
em.lack, .note.lack { color: var(--warn); font-style: normal; }
.past { color: var(--bad); }
.near { color: var(--warn); }
.due { display: grid; grid-template-columns: minmax(8rem, 32%) 1fr minmax(6rem, 16%); gap: .75rem; align-items: center; padding: 0 .25rem; }
.due .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.due svg { width: 100%; height: 1.7rem; background: linear-gradient(var(--line), var(--line)) center/100% 1px no-repeat; overflow: visible; }
.due.scale svg { background: none; height: 2.2rem; }
.note { color: var(--faint); font-size: .92em; }
svg text { fill: var(--faint); font-size: .85em; }
rect:is(.later, .share) { fill: var(--bar); }
rect.near { fill: var(--warn); }
rect.past { fill: var(--bad); }
line.today { stroke: var(--bad); stroke-dasharray: 3 3; }
/* A day is a bar that can be seen, too. */
.due rect { stroke-width: 6px; stroke-linejoin: round; }
rect.later { stroke: var(--bar); } rect.near { stroke: var(--warn); } rect.past { stroke: var(--bad); }
.due.counts svg { background: none; height: 3.6rem; }
.due rect.count { fill: var(--faint); stroke: none; }
text.count { text-anchor: middle; }
.due.load { cursor: pointer; }
.due.load:hover { background: var(--vscode-list-hoverBackground, #f2f2f2); }
ul { padding-left: 1.25rem; margin: 0; }
.empty { text-align: center; color: var(--faint); }
[data-show=table] :is(#timeline, #load), [data-show=timeline] :is(#table, #load), [data-show=load] :is(#table, #timeline), [hidden], tr[hidden] { display: none !important; }
/* Colours that say something are too faint for who needs contrast: shape says it there. */
:is(.vscode-high-contrast, .vscode-high-contrast-light) { --warn: var(--ink); --bad: var(--ink); --faint: var(--ink); --bar: var(--ink); }
:is(.vscode-high-contrast, .vscode-high-contrast-light) :is(.past, .near, .lack) { font-weight: 700; text-decoration: underline; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) :is(.near, .lack) { text-decoration-style: dotted; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) rect.past { fill: none; stroke-width: 2px; stroke-dasharray: 4 2; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) rect.near { fill: none; stroke-width: 2px; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) :is(button, select, input) { color: var(--ink); background: var(--paper); border-color: var(--line); }
:is(.vscode-high-contrast, .vscode-high-contrast-light) [role=tab] { border-color: transparent; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) [role=tab][aria-selected=true] { border-bottom-color: var(--focus); font-weight: 700; }
@media screen and (max-width: 30rem) {
  body { padding: 0 .5rem 1rem; }
  .bar > *, .bar .end { flex: 1 1 auto; margin: 0; max-width: 100%; }
  table, tbody, tr, td, .band th { display: block; width: auto; }
  thead { display: none; }
  tbody tr[data-row] { border: 1px solid var(--line); border-radius: 4px; margin: .5rem 0; padding: .25rem 0; }
  td { border: 0; padding: .1rem .5rem; display: flex; gap: .75em; overflow-wrap: anywhere; }
  td::before { content: attr(data-name); flex: 0 0 5em; color: var(--faint); }
  td:empty { display: none; }
  td.number { text-align: left; width: auto; }
  .due { grid-template-columns: 1fr auto; }
  .due svg { grid-column: 1 / -1; grid-row: 2; }
  .due .name { white-space: normal; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --line: #777; --band: #eee; --warn: #000; --bad: #000; --bar: #555; }
  body { padding: 0; font-size: 10pt; }
  .bar { display: none; }
  thead { display: table-header-group; }
  tr, .due { break-inside: avoid; }
  #timeline { margin-top: 1.5rem; }
}
`;
