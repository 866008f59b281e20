/** Style of the page: light and dark as the reader's system says, from a phone to a desk, nothing loaded from elsewhere. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #fbfbf9; --ink: #1c2024; --dim: #565c63; --line: #d9dbd6; --good: #1a6b43; --bad: #a32a1c; --mark: #1f5fa8; --fill: #eef0ec; }
@media (prefers-color-scheme: dark) { :root { --ground: #15181b; --ink: #e6e8ea; --dim: #a3aab2; --line: #363c42; --good: #6fcf9b; --bad: #ff9384; --mark: #85b8f2; --fill: #1f2428; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main, header { max-width: 76rem; margin: 0 auto; padding: 1rem; }
header fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 1rem; }
h1 { font-size: 1.5rem; margin: .2rem 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; border-top: 1px solid var(--line); padding-top: 1rem; } h3 { font-size: 1.02rem; margin: 1.4rem 0 .4rem; } h4 { font-size: .95rem; margin: .8rem 0 .2rem; }
a { color: var(--mark); } .dim { color: var(--dim); font-size: .88rem; } code { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .92rem; } th, td { padding: .28rem .7rem .28rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } thead th { color: var(--dim); font-weight: 600; } tbody th { min-width: 9rem; }
@media (max-width: 40rem) { td.number, th.number { white-space: normal; } table { font-size: .86rem; } }
.plots { display: flex; flex-wrap: wrap; gap: 1.2rem; } figure { margin: .6rem 0; max-width: 100%; } figcaption { font-size: .9rem; color: var(--dim); } svg { max-width: 100%; height: auto; display: block; } svg text { fill: var(--dim); font-size: 11px; } .axis { stroke: var(--line); } .curve { stroke: var(--mark); fill: none; stroke-width: 2; } .dot { fill: var(--mark); } .even { stroke: var(--dim); stroke-dasharray: 4 4; } .bar { fill: var(--mark); } .span { stroke: var(--ink); }
details { border-bottom: 1px solid var(--line); } summary { padding: .45rem 0; cursor: pointer; overflow-wrap: anywhere; } details > div { padding: 0 0 .8rem 1rem; } .links { display: flex; flex-wrap: wrap; gap: .1rem .9rem; font-size: .88rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .outcome { font-weight: 600; margin-right: .5rem; } .text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; } blockquote { margin: .3rem 0; padding: .3rem .7rem; background: var(--fill); border-left: 3px solid var(--line); } ul { margin: .2rem 0; padding-left: 1.2rem; } dl { margin: 0; } dt { font-weight: 600; font-size: .88rem; color: var(--dim); margin-top: .5rem; } dd { margin: 0; }
:target { outline: 2px solid var(--mark); outline-offset: 4px; }
:root:has(#in-zh:checked) .en, :root:has(#in-en:checked) .zh { display: none; }
`;
