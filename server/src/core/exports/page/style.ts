/** The look of a page: on a screen by day and by night, and on A4. */
export const style = `
:root { color-scheme: light dark; --paper:#f7f5f0; --sheet:#fff; --ink:#20242b; --soft:#5d6571; --rule:#ddd8cc; --shade:#f1eee6; --bar:#7a1f1a; --tint:#ecd9d7; --good:#2b6b3f; --bad:#b3261e; --move:#8f5400; }
@media (prefers-color-scheme: dark) { :root { --paper:#121418; --sheet:#1b1e24; --ink:#e8e5de; --soft:#a0a8b4; --rule:#343a44; --shade:#242830; --bar:#e0877f; --tint:#4a2b2a; --good:#86d09b; --bad:#ff9389; --move:#f2bb5c; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 84rem; overflow-wrap: anywhere; font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.35; }
h2 { margin: 2.2rem 0 .7rem; font-size: 1.15rem; }
h3 { margin: 1.4rem 0 .4rem; font-size: 1rem; }
p { margin: .3rem 0; } p.soft, .soft { color: var(--soft); }
.tiles { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1.2rem 0; }
.tile { flex: 1 1 7rem; padding: .6rem .9rem; border: 1px solid var(--rule); border-top: 3px solid var(--bar); border-radius: .4rem; background: var(--sheet); }
.tile b { display: block; font-size: 1.5rem; line-height: 1.3; } .tile span { color: var(--soft); font-size: .88rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 2.5rem; }
ol.bars { list-style: none; margin: 0; padding: 0; font-size: .92rem; }
ol.bars li { display: grid; grid-template-columns: minmax(6rem, 35%) 1fr 3.2rem; gap: .6rem; align-items: center; padding: .12rem 0; }
.track { background: var(--shade); border-radius: .2rem; } .track i { display: block; height: .8rem; min-width: 2px; background: var(--bar); border-radius: .2rem; }
.count { text-align: right; font-variant-numeric: tabular-nums; color: var(--soft); }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .6rem 0; }
.filters input { flex: 2 1 14rem; } .filters select { flex: 1 1 9rem; max-width: 18rem; }
.filters input, .filters select { padding: .4rem .6rem; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--rule); border-radius: .3rem; }
.filters output { color: var(--soft); font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.5; background: var(--sheet); }
th, td { border: 1px solid var(--rule); padding: .4rem .55rem; text-align: left; vertical-align: top; min-width: 3.2em; }
th { background: var(--shade); white-space: nowrap; position: sticky; top: 0; }
td small { display: block; color: var(--soft); }
.nowrap { white-space: nowrap; }
ins { color: var(--good); text-decoration: none; border-bottom: 1px solid; } del { color: var(--bad); }
.good { color: var(--good); } .bad { color: var(--bad); } .moved { color: var(--move); }
svg.timeline { display: block; width: 100%; height: auto; font-size: 11px; background: var(--sheet); border: 1px solid var(--rule); border-radius: .4rem; }
svg.timeline text { fill: currentColor; } svg.timeline .grid { stroke: var(--rule); } svg.timeline .span { fill: var(--tint); } svg.timeline .due { fill: var(--bar); }
@page { size: A4 landscape; margin: 14mm 12mm; }
@media print {
  :root { --paper:#fff; --sheet:#fff; --ink:#000; --soft:#444; --rule:#888; --shade:#eee; --bar:#7a1f1a; --tint:#ecd9d7; --good:#1d5c31; --bad:#a11; --move:#7a4700; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10pt; } .filters { display: none; } .wide { overflow: visible; }
  th { position: static; } thead { display: table-header-group; } tr, li, .tile { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .track i, svg .due, svg .span, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
