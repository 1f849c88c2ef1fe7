// What WeChat draws over a page: toasts and dialogs.
import { succeed } from './answers.js';

const TOAST_MS = 1500;

export function announce(text, ms = TOAST_MS) {
  document.querySelector('.wx-toast')?.remove();
  const toast = document.createElement('div');
  toast.className = 'wx-toast';
  toast.setAttribute('role', 'status');
  toast.textContent = text;
  document.body.append(toast);
  setTimeout(() => toast.remove(), ms);
}

export const surface = {
  showToast(options) {
    announce(options.title, options.duration);
    return succeed(options);
  },

  showModal(options) {
    const {
      title = '',
      content = '',
      cancelText = '取消',
      confirmText = '确定',
      showCancel = true,
    } = options;
    const dialog = document.createElement('dialog');
    dialog.className = 'wx-modal';
    dialog.setAttribute('aria-label', title);
    dialog.innerHTML = '<h3></h3><p></p><div></div>';
    dialog.querySelector('h3').textContent = title;
    dialog.querySelector('p').textContent = content;
    const choices = showCancel ? [cancelText, confirmText] : [confirmText];
    return new Promise((resolve) => {
      for (const text of choices) {
        const button = document.createElement('button');
        button.textContent = text;
        button.onclick = () => {
          dialog.remove();
          const confirm = text === confirmText;
          resolve(succeed(options, { confirm, cancel: !confirm }));
        };
        dialog.querySelector('div').append(button);
      }
      document.body.append(dialog);
      dialog.showModal();
    });
  },

  stopPullDownRefresh: (options) => succeed(options),
  pageScrollTo(options) {
    window.scrollTo({ top: options.scrollTop ?? 0 });
    return succeed(options);
  },
};
