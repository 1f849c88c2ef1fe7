import { textField } from '../runtime/host.js';

textField('input');
