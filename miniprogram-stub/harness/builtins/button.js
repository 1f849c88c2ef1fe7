// WeChat's button, with the two kinds of it that hand a page what only a tap may hand over.
import { hostOf } from '../runtime/host.js';
import { agreedThrough, phoneNumberDetail } from '../wx/person.js';
import { phone } from '../wx/phone.js';

Component({
  properties: { disabled: Boolean, openType: String, formType: String, hoverClass: String },
  lifetimes: {
    attached() {
      const element = hostOf(this);
      element.setAttribute('role', 'button');
      element.tabIndex = 0;
      element.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') element.click();
      });
      element.addEventListener('click', async () => {
        if (this.data.disabled) return;
        if (this.data.openType === 'getPhoneNumber')
          this.triggerEvent('getphonenumber', await phoneNumberDetail());
        if (this.data.openType === 'share') phone.share();
        if (this.data.openType === 'agreePrivacyAuthorization') {
          agreedThrough(this.id);
          this.triggerEvent('agreeprivacyauthorization', {});
        }
      });
    },
  },
  observers: {
    disabled(is) {
      hostOf(this).setAttribute('aria-disabled', String(is));
    },
  },
});
