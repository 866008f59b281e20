const PATHS = {
  warning: 'M12 3 2 20h20L12 3Zm0 6v5m0 3v.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  dot: 'M12 11.5v1',
  question: 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2M12 17.5v.5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  near: 'M4 14c3-5 5 1 8-3s5 0 8-3',
  refused: 'M5.6 5.6l12.8 12.8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  conflict: 'M8 5v14m0 0-4-4m4 4 4-4M16 19V5m0 0-4 4m4-4 4 4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  print: 'M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z',
  why: 'M4 6h16M4 12h10M4 18h7',
  back: 'M14 6l-6 6 6 6',
  forward: 'm10 6 6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  theme: 'M12 3a9 9 0 1 0 0 18V3Z',
  send: 'M5 12h13m-5-6 6 6-6 6',
  stop: 'M7 7h10v10H7z',
  zoom: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5.5 12.5L21 21M8 11h6m-3-3v6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  folder: 'M3 6h6l2 2h10v11H3z',
  upload: 'M12 16V5m-5 5 5-5 5 5M4 19h16',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
} as const;

/** A sign beside words; it says nothing that the words do not. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
