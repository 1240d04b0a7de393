import en from './en.js';
import ko from './ko.js';

export default { en, ko };
