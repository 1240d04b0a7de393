import { html, nothing } from 'lit';
import { api } from '../../app/api.js';
import { Live } from '../../app/live.js';
import { isOperator } from '../../app/session.js';
import { duration, number, time } from '../../parts/format.js';
import { icon } from '../../parts/icon.js';
import { notify } from '../../parts/notice.js';
import { badge, pageHeader, problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { language } from '../../words/words.js';
import { ended, fileName, uploadState } from './upload-state.js';
import { t } from './words.js';

const NOTICES = { SENT: 'good', UNCLEAR: 'warn', REFUSED: 'bad' };

/** One upload: what became of the file, its counts, and the lines that are wrong. */
class CsvUploadPage extends View {
  static properties = { params: {}, upload: { state: true }, problem: { state: true }, busy: { state: true } };

  #live = new Live(this, { poll: () => (this.upload && ended(this.upload) && this.upload.notice === 'SENT' ? undefined : this.#read()) });

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  get #address() {
    return `/api/csv-uploads/${this.params.id}`;
  }

  async #read() {
    try {
      this.upload = await api.get(this.#address);
      this.problem = undefined;
    } catch (failed) {
      this.problem = failed;
    }
  }

  render() {
    const { upload } = this;
    return html`
      ${pageHeader({
        title: upload ? fileName(upload) : t('one'),
        lead: upload?.table ? t('intoTable', { table: upload.table }) : undefined,
        back: { href: '/csv-uploads', label: t('title') },
        actions: upload && !ended(upload) && isOperator()
          ? html`<button class="button" ?disabled=${this.busy} @click=${this.#sync}>${icon('refresh')}${t('sync')}</button>`
          : undefined,
      })}
      <div class="stack">
        ${problemBanner(this.problem, () => this.#read())}
        ${upload ? [this.#outcome(upload), this.#badRows(upload)] : nothing}
      </div>`;
  }

  #outcome(upload) {
    const { rows } = upload;
    return html`
      <section class="card stack" aria-label=${t('outcome')}>
        <div>${uploadState(upload.state)} <span>${t(`means_${upload.state}`)}</span></div>
        ${upload.error ? html`<div class="banner bad">${icon('alert')}<div>${sentence(upload.error)}</div></div>` : nothing}
        <dl class="facts">
          ${upload.readAs ? fact(t('readAs'), `${upload.readAs.encoding}, ${t(`separator_${upload.readAs.separator}`)}`) : nothing}
          ${fact(t('rowsRead'), number(rows.read))}
          ${fact(t('rowsWritten'), number(rows.written))}
          ${fact(t('rowsDropped'), number(rows.dropped))}
          ${fact(t('rowsSplit'), number(rows.split))}
          ${fact(t('badRows'), number(upload.badRowCount))}
          ${upload.bytes === null || upload.bytes === undefined ? nothing : fact(t('bytes'), t('byteCount', { count: number(upload.bytes) }))}
          ${fact(t('received'), time(upload.receivedAt, { seconds: true }))}
          ${upload.endedAt ? fact(t('ended'), html`${time(upload.endedAt, { seconds: true })} <span class="sub">${t('took', { time: duration((new Date(upload.endedAt) - new Date(upload.receivedAt)) / 1000) })}</span>`) : nothing}
          ${upload.target ? fact(t('target'), html`<code>${upload.target}</code>`) : nothing}
          ${upload.job ? fact(t('job'), html`<code>${upload.job}</code>${upload.jobRunId ? html` <span class="small quiet">${upload.jobRunId}</span>` : nothing}`) : nothing}
          ${fact(t('notice'), html`${badge(NOTICES[upload.notice] ?? 'calm', t(`notice_${upload.notice}`))}${upload.noticeFailure ? html` <span class="small">${upload.noticeFailure}</span>` : nothing}`)}
        </dl>
      </section>`;
  }

  #badRows({ badRows, badRowCount }) {
    return badRows.length === 0 ? nothing : html`
      <section>
        <h2>${t('badRows')}</h2>
        <div class="table-frame">
          <table class="table" aria-label=${t('badRows')}>
            <thead><tr><th scope="col" class="end">${t('line')}</th><th scope="col">${t('whatIsWrong')}</th></tr></thead>
            <tbody>${badRows.map((row) => html`
              <tr>
                <td class="end" data-label=${t('line')}>${number(row.line)}</td>
                <td data-label=${t('whatIsWrong')}>${sentence(row)}</td>
              </tr>`)}</tbody>
          </table>
          ${badRowCount > badRows.length
            ? html`<div class="pager"><span>${t('firstOf', { shown: number(badRows.length), all: number(badRowCount) })}</span></div>`
            : nothing}
        </div>
      </section>`;
  }

  #sync = async () => {
    this.busy = true;
    try {
      this.upload = await api.post(`${this.#address}/sync`);
      notify(t('synced'));
    } catch (failed) {
      this.problem = failed;
    } finally {
      this.busy = false;
    }
  };
}

/** Both languages come from the service; what it put between backticks is code. */
const sentence = ({ english, korean }) =>
  (language() === 'ko' ? korean : english).split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part));

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

customElements.define('db-csv-upload-page', CsvUploadPage);
