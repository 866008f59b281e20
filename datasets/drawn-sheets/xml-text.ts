/** An element of XML with its attributes and what it holds, each piece XML itself. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, ...content: readonly string[]): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const inside = content.filter((piece) => piece !== '').join('\n');
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>\n${inside}\n</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number with four decimals at most. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
