import { html, nothing, svg } from 'lit';

const WIDTH = 600;
const HEIGHT = 100;
const GAP = 0.22;

/**
 * Bars over time, in the page's colours. What it says is also in words: `label` for screen readers, a title on each bar, and a table below it where
 * the page has one.
 *
 * - bars: [{ value, bad: a part of it in the colour of trouble, title }], oldest first
 * - top: the value of the upper edge; the largest bar's where absent
 * - from, to: what stands below the first and the last bar
 * - upper: what stands at the upper edge
 */
export function barChart({ label, bars, top, from, to, upper }) {
  const most = Math.max(top ?? 0, ...bars.map(({ value }) => value), 1);
  const step = WIDTH / Math.max(1, bars.length);
  return html`
    <figure class="chart">
      ${upper ? html`<figcaption class="small quiet">${upper}</figcaption>` : nothing}
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${label}>
        ${bars.map(({ value, bad = 0, title }, index) => {
          const x = (index + GAP / 2) * step;
          const width = step * (1 - GAP);
          const height = shown(value, most);
          const badHeight = shown(bad, most);
          return svg`<g><title>${title}</title>
            <rect class="ground" x=${index * step} y="0" width=${step} height=${HEIGHT} />
            <rect class="value" x=${x} y=${HEIGHT - height} width=${width} height=${height} />
            <rect class="bad" x=${x} y=${HEIGHT - badHeight} width=${width} height=${badHeight} /></g>`;
        })}
      </svg>
      <div class="chart-ends small quiet"><span>${from}</span><span>${to}</span></div>
    </figure>`;
}

/** Something is seen, however small it is. */
const shown = (value, most) => (value > 0 ? Math.max(1.5, (value / most) * HEIGHT) : 0);
