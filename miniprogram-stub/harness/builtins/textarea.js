import { textField } from '../runtime/host.js';

textField('textarea');
