import { hostOf } from '../runtime/host.js';

Component({
  properties: { scrollX: Boolean, scrollY: Boolean },
  lifetimes: {
    attached() {
      hostOf(this).style.overflow = 'auto';
    },
  },
});
