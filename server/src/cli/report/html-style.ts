/** The look of the page: on a screen by day and by night, and on paper. It loads nothing. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f7f5f0; --sheet: #ffffff; --ink: #20242b; --soft: #626a76; --rule: #e3dfd5; --shade: #f4f1ea;
  --error: #b3261e; --warning: #8f5400; --info: #17569e; --hint: #59636f; --good: #2b6b3f;
  --error-tint: #fbe3e0; --warning-tint: #fcecc9; --info-tint: #dfebfa; --hint-tint: #e9ecef; --good-tint: #deefe2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121418; --sheet: #1b1e24; --ink: #e8e5de; --soft: #9ba3af; --rule: #30353e; --shade: #22262d;
    --error: #ff9389; --warning: #f2bb5c; --info: #8dbdff; --hint: #abb4c0; --good: #86d09b;
    --error-tint: #57211d; --warning-tint: #4a3509; --info-tint: #16365c; --hint-tint: #343a43; --good-tint: #1c3d27;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 58rem; overflow-wrap: anywhere;
  font: 1rem/1.7 system-ui, -apple-system, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
}
h1, h2, h3, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: .2em; }
a:hover { text-decoration-color: currentColor; }
code, .place-at { font-family: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace; font-size: .86em; }
header h1 { font-size: 1.75rem; line-height: 1.3; letter-spacing: .02em; }
header p { margin-top: .35rem; color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; }
.tile {
  flex: 1 1 7.5rem; padding: .7rem 1rem .6rem; border: 1px solid var(--rule); border-top: 3px solid var(--tone, var(--soft));
  border-radius: .5rem; background: var(--sheet);
}
.tile b { display: block; font-size: 1.7rem; line-height: 1.25; font-variant-numeric: tabular-nums; color: var(--tone, var(--ink)); }
.tile span { color: var(--soft); font-size: .9rem; }
label.tile { cursor: pointer; }
label.tile:hover { border-color: var(--tone); }
label.tile:has(:focus-visible) { outline: 2px solid var(--tone); outline-offset: 2px; }
label.tile:not(:has(:checked)) { opacity: .5; border-top-style: dashed; }
.tile input { position: absolute; opacity: 0; pointer-events: none; }
.error { --tone: var(--error); --tint: var(--error-tint); }
.warning { --tone: var(--warning); --tint: var(--warning-tint); }
.info { --tone: var(--info); --tint: var(--info-tint); }
.hint { --tone: var(--hint); --tint: var(--hint-tint); }
.good { --tone: var(--good); }
body:has(#show-error:not(:checked)) .place.error,
body:has(#show-warning:not(:checked)) .place.warning,
body:has(#show-info:not(:checked)) .place.info,
body:has(#show-hint:not(:checked)) .place.hint { display: none; }
.filter { margin: .5rem 0 0; color: var(--soft); font-size: .85rem; }
nav, .file, .rules, .clean { margin-top: 2.25rem; }
nav ol { border-top: 1px solid var(--rule); }
nav li { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; padding: .35rem .1rem; border-bottom: 1px solid var(--rule); }
.counts { display: inline-flex; gap: .35rem; flex: none; }
.badge {
  display: inline-block; padding: 0 .5em; border-radius: 1em; background: var(--tint); color: var(--tone);
  font-size: .8rem; line-height: 1.6; font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums;
}
h2 { font-size: 1.15rem; line-height: 1.45; }
.file > h2 {
  position: sticky; top: 0; z-index: 1; display: flex; gap: 1rem; justify-content: space-between; align-items: baseline;
  padding: .6rem 0 .5rem; background: var(--paper); border-bottom: 2px solid var(--ink);
}
.place { margin-top: .9rem; padding: .85rem 1.1rem .9rem; background: var(--sheet); border: 1px solid var(--rule); border-left: 4px solid var(--tone); border-radius: .5rem; }
.place > ul > li + li { margin-top: .8rem; }
.says { display: flex; gap: .6rem; align-items: baseline; }
.says > p { flex: 1; }
.rule { color: var(--soft); white-space: nowrap; }
.quote { display: flex; gap: .9rem; margin-top: .6rem; padding: .55rem .8rem; background: var(--shade); border-radius: .35rem; font-size: .95rem; }
.place-at { flex: none; color: var(--soft); padding-top: .12em; }
.quote blockquote { flex: 1; white-space: pre-wrap; }
mark { background: var(--tint, var(--warning-tint)); color: inherit; border-bottom: 2px solid var(--tone, var(--warning)); padding: .05em 0; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
q { quotes: none; }
mark.point { padding: 0 .15em; }
.more { margin-top: .3rem; color: var(--soft); font-size: .92rem; }
del, ins { padding: 0 .2em; border-radius: .2em; white-space: pre-wrap; text-decoration-thickness: 1px; }
del { color: var(--error); background: var(--error-tint); }
ins { color: var(--good); background: var(--good-tint); text-decoration: none; }
.silenced { margin-top: .9rem; color: var(--soft); font-size: .92rem; }
.silenced summary { cursor: pointer; }
.silenced li { margin-top: .3rem; padding-left: 1rem; }
.clean li { padding: .15rem 0; color: var(--soft); }
.rules > h2, .clean > h2 { padding-bottom: .4rem; border-bottom: 2px solid var(--ink); }
.rules dt { margin-top: 1rem; font-weight: 600; }
.rules dt code { font-weight: 400; margin-right: .4em; }
.rules dd { color: var(--soft); }
:target { scroll-margin-top: 3.5rem; }
@media (max-width: 34rem) {
  body { padding: 1.5rem .9rem 3rem; }
  .says { flex-wrap: wrap; }
  .says > p { flex-basis: 100%; order: 1; }
  .quote { display: block; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --rule: #bbb; --shade: #fff;
    --error: #a3140c; --warning: #7a4700; --info: #10498a; --hint: #444; --good: #1d5730;
    --error-tint: #f6dcd9; --warning-tint: #f6e8c8; --info-tint: #dfe9f5; --hint-tint: #e8e8e8; --good-tint: #e2f0e5;
  }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.55; }
  .badge, mark, del, ins { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .filter { display: none; }
  .file > h2 { position: static; }
  .place, .tile, nav li, .rules dd { break-inside: avoid; }
  h1, h2, dt { break-after: avoid; }
  .quote { padding: .3rem 0 0; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
