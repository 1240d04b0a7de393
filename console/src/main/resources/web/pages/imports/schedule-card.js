import { html } from 'lit';
import { api } from '../../app/api.js';
import { Draft } from '../../app/draft.js';
import { conflictPanel, unsavedNote } from '../../parts/draft-pieces.js';
import { checkField, textField, violations } from '../../parts/fields.js';
import { notify } from '../../parts/notice.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** Whether and how far back the morning batch updates a set; tells `changed` (detail: the set) when it was saved. */
class ScheduleCard extends View {
  static properties = { set: {}, problem: { state: true }, busy: { state: true } };

  #draft = new Draft(this);

  willUpdate(changed) {
    if (changed.has('set')) {
      this.#draft.load(`import/${this.set.id}/schedule`, stored(this.set));
    }
  }

  render() {
    const { enabled, updateDays } = this.#draft.value;
    return html`
      <form class="form" @submit=${this.#save}>
        ${checkField({ name: 'enabled', label: t('everyMorning'), checked: enabled, onChange: (value) => this.#draft.set('enabled', value), hint: t('everyMorningHint') })}
        ${textField({
          name: 'updateDays',
          label: t('updateDays'),
          type: 'number',
          min: 1,
          max: 180,
          required: true,
          value: updateDays,
          hint: t('updateDaysHint'),
          error: violations(this.problem).updateDays,
          onInput: (value) => this.#draft.set('updateDays', value === '' ? '' : Number(value)),
        })}
        ${problemBanner(this.problem)}
        ${conflictPanel(this.#draft, (path) => t(path === 'enabled' ? 'everyMorning' : path))}
        ${unsavedNote(this.#draft)}
        <div class="buttons"><button class="button" ?disabled=${this.busy || !this.#draft.dirty || this.#draft.conflicts.length > 0}>${t('save')}</button></div>
      </form>`;
  }

  #save = async (event) => {
    event.preventDefault();
    const sent = this.#draft.value;
    this.busy = true;
    try {
      const set = await api.put(`/api/raw-data/${this.set.id}/schedule`, sent);
      this.#draft.settle(stored(set), sent);
      this.problem = undefined;
      notify(t('saved'));
      this.dispatchEvent(new CustomEvent('changed', { detail: set }));
    } catch (failed) {
      this.problem = failed;
    }
    this.busy = false;
  };
}

const stored = ({ scheduleEnabled, updateDays }) => ({ enabled: scheduleEnabled, updateDays });

customElements.define('db-schedule-card', ScheduleCard);
