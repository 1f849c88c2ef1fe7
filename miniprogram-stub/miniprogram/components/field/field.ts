import { go } from '../../services/go';
import type { Trouble } from '../../services/screen';

/** A labelled field that shows the trouble which names it. */
Component({
  properties: {
    name: String,
    label: String,
    hint: String,
    value: String,
    type: { type: String, value: 'text' },
    long: Boolean,
    placeholder: String,
    maxlength: { type: Number, value: 60 },
    trouble: { type: Object, optionalTypes: [null as never], value: null as unknown as Trouble },
  },
  data: { wrong: false },
  observers: {
    'name, trouble'(name: string, trouble: Trouble | null) {
      this.setData({ wrong: trouble?.field === name });
    },
  },
  methods: {
    followCase() {
      go(`/packages/help/case/case?id=${this.data.trouble.case_id!}`);
    },
    typed(event: WechatMiniprogram.Input) {
      this.triggerEvent('typed', { value: event.detail.value });
    },
  },
});
