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
rect.later { fill: var(--bar); }
rect.near { fill: var(--warn); }
rect.past { fill: var(--bad); }
line.today { stroke: var(--bad); stroke-dasharray: 3 3; }
ul { padding-left: 1.25rem; margin: 0; }
.empty { text-align: center; color: var(--faint); }
[data-show=table] #timeline, [data-show=timeline] #table, [hidden] { display: none; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --line: #777; --band: #eee; --warn: #000; --bad: #000; --bar: #555; }
  body { padding: 0; font-size: 10pt; }
  .bar { display: none; }
  thead { display: table-header-group; }
  tr, .due { break-inside: avoid; }
  #timeline { margin-top: 1.5rem; }
}
`;
