import { useEffect, useRef } from 'preact/hooks';
import type { GraphEdge, GraphNode } from './graph-elements.ts';

/** What was tapped: a thing, or a fact between two. */
export interface ChosenElement {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

interface GraphPictureProps {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Says of how many things and facts it is. */
  readonly label: string;
  readonly wordsOf: (predicate: string) => string;
  readonly choose: (chosen: ChosenElement) => void;
}

/** Pixels around the graph. */
const PADDING = 30;
/** Under this id the library keeps a style of its own, which the page's rules against inline styles would block: ours stands there instead. */
const STYLE_ID = '__________cytoscape_stylesheet';

/** The graph drawn, loaded only where it is looked at; all that it shows stands in the lists beside it too. */
export function GraphPicture({ nodes, edges, label, wordsOf, choose }: GraphPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ choose, wordsOf });
  latest.current = { choose, wordsOf };
  useEffect(() => {
    let isOver = false;
    let destroy: (() => void) | undefined;
    void import('cytoscape').then(({ default: cytoscape }) => {
      const container = place.current;
      if (isOver || container === null) return;
      if (document.getElementById(STYLE_ID) === null) document.head.append(Object.assign(document.createElement('meta'), { id: STYLE_ID }));
      const colour = (name: string) => getComputedStyle(container).getPropertyValue(name).trim();
      const graph = cytoscape({
        container,
        // A few things are not blown up until they fill the place.
        maxZoom: 1.3,
        elements: [
          ...nodes.map(({ id, name, kind, isCentre, depth }) => ({ data: { id, name, kind, depth }, classes: isCentre ? 'centre' : '' })),
          ...edges.map(({ id, source, target, predicate }) => ({ data: { id, source, target, name: latest.current.wordsOf(predicate) } })),
        ],
        style: [
          {
            selector: 'node',
            style: {
              label: 'data(name)',
              'font-size': 11,
              color: colour('--ink'),
              'background-color': colour('--soft'),
              width: 16,
              height: 16,
              'text-valign': 'bottom',
              'text-margin-y': 4,
              'text-background-color': colour('--sheet'),
              'text-background-opacity': 1,
              'text-wrap': 'ellipsis',
              'text-max-width': '120px',
            },
          },
          { selector: 'node.centre', style: { 'background-color': colour('--accent'), width: 26, height: 26, 'font-weight': 'bold' } },
          {
            selector: 'edge',
            style: {
              label: 'data(name)',
              'font-size': 9,
              color: colour('--soft'),
              'text-background-color': colour('--sheet'),
              'text-background-opacity': 1,
              'curve-style': 'bezier',
              'target-arrow-shape': 'triangle',
              'line-color': colour('--line'),
              'target-arrow-color': colour('--line'),
              width: 1.5,
            },
          },
        ],
        // Concentric is the same for the same graph; what is spread by chance would look like another one.
        layout: {
          name: 'concentric',
          padding: PADDING,
          minNodeSpacing: 90,
          startAngle: 0,
          concentric: (node) => -Number(node.data('depth')),
          levelWidth: () => 1,
        },
      });
      graph.on('tap', 'node', (event) => latest.current.choose({ kind: 'node', id: String(event.target.id()) }));
      graph.on('tap', 'edge', (event) => latest.current.choose({ kind: 'edge', id: String(event.target.id()) }));
      // A phone that is turned, or a source that opens beside, leaves the graph another place.
      const sized = new ResizeObserver(() => {
        graph.resize();
        graph.fit(undefined, PADDING);
      });
      sized.observe(container);
      destroy = () => {
        sized.disconnect();
        graph.destroy();
      };
    });
    return () => {
      isOver = true;
      destroy?.();
    };
  }, [nodes, edges]);
  return <div class="graph" ref={place} role="img" aria-label={label} />;
}
