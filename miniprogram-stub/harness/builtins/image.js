import { hostOf } from '../runtime/host.js';

Component({
  properties: { src: String, mode: String, lazyLoad: Boolean, ariaLabel: String },
  observers: {
    ariaLabel(name) {
      hostOf(this).setAttribute('role', 'img');
      hostOf(this).setAttribute('aria-label', name);
    },
    src(address) {
      const host = hostOf(this);
      host.style.backgroundImage = address ? `url("${address}")` : '';
      if (address && this.data.mode === 'widthFix') keepShape(host, address);
    },
  },
});

/** As wide as it may be, and as high as the picture then is. */
function keepShape(host, address) {
  const picture = new Image();
  picture.onload = () => {
    host.style.aspectRatio = `${picture.naturalWidth} / ${picture.naturalHeight}`;
    host.style.height = 'auto';
    host.style.backgroundSize = 'cover';
  };
  picture.src = address;
}
