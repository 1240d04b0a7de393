import { html } from 'lit';
import { api } from '../../app/api.js';
import { checkField, textField, violations } from '../../parts/fields.js';
import { notify } from '../../parts/notice.js';
import { problemBanner } from '../../parts/pieces.js';
import { View } from '../../parts/view.js';
import { t } from './words.js';

/** Whether and how far back the morning batch updates a set; tells `changed` (detail: the set) when it was saved. */
class ScheduleCard extends View {
  static properties = { set: {}, enabled: { state: true }, days: { state: true }, problem: { state: true } };

  render() {
    const enabled = this.enabled ?? this.set.scheduleEnabled;
    const days = this.days ?? this.set.updateDays;
    const changed = enabled !== this.set.scheduleEnabled || Number(days) !== this.set.updateDays;
    return html`
      <form class="form" @submit=${this.#save}>
        ${checkField({ name: 'enabled', label: t('everyMorning'), checked: enabled, onChange: (value) => (this.enabled = value), hint: t('everyMorningHint') })}
        ${textField({
          name: 'updateDays',
          label: t('updateDays'),
          type: 'number',
          min: 1,
          max: 180,
          required: true,
          value: days,
          hint: t('updateDaysHint'),
          error: violations(this.problem).updateDays,
          onInput: (value) => (this.days = value),
        })}
        ${problemBanner(this.problem)}
        <div class="buttons"><button class="button" ?disabled=${!changed}>${t('save')}</button></div>
      </form>`;
  }

  #save = async (event) => {
    event.preventDefault();
    const enabled = this.enabled ?? this.set.scheduleEnabled;
    try {
      const set = await api.put(`/api/raw-data/${this.set.id}/schedule`, { enabled, updateDays: Number(this.days ?? this.set.updateDays) });
      this.problem = this.enabled = this.days = undefined;
      notify(t('saved'));
      this.dispatchEvent(new CustomEvent('changed', { detail: set }));
    } catch (failed) {
      this.problem = failed;
    }
  };
}

customElements.define('db-schedule-card', ScheduleCard);
