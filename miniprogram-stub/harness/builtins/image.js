import { hostOf } from '../runtime/host.js';

Component({
  properties: { src: String, mode: String, lazyLoad: Boolean },
  observers: {
    src(address) {
      hostOf(this).style.backgroundImage = address ? `url("${address}")` : '';
    },
  },
});
