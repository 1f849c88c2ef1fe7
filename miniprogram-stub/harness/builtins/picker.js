// A picker of one list, as a sheet with the browser's own list in it.
import { hostOf } from '../runtime/host.js';

Component({
  properties: { value: null, range: Array, rangeKey: String, disabled: Boolean, headerText: String },
  lifetimes: {
    attached() {
      hostOf(this).addEventListener('click', () => {
        if (!this.data.disabled) this.open();
      });
    },
  },
  methods: {
    open() {
      const { range, rangeKey, value, headerText } = this.data;
      const sheet = document.createElement('div');
      sheet.className = 'wx-sheet';
      sheet.setAttribute('role', 'dialog');
      sheet.setAttribute('aria-label', headerText || '请选择');
      const list = document.createElement('select');
      list.setAttribute('aria-label', headerText || '请选择');
      range.forEach((each, index) => list.append(new Option(rangeKey ? each[rangeKey] : each, index)));
      list.value = String(value ?? 0);
      sheet.append(
        list,
        closing('取消', 'cancel', () => ({})),
        closing('确定', 'change', () => ({ value: +list.value })),
      );
      document.body.append(sheet);
      const component = this;

      function closing(text, event, detail) {
        const button = document.createElement('button');
        button.textContent = text;
        button.onclick = () => {
          sheet.remove();
          component.triggerEvent(event, detail());
        };
        return button;
      }
    },
  },
});
