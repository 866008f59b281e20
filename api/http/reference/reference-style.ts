/** How the description of the API looks, in the colours of the page. */
export const REFERENCE_STYLE = `:root {
  --paper: #f6f7f8; --sheet: #fff; --sunk: #eceff1; --line: #d5dade; --ink: #1b2329; --soft: #56626b; --accent: #0b5f6b;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #12171b; --sheet: #1a2127; --sunk: #232c33; --line: #36424b; --ink: #e6ebee; --soft: #a3b0b9; --accent: #6cc5d1; color-scheme: dark; }
}
*, *::before, *::after { box-sizing: border-box; }
html { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; line-height: 1.5; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--paper); color: var(--ink); }
a { color: var(--accent); text-underline-offset: 0.2em; }
code, pre { font-family: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono", monospace; font-size: 0.875em; overflow-wrap: anywhere; }
header { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0.6rem 1rem; border-bottom: 1px solid var(--line); background: var(--sheet); }
.skip { position: absolute; left: 0.5rem; top: -4rem; z-index: 3; padding: 0.5rem 1rem; background: var(--sheet); }
.skip:focus { top: 0.5rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-width: 90rem; margin: 0 auto; padding: 1rem; }
nav ul { margin: 0; padding: 0 0 0 0.75rem; list-style: none; }
nav li { margin: 0.25rem 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
summary { font-weight: 600; cursor: pointer; }
.method { display: inline-block; min-width: 3.6em; color: var(--soft); font-size: 0.75rem; font-weight: 700; }
h1, h2, h3, h4 { line-height: 1.3; margin: 1.5rem 0 0.5rem; }
h3 { font-size: 1.1rem; }
h4 { font-size: 0.9rem; margin-top: 1rem; }
p { max-width: 60rem; margin: 0.5rem 0; }
main:focus { outline: none; }
article { margin: 1rem 0; padding: 0.25rem 1rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); }
.summary { font-weight: 600; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; min-width: 4rem; }
thead th, .form th { color: var(--soft); font-weight: 600; }
.answers { margin: 0; padding: 0; list-style: none; }
.answers li { padding: 0.2rem 0; }
.content { color: var(--soft); margin-right: 0.5rem; }
pre { margin: 0; padding: 0.75rem; border-radius: 8px; background: var(--sunk); overflow-x: auto; }
pre code { overflow-wrap: normal; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (min-width: 64rem) {
  .columns { grid-template-columns: 22rem minmax(0, 1fr); }
  nav { position: sticky; top: 4rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto; font-size: 0.9rem; }
}
`;
