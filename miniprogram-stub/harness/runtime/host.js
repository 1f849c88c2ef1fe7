// The element of a built-in component, and what all text fields share.

/** The adapter has no public way from a component to its DOM element. */
export const hostOf = (component) => component._$.$$;

const INPUT_MODES = { number: 'numeric', digit: 'decimal' };

export function textField(tag) {
  Component({
    properties: {
      value: null,
      type: String,
      placeholder: String,
      placeholderStyle: String,
      disabled: Boolean,
      maxlength: { type: Number, value: 140 },
      ariaLabel: String,
    },
    lifetimes: {
      attached() {
        const field = document.createElement(tag);
        this.field = field;
        field.inputMode = INPUT_MODES[this.data.type] ?? 'text';
        if (this.data.maxlength >= 0) field.maxLength = this.data.maxlength;
        update(this);
        field.addEventListener('input', (event) => {
          event.stopPropagation();
          this.triggerEvent('input', { value: field.value, cursor: field.selectionStart });
        });
        // The component speaks for itself: the field's own `change` must not reach the page.
        field.addEventListener('change', (event) => event.stopPropagation());
        field.addEventListener('blur', () => this.triggerEvent('blur', { value: field.value }));
        hostOf(this).append(field);
      },
    },
    observers: {
      'value, disabled, placeholder, ariaLabel': function changed() {
        if (this.field) update(this);
      },
    },
  });
}

function update({ data, field }) {
  const value = String(data.value ?? '');
  if (field.value !== value) field.value = value;
  field.disabled = data.disabled;
  field.placeholder = data.placeholder;
  field.style.cssText = data.placeholderStyle.replace('color:', '--placeholder:');
  if (data.ariaLabel) field.setAttribute('aria-label', data.ariaLabel);
}
