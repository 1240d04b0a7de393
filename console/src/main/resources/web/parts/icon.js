import { html, svg } from 'lit';

// 24 × 24, strokes of the text's colour.
const SHAPES = {
  alert: svg`<path d="M12 4 3 20h18z"/><path d="M12 10v4M12 17v.01"/>`,
  back: svg`<path d="M19 12H5m6-6-6 6 6 6"/>`,
  bell: svg`<path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z"/><path d="M10 21h4"/>`,
  calendar: svg`<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/>`,
  check: svg`<path d="m5 13 4.5 4.5L19 7"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  file: svg`<path d="M7 3h7l4 4v14H7z"/><path d="M14 3v4h4M10 12h5M10 16h5"/>`,
  import: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5"/><path d="M4 17v3h16v-3"/>`,
  inbox: svg`<path d="M4 13 7 5h10l3 8v6H4z"/><path d="M4 13h5l1 2h4l1-2h5"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.01"/>`,
  key: svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l2.5 2.5M13.5 9.5 15 11"/>`,
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  moon: svg`<path d="M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5z"/>`,
  next: svg`<path d="m9 5 7 7-7 7"/>`,
  order: svg`<path d="M5 8h14l-1 12H6z"/><path d="M9 11V7a3 3 0 0 1 6 0v4"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  previous: svg`<path d="m15 5-7 7 7 7"/>`,
  refresh: svg`<path d="M19 12a7 7 0 1 1-2-5"/><path d="M17 3v4h-4"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  shop: svg`<path d="M5 10v10h14V10"/><path d="M3 9l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0z"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`,
  sunrise: svg`<path d="M6 17a6 6 0 0 1 12 0M3 17h18M7 21h10M12 4v4M5 10l1.5 1.5M19 10l-1.5 1.5"/>`,
  system: svg`<rect x="3" y="5" width="18" height="12" rx="2"/><path d="M9 21h6M12 17v4"/>`,
};

/** An icon beside words that say the same; screen readers pass over it. */
export const icon = (name, size = 20) => html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`;
